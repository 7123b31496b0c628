package dev.drayage.testing;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import java.time.Instant;
import java.util.List;

/**
 * An account with a sink, as {@link SinkContract} wants it: all that its effects need stands there already.
 *
 * @param <T> the record
 */
public interface SinkUnderTest<T extends CommerceRecord> extends AutoCloseable {
    /** The sink. */
    RecordSink<T> sink();

    /** The account by which the connector calls it. */
    AccountId account();

    /** A call with time enough for all that one rule does. */
    CallContext call();

    /** The account's clock. */
    Instant now();

    /** An effect that the account takes; the same number gives an equal one, another number another record's. */
    Effect<T> effect(int number);

    /** An effect that the account, or a check before sending, refuses. */
    Effect<T> refused();

    /** Every text about a buyer that stands in the effects: names, addresses, telephone numbers, messages. */
    List<String> buyerTexts();

    /** Writes that the account has accepted since it was opened for the test. */
    long writes();

    /** Records or changes that stand at the account for the effects. */
    long standing();

    /** Requests of every kind that reached the account. */
    long requests();

    @Override
    void close();
}
