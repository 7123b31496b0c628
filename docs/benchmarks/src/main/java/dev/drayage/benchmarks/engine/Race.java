package dev.drayage.benchmarks.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All contenders at one latency of the ERP: every round runs them one after the other, each in a fresh process, against one server;
 * ratios are taken within a round, and a contender that did not send what the bare loop sent ends the measurement. Not thread-safe.
 */
final class Race {
    private static final String HEAP = "512m";

    private final long millis;
    private final int warm;
    private final int orders;
    private final Map<Kind, Runs> all = new LinkedHashMap<>();

    private Race(long millis, int warm, int orders) {
        this.millis = millis;
        this.warm = warm;
        this.orders = orders;
    }

    /** Runs so many rounds. */
    static Race of(int rounds, long millis, int warm, int orders) throws IOException, InterruptedException {
        Race race = new Race(millis, warm, orders);
        try (Fork.Server server = new Fork.Server();
                Ledgers ledgers = new Ledgers()) {
            for (int round = 1; round <= rounds; round++) {
                race.round(round, server, ledgers);
            }
        }
        return race;
    }

    Runs runs(Kind kind) {
        return all.computeIfAbsent(kind, it -> new Runs());
    }

    /** What that contender takes more of for an order than the bare loop. */
    double added(Kind kind, ToDoubleFunction<Meter> figure) {
        return runs(kind).added(figure) / orders;
    }

    private void round(int round, Fork.Server server, Ledgers ledgers) throws IOException, InterruptedException {
        Meter bare = contend(server, Kind.BARE, ledgers);
        long checksum = seen(server, Kind.BARE).checksum();
        tell(round, Kind.BARE, bare, bare);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.BARE) {
                Meter used = contend(server, kind, ledgers);
                if (seen(server, kind).checksum() != checksum) {
                    throw new IllegalStateException(kind + " did not send the bytes that the bare loop sent");
                }
                tell(round, kind, used, bare);
            }
        }
    }

    private Meter contend(Fork.Server server, Kind kind, Ledgers ledgers) throws IOException, InterruptedException {
        server.control().forget(0, 0);
        return Fork.contender(
                        HEAP,
                        Contender.Task.IMPORT,
                        kind.store(ledgers),
                        server.control().address(),
                        millis,
                        warm,
                        orders)
                .of(Contender.Task.IMPORT);
    }

    /** What the server was sent: every order, each once. */
    private ServerControl.Seen seen(Fork.Server server, Kind kind) throws IOException, InterruptedException {
        ServerControl.Seen seen = server.control().seen();
        if (seen.orders() != (long) warm + orders || seen.doubled() != 0) {
            throw new IllegalStateException(kind + " did not send every order once: " + seen);
        }
        return seen;
    }

    private void tell(int round, Kind kind, Meter used, Meter bare) {
        runs(kind).add(used, bare);
        System.out.printf(
                Locale.ROOT,
                "%d ms, round %d, %s: %.0f/s, %.3f of bare, %.0f us CPU, %.1f KB, %.0f %% stolen%n",
                millis,
                round,
                kind,
                orders * 1e9 / used.nanos(),
                (double) bare.nanos() / used.nanos(),
                used.cpuNanos() / 1e3 / orders,
                used.allocated() / 1e3 / orders,
                used.host().share() * 100);
    }

    String table() {
        StringBuilder table =
                new StringBuilder("%d orders, the ERP answers after %d ms:%n%n".formatted(orders, millis));
        table.append(
                "| | pace of bare, each round | orders/s | CPU of bare | CPU per order | allocated per order | stolen, each round |%n"
                        .formatted());
        table.append("|---|---|---|---|---|---|---|%n".formatted());
        all.forEach((kind, runs) -> table.append("| %s | **%.2f** (%s) | %.0f | %.2f | %.0f us | %.1f KB | %s %% |%n"
                .formatted(
                        kind.label,
                        runs.pace(),
                        runs.eachPace(),
                        runs.middle(used -> orders * 1e9 / used.nanos()),
                        runs.processor(),
                        runs.middle(used -> used.cpuNanos() / 1e3 / orders),
                        runs.middle(used -> used.allocated() / 1e3 / orders),
                        runs.eachStolen())));
        return table.toString();
    }
}
