package dev.drayage.testing;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.RecordSource;
import java.time.Instant;

/**
 * An account with a source, as {@link SourceContract} wants it: empty at first, on a clock that only the contract moves.
 *
 * @param <T> the record
 */
public interface SourceUnderTest<T extends CommerceRecord> extends AutoCloseable {
    /** A source of a connector that is opened anew each time, always to this account. */
    RecordSource<T> connect();

    /** The account by which the connector calls it. */
    AccountId account();

    /** A call with time enough for all that one rule does. */
    CallContext call();

    /** A whole second from which on records are made; the account's clock stands there or before. */
    Instant start();

    /** Moves the account's clock on to {@code instant}, never back. */
    void passTo(Instant instant);

    /** Makes one more record that can be read, last changed at {@code at}; later calls never name an earlier instant. */
    RecordRef seed(Instant at);

    /** Changes the record's content at {@code at}. */
    void change(RecordRef ref, Instant at);

    /** A well-formed reference to a record that was never there. */
    RecordRef absent();

    @Override
    void close();
}
