package dev.drayage.threepl;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.RecordSource;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.UncalledHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** A folder into which a warehouse drops each record in a file of its own. */
final class DroppedFiles<T extends CommerceRecord> implements SourceUnderTest<T> {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final ConnectorProvider provider;
    private final Settings settings;
    private final Path inbound;
    private final RecordType<T> type;
    private final IntFunction<String> ids;
    private final Pen pen;
    private int made;
    private int dropped;

    /** How the warehouse writes of one record. */
    interface Pen {
        /** A file; {@code number} is another one for each, and {@code units} are what the record tells. */
        Dropped write(String id, int units, int number, Instant at);
    }

    /** A file's name and text. */
    record Dropped(String name, String text) {}

    /** The folder {@code inbound} of the account W1, whose records are called by {@code ids}. */
    DroppedFiles(
            ConnectorProvider provider,
            Settings settings,
            Path inbound,
            RecordType<T> type,
            IntFunction<String> ids,
            Pen pen)
            throws IOException {
        this.provider = provider;
        this.settings = settings;
        this.inbound = Files.createDirectories(inbound);
        this.type = type;
        this.ids = ids;
        this.pen = pen;
    }

    @Override
    public RecordSource<T> connect() {
        return provider.open(
                        settings,
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                new UncalledHttpClient(),
                                account -> store.connectorState("default", account)))
                .source(type)
                .orElseThrow();
    }

    @Override
    public AccountId account() {
        return new AccountId("warehouse", "W1");
    }

    @Override
    public CallContext call() {
        return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
    }

    @Override
    public Instant start() {
        return Instant.parse("2026-11-21T00:01:00Z");
    }

    @Override
    public void passTo(Instant instant) {
        time.advanceTo(instant);
    }

    @Override
    public RecordRef seed(Instant at) {
        RecordRef ref = ref(made++);
        drop(ref, 1, at);
        return ref;
    }

    @Override
    public void change(RecordRef ref, Instant at) {
        drop(ref, 2, at);
    }

    private void drop(RecordRef ref, int units, Instant at) {
        passTo(at);
        Dropped dropping = pen.write(ref.id(), units, ++dropped, at);
        try {
            Path file = Files.writeString(inbound.resolve(dropping.name()), dropping.text());
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RecordRef absent() {
        return ref(999);
    }

    private RecordRef ref(int number) {
        return RecordRef.of(account(), type, ids.apply(number));
    }

    @Override
    public void close() {}
}
