package dev.drayage.testing;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SinkTraits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector to a {@link FakeWorld}: every record type can be read and written. Thread-safe. */
public final class FakeConnector implements Connector {
    private final FakeWorld world;
    private final Map<RecordType<?>, FakeSource<?>> sources = new HashMap<>();
    private final Map<RecordType<?>, FakeSink<?>> sinks = new HashMap<>();
    private SinkTraits traits = new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 0);

    /** A connector to the world. */
    public FakeConnector(FakeWorld world) {
        this.world = world;
    }

    /** The sinks' traits from now on. */
    public FakeConnector traits(SinkTraits value) {
        this.traits = value;
        return this;
    }

    /** The world behind it. */
    public FakeWorld world() {
        return world;
    }

    @Override
    public AccountId account() {
        return world.account();
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return new Diagnosis(List.of(new Diagnosis.Check("account", Diagnosis.Verdict.PASSED, "in memory")));
    }

    @Override
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return Optional.of(fakeSource(type));
    }

    @Override
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return Optional.of(fakeSink(type));
    }

    /** The source itself, to plant odd behaviour. */
    @SuppressWarnings("unchecked") // stored under its own type
    public synchronized <T extends CommerceRecord> FakeSource<T> fakeSource(RecordType<T> type) {
        return (FakeSource<T>) sources.computeIfAbsent(type, t -> new FakeSource<>(world, type));
    }

    /** The sink itself, to plant odd behaviour. */
    @SuppressWarnings("unchecked") // stored under its own type
    public synchronized <T extends CommerceRecord> FakeSink<T> fakeSink(RecordType<T> type) {
        return (FakeSink<T>) sinks.computeIfAbsent(type, t -> new FakeSink<>(world, type, traits));
    }

    @Override
    public void close() {}
}
