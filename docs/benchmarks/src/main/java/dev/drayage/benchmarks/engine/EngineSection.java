package dev.drayage.benchmarks.engine;

import dev.drayage.benchmarks.Machine;
import dev.drayage.benchmarks.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The engine beside the bare loop: every round runs all contenders one after the other, each in a fresh process, against one
 * server; a contender's ratio is taken within its round, and the middle one of the rounds counts.
 */
public final class EngineSection implements Section {
    private static final int WARM_FOR_WAITING = 40_000;
    private static final String HEAP = "512m";
    private static final String SMALL_HEAP = "128m";

    private final int rounds = Integer.getInteger("rounds", 3);
    private final int warm = Integer.getInteger("orders.warm", 200_000);
    private final int slow = Integer.getInteger("orders.slow", 8_000);
    private final int fast = Integer.getInteger("orders.fast", 30_000);
    private final int few = Integer.getInteger("orders.few", 10_000);
    private final int many = Integer.getInteger("orders.many", 1_000_000);

    private enum Kind {
        BARE("bare loop, no ledger"),
        MEMORY("engine, in-memory store"),
        EMBEDDED("engine, SQLite (WAL, synchronous=FULL)"),
        H2("engine, H2 (WRITE_DELAY=0)"),
        POSTGRES("engine, PostgreSQL (fsync=on)");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** One contender's runs at one latency. */
    private static final class Runs {
        final List<Meter> used = new ArrayList<>();
        final List<Double> ratios = new ArrayList<>();

        double ratio() {
            return median(ratios);
        }

        String each() {
            return ratios.stream().map("%.2f"::formatted).collect(Collectors.joining(", "));
        }

        List<Double> of(ToDoubleFunction<Meter> figure) {
            return used.stream().map(figure::applyAsDouble).toList();
        }

        static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }
    }

    @Override
    public Result measure() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder(
                "`mvn -q -Pbenchmarks -Dbench=engine -Drounds=%d -Dorders.warm=%d -Dorders.slow=%d -Dorders.fast=%d -Dorders.few=%d -Dorders.many=%d`%n%n"
                        .formatted(rounds, warm, slow, fast, few, many));
        Map<Kind, Runs> at20 = race(20, slow);
        Map<Kind, Runs> at0 = race(0, fast);
        Aims aims = new Aims();
        aims.atLeast("in-memory store, of bare, 20 ms", 0.98, ratio(at20, Kind.MEMORY), "%.2f");
        aims.atLeast("SQLite, of bare, 20 ms", 0.97, ratio(at20, Kind.EMBEDDED), "%.2f");
        aims.atLeast("PostgreSQL, of bare, 20 ms", 0.95, ratio(at20, Kind.POSTGRES), "%.2f");
        aims.atLeast("SQLite, of bare, 0 ms", 0.93, ratio(at0, Kind.EMBEDDED), "%.2f");
        aims.atMost("SQLite, CPU beside bare, 0 ms", 60, added(at0, used -> used.cpuNanos() / 1e3 / fast), "%.0f us");
        aims.atMost(
                "SQLite, allocated beside bare, 0 ms",
                30,
                added(at0, used -> used.allocated() / 1e3 / fast),
                "%.1f KB");
        text.append(table(20, slow, at20))
                .append('\n')
                .append(table(0, fast, at0))
                .append('\n');
        text.append(backlog(aims)).append('\n');
        text.append(aims.table()).append('\n');
        text.append(Machine.describe()).append(".\n");
        return new Result(
                text.toString(),
                "engine: %s of bare (memory), %s of bare (embedded), %s of bare (postgres)"
                        .formatted(two(at20, Kind.MEMORY), two(at20, Kind.EMBEDDED), two(at20, Kind.POSTGRES)));
    }

    private static String two(Map<Kind, Runs> runs, Kind kind) {
        return "%.2f".formatted(ratio(runs, kind));
    }

    private static double ratio(Map<Kind, Runs> runs, Kind kind) {
        return runs.getOrDefault(kind, new Runs()).ratio();
    }

    /** What the engine with SQLite takes more of than the bare loop. */
    private static double added(Map<Kind, Runs> runs, ToDoubleFunction<Meter> figure) {
        double engine = Runs.median(runs.getOrDefault(Kind.EMBEDDED, new Runs()).of(figure));
        return engine - Runs.median(runs.getOrDefault(Kind.BARE, new Runs()).of(figure));
    }

    private Map<Kind, Runs> race(long millis, long orders) throws IOException, InterruptedException {
        Map<Kind, Runs> all = new LinkedHashMap<>();
        int warmUp = millis == 0 ? warm : WARM_FOR_WAITING; // who waits for the ERP does not wait for the compiler
        try (Fork.Server server = new Fork.Server();
                Ledgers ledgers = new Ledgers()) {
            for (int round = 0; round < rounds; round++) {
                double bare = 0;
                long checksum = 0;
                for (Kind kind : Kind.values()) {
                    server.control().forget(0, 0);
                    Meter used =
                            of(contend(server, HEAP, "import", store(kind, ledgers), millis, warmUp, orders), "import");
                    ServerControl.Seen seen = server.control().seen();
                    if (kind == Kind.BARE) {
                        bare = used.nanos();
                        checksum = seen.checksum();
                    }
                    if (seen.orders() != warmUp + orders || seen.doubled() != 0 || seen.checksum() != checksum) {
                        throw new IllegalStateException(kind + " did not send what the bare loop sent: " + seen);
                    }
                    Runs runs = all.computeIfAbsent(kind, it -> new Runs());
                    runs.used.add(used);
                    runs.ratios.add(bare / used.nanos());
                    System.out.printf(
                            Locale.ROOT,
                            "%d ms, round %d, %s: %.0f/s, %.3f of bare, %.0f us CPU, %.1f KB, %d requests%n",
                            millis,
                            round + 1,
                            kind,
                            orders * 1e9 / used.nanos(),
                            bare / used.nanos(),
                            used.cpuNanos() / 1e3 / orders,
                            used.allocated() / 1e3 / orders,
                            seen.requests());
                }
            }
        }
        return all;
    }

    private static Map<String, Meter> contend(
            Fork.Server server, String heap, String task, String store, long millis, long warm, long orders)
            throws IOException, InterruptedException {
        return Fork.contender(
                heap,
                List.of(
                        task,
                        store,
                        server.control().address().toString(),
                        Long.toString(millis),
                        Long.toString(warm),
                        Long.toString(orders)));
    }

    /** A small and a large backlog in a small heap, and both read once more when nothing has changed. */
    private String backlog(Aims aims) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        text.append("The engine with SQLite in a heap of %s, the ERP answers at once:%n%n".formatted(SMALL_HEAP));
        text.append("| backlog | booked, us per order | read again unchanged, per second | requests to the ERP then |%n"
                .formatted());
        text.append("|---|---|---|---|%n".formatted());
        List<Double> booked = new ArrayList<>();
        double again = 0;
        try (Fork.Server server = new Fork.Server();
                Ledgers ledgers = new Ledgers()) {
            for (int orders : List.of(few, many)) {
                server.control().forget(0, 0);
                Map<String, Meter> used = contend(server, SMALL_HEAP, "again", ledgers.sqlite(), 0, warm, orders);
                booked.add(of(used, "import").nanos() / 1e3 / orders);
                again = ((double) orders + warm) * 1e9 / of(used, "again").nanos();
                String row = "| %d | %.0f | %.0f | %d |"
                        .formatted(
                                orders,
                                booked.get(booked.size() - 1),
                                again,
                                server.control().seen().posts());
                System.out.println(row);
                text.append(row).append('\n');
            }
        }
        aims.atLeast("read again unchanged, per second, of " + many, 30_000, again, "%.0f");
        aims.atMost(
                "time per order of %d, of that of %d".formatted(many, few), 1.1, booked.get(1) / booked.get(0), "%.2f");
        return text.toString();
    }

    private static Meter of(Map<String, Meter> used, String task) {
        Meter meter = used.get(task);
        if (meter == null) {
            throw new IllegalStateException("no " + task + " was measured");
        }
        return meter;
    }

    private static String store(Kind kind, Ledgers ledgers) {
        return switch (kind) {
            case BARE -> "bare";
            case MEMORY -> "memory";
            case EMBEDDED -> ledgers.sqlite();
            case H2 -> ledgers.h2();
            case POSTGRES -> ledgers.postgres();
        };
    }

    private static String table(long millis, long orders, Map<Kind, Runs> all) {
        StringBuilder table =
                new StringBuilder("%d orders, the ERP answers after %d ms:%n%n".formatted(orders, millis));
        table.append("| | of bare, each round | orders/s | CPU per order | allocated per order |%n".formatted());
        table.append("|---|---|---|---|---|%n".formatted());
        all.forEach((kind, runs) -> table.append("| %s | **%.2f** (%s) | %.0f | %.0f us | %.1f KB |%n"
                .formatted(
                        kind.label,
                        runs.ratio(),
                        runs.each(),
                        Runs.median(runs.of(used -> orders * 1e9 / used.nanos())),
                        Runs.median(runs.of(used -> used.cpuNanos() / 1e3 / orders)),
                        Runs.median(runs.of(used -> used.allocated() / 1e3 / orders)))));
        return table.toString();
    }
}
