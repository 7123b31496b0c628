package dev.drayage.spi;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One record as the source shows it now.
 *
 * @param <T> the record
 */
public sealed interface Change<T extends CommerceRecord> {
    /** Which record. */
    RecordRef ref();

    /**
     * A record that can be read.
     *
     * @param record the record
     * @param revision a short text that differs whenever the record differs
     * @param createdAt when the source made it, in UTC, if it tells: decides go-live and adoption
     * @param changedAt when the source last changed it, in UTC: an older observation never overwrites a newer one
     * @param contentDigest digest of what a sink of the same connector could write, to tell an echo; empty if unknown
     */
    record Present<T extends CommerceRecord>(
            T record, String revision, Optional<Instant> createdAt, Instant changedAt, Optional<String> contentDigest)
            implements Change<T> {
        @Override
        public RecordRef ref() {
            return record.ref();
        }
    }

    /** A record that was deleted. */
    record Gone<T extends CommerceRecord>(RecordRef ref) implements Change<T> {}

    /** A record that may exist but cannot be seen: permission, retention, or not yet. */
    record NotVisible<T extends CommerceRecord>(RecordRef ref, String reason) implements Change<T> {}

    /**
     * A record that exists and cannot be understood; it never fails its page (guarantee G4).
     *
     * @param revision as in {@link Present}, or empty text
     * @param code why
     * @param message what is wrong and where, without a buyer's data
     */
    record Unreadable<T extends CommerceRecord>(RecordRef ref, String revision, ErrorCode code, String message)
            implements Change<T> {}

    /** The one function that fits the kind of change. */
    default <R> R fold(
            Function<Present<T>, R> present,
            Function<Gone<T>, R> gone,
            Function<NotVisible<T>, R> notVisible,
            Function<Unreadable<T>, R> unreadable) {
        if (this instanceof Present<T> c) {
            return present.apply(c);
        } else if (this instanceof Gone<T> c) {
            return gone.apply(c);
        } else if (this instanceof NotVisible<T> c) {
            return notVisible.apply(c);
        }
        return unreadable.apply((Unreadable<T>) this);
    }
}
