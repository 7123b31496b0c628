package dev.drayage.sync;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import java.util.Optional;
import java.util.function.Function;

/** A connector of which one source is seen through another one. Thread-safe; closing it closes the connector. */
final class SourceOverlay<S extends CommerceRecord> implements Connector {
    private final Connector connector;
    private final RecordType<S> type;
    private final Function<RecordSource<S>, RecordSource<S>> seenThrough;

    private SourceOverlay(
            Connector connector, RecordType<S> type, Function<RecordSource<S>, RecordSource<S>> seenThrough) {
        this.connector = connector;
        this.type = type;
        this.seenThrough = seenThrough;
    }

    static <S extends CommerceRecord> Connector of(
            Connector connector, RecordType<S> type, Function<RecordSource<S>, RecordSource<S>> seenThrough) {
        return new SourceOverlay<>(connector, type, seenThrough);
    }

    @Override
    public AccountId account() {
        return connector.account();
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return connector.diagnose(call);
    }

    @Override
    @SuppressWarnings("unchecked") // a type is equal to this one only if its records are
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> wanted) {
        return wanted.equals(type)
                ? (Optional<RecordSource<T>>)
                        (Optional<?>) connector.source(type).map(seenThrough)
                : connector.source(wanted);
    }

    @Override
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> wanted) {
        return connector.sink(wanted);
    }

    @Override
    public void close() {
        connector.close();
    }
}
