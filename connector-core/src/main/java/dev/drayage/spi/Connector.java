package dev.drayage.spi;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import java.util.Optional;

/** One authenticated account. Thread-safe; opened by the host and closed by it after the engine. */
public interface Connector extends AutoCloseable {
    /** The account, by its own id. */
    AccountId account();

    /** Checks credentials, permissions, mapped fields and SKU clashes online; never throws for a bad credential. */
    Diagnosis diagnose(CallContext call);

    /** How records of a type are read here, if they can be. */
    <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type);

    /** How records of a type are written here, if they can be. */
    <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type);

    /** Ends it; calls in flight are cancelled. A second close does nothing. */
    @Override
    void close();
}
