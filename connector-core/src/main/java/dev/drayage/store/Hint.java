package dev.drayage.store;

import dev.drayage.model.RecordRef;

/**
 * A wish that a record be looked at soon.
 *
 * @param sync the sync that reads it
 * @param ref the record
 * @param pushed whether a person asked for it by name: even if it was made before go-live or was set aside
 * @param number differs for each wish, so that one that comes while the record is worked on is not lost
 */
public record Hint(String sync, RecordRef ref, boolean pushed, long number) {}
