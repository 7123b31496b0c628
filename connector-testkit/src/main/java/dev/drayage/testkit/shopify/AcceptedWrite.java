package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.Map;

/**
 * A mutation that was carried out without user errors, whether or not the answer reached the caller. Immutable.
 *
 * @param at when
 * @param mutation name of the mutation
 * @param arguments its arguments as they came
 */
public record AcceptedWrite(Instant at, String mutation, Map<String, Object> arguments) {}
