package dev.drayage.engine;

import dev.drayage.model.CommerceRecord;

/**
 * From one record that was read to everything that it shall cause. Pure: no I/O, no clock, no state; the same record gives
 * the same result. Thread-safe.
 *
 * @param <S> the record that is read
 */
@FunctionalInterface
public interface Translation<S extends CommerceRecord> {
    /** What the record shall cause. */
    Translated translate(S record);
}
