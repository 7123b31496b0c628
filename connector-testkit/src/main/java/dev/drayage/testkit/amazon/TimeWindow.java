package dev.drayage.testkit.amazon;

import java.time.Instant;

/**
 * A promised span of time.
 *
 * @param earliest begin
 * @param latest end
 */
public record TimeWindow(Instant earliest, Instant latest) {}
