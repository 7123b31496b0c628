package dev.drayage.benchmarks.engine;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import java.util.List;
import java.util.Optional;

/** One side of the measured flow. Thread-safe. */
record Account(AccountId account, Optional<RecordSource<?>> source, Optional<RecordSink<?>> sink) implements Connector {
    @Override
    public Diagnosis diagnose(CallContext call) {
        return new Diagnosis(List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // there is one kind of record
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return source.map(it -> (RecordSource<T>) it);
    }

    @Override
    @SuppressWarnings("unchecked") // there is one kind of record
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return sink.map(it -> (RecordSink<T>) it);
    }

    @Override
    public void close() {}
}
