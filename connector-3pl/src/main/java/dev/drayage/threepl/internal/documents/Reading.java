package dev.drayage.threepl.internal.documents;

import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Change;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Records of a file, one after the other, in constant memory. Not thread-safe.
 *
 * @param <T> the record
 */
public interface Reading<T extends CommerceRecord> extends AutoCloseable {
    /** The next one; what cannot be understood is an {@link Change.Unreadable}, never an exception. Empty at the end. */
    Optional<Change<T>> next();

    @Override
    void close();

    /** Records that are in memory already. */
    static <T extends CommerceRecord> Reading<T> of(List<Change<T>> changes) {
        Iterator<Change<T>> rest = List.copyOf(changes).iterator();
        return new Reading<>() {
            @Override
            public Optional<Change<T>> next() {
                return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
