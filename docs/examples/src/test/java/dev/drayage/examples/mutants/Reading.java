package dev.drayage.examples.mutants;

import dev.drayage.Connectors;
import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Effect;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Page;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;

/**
 * Something that is read from one account, each time by a fresh connector on a fresh clock that stands at the same instant.
 * Thread-safe.
 *
 * @param name what is read, in words
 * @param kind kind of the account
 * @param settings its flat settings
 * @param now where the clock stands
 * @param act reads
 */
record Reading(String name, String kind, Map<String, String> settings, Instant now, Act act) {
    /** A source whose pages never end is read no further. */
    private static final int PAGES = 8;

    private static final List<ConnectorProvider> PROVIDERS = ServiceLoader.load(ConnectorProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    /** Reads, and tells each thing that was read by its name; a name that comes twice is told as last seen. */
    @FunctionalInterface
    interface Act {
        Map<String, Object> read(Connector account, CallContext call);
    }

    /** Carries it out over a client. */
    Map<String, Object> run(HttpClient client) {
        SettableTime time = new SettableTime(now);
        Connectors connectors = Connectors.of(
                new Connectors.Environment(
                        new InMemorySyncStore(time), "default", time, client, new Random(name.hashCode())),
                PROVIDERS);
        try (Connector account = connectors.open(kind, settings)) {
            return act.read(
                    account, CallContext.within(Duration.ofMinutes(30), time, new Cancellation(), Priority.ORDERS));
        }
    }

    /** All pages of a window. */
    static <T extends CommerceRecord> Act pages(RecordType<T> type, Instant from, Instant to) {
        return (account, call) -> {
            RecordSource<T> source = account.source(type).orElseThrow();
            Map<String, Object> seen = new LinkedHashMap<>();
            Optional<Cursor> at = Optional.empty();
            for (int i = 0; i < PAGES; i++) {
                Page<T> page = source.read(new Slice.Window(from, to), at, call);
                page.changes().forEach(change -> seen.put(change.ref().toString(), change));
                at = page.next();
                if (at.isEmpty()) {
                    break;
                }
            }
            return seen;
        };
    }

    /** One record. */
    static <T extends CommerceRecord> Act fetch(RecordType<T> type, RecordRef ref) {
        return (account, call) -> {
            Change<T> change = account.source(type).orElseThrow().fetch(ref, call);
            return Map.of(change.ref().toString(), change);
        };
    }

    /** What stands for effects that were written. */
    static <T extends CommerceRecord> Act find(RecordType<T> type, List<Prepared<?>> written) {
        return (account, call) -> {
            RecordSink<T> sink = account.sink(type).orElseThrow();
            List<Effect<T>> effects = new ArrayList<>();
            Reading.<T>typed(written).forEach(prepared -> effects.add(prepared.effect()));
            Map<String, Object> seen = new LinkedHashMap<>();
            sink.find(effects, call).forEach((key, existing) -> seen.put(key.toString(), existing));
            return seen;
        };
    }

    /** What became of effects whose answer is taken for lost. */
    static <T extends CommerceRecord> Act resolve(RecordType<T> type, List<Prepared<?>> written, Instant sentAt) {
        return (account, call) -> {
            RecordSink<T> sink = account.sink(type).orElseThrow();
            List<Intent> open = Reading.<T>typed(written).stream()
                    .map(prepared -> new Intent(
                            prepared.key(),
                            prepared.nativeKey(),
                            prepared.hint(),
                            prepared.existing(),
                            prepared.effect().digest(),
                            sentAt))
                    .toList();
            Map<String, Object> seen = new LinkedHashMap<>();
            sink.resolve(open, call).forEach((key, resolution) -> seen.put(key.toString(), resolution));
            return seen;
        };
    }

    @SuppressWarnings("unchecked") // what was written through a sink is of its type
    private static <T extends CommerceRecord> List<Prepared<T>> typed(List<Prepared<?>> written) {
        return (List<Prepared<T>>) (List<?>) written;
    }
}
