package dev.drayage.store;

import java.time.Instant;

/**
 * One thing that a person or the engine did to a sync (guarantee G12).
 *
 * @param sync the sync
 * @param at when, in UTC
 * @param actor who, as the host names it; {@code engine} for the engine itself
 * @param action what, as one word
 * @param detail more, without a buyer's data
 */
public record AuditEntry(String sync, Instant at, String actor, String action, String detail) {}
