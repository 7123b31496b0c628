package dev.drayage.store;

import java.time.Instant;

/**
 * The right to write in a domain.
 *
 * @param domain the accounts that are wired together
 * @param owner the process or thread that holds it
 * @param epoch rises with every new owner
 * @param until when it runs out, by the store's clock
 */
public record Lease(String domain, String owner, long epoch, Instant until) {}
