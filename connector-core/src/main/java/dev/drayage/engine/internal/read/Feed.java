package dev.drayage.engine.internal.read;

import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Change;
import java.util.List;
import java.util.Optional;

/**
 * Where a run takes records from. Asked by one thread at a time, possibly another one each time.
 *
 * @param <S> the record
 */
public interface Feed<S extends CommerceRecord> {
    /** The next changes; empty at the end. */
    Optional<Batch<S>> next();

    /**
     * Some changes and the page that they came with.
     *
     * @param changes may be empty
     * @param mark counts what of the page is not recorded yet
     * @param why what made them come
     */
    record Batch<S extends CommerceRecord>(List<Change<S>> changes, PageMark mark, Why why) {}

    /** What made records come. */
    enum Why {
        /** They stand in what is read anyway: known ones are not worked on again. */
        READ,
        /** A hint, a retry or a recovery asked for them: they are worked on whatever their entry says. */
        DUE,
        /** A person asked for them by name: even those from before go-live. */
        PUSHED
    }
}
