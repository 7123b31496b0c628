package dev.drayage.testkit.amazon;

import java.time.Instant;

/**
 * A request that was refused.
 *
 * @param at when
 * @param operation Amazon's name of the operation, or the path when it is none
 * @param status HTTP status
 * @param code Amazon's code
 * @param message Amazon's message
 */
public record Refusal(Instant at, String operation, int status, String code, String message) {}
