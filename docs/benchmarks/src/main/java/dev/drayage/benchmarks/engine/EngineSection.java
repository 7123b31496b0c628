package dev.drayage.benchmarks.engine;

import dev.drayage.benchmarks.Machine;
import dev.drayage.benchmarks.Section;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The engine beside the bare loop, at an ERP that takes its time and at one that answers at once; a small and a large backlog; the aims. */
public final class EngineSection implements Section {
    private static final int WARM_FOR_WAITING = 40_000; // who waits for the ERP does not wait for the compiler

    private static final String STOLEN = """
            *Stolen* is the share of all processors' time that the host of a virtual machine gave to somebody else while the contender ran
            (`steal` in Linux's `/proc/stat`; 0 where nothing tells): where it differs within a round, so do the paces. A round of
            which it took more than %.0f %% of a contender's time is followed by another, up to twice as many as asked for, and those count of which
            it took least, whatever their paces. *CPU of bare* is the processor time beside that of the bare loop in the same round, and sways less.
            """.formatted(Race.STOLEN_MOST * 100);

    private final int rounds = Integer.getInteger("rounds", 3);
    private final int warm = Integer.getInteger("orders.warm", 200_000);
    private final int slow = Integer.getInteger("orders.slow", 8_000);
    private final int fast = Integer.getInteger("orders.fast", 30_000);
    private final int few = Integer.getInteger("orders.few", 10_000);
    private final int many = Integer.getInteger("orders.many", 1_000_000);

    @Override
    public Result measure() throws IOException, InterruptedException {
        Race at20 = Race.of(rounds, 20, WARM_FOR_WAITING, slow);
        Race at0 = Race.of(rounds, 0, warm, fast);
        Backlog bare = Backlog.of(Kind.BARE, few, warm);
        Backlog small = Backlog.of(Kind.EMBEDDED, few, warm);
        Backlog large = Backlog.of(Kind.EMBEDDED, many, warm);
        String text = String.join(
                "\n",
                command(),
                at20.table(),
                at0.table(),
                STOLEN,
                backlogs(bare, small, large),
                aims(at20, at0, small, large).table(),
                Machine.describe() + ".\n");
        return new Result(
                text,
                "engine: %.2f of bare (memory), %.2f of bare (embedded), %.2f of bare (postgres)"
                        .formatted(at20.pace(Kind.MEMORY), at20.pace(Kind.EMBEDDED), at20.pace(Kind.POSTGRES)));
    }

    private String command() {
        return "`mvn -q -Pbenchmarks -Dbench=engine -Drounds=%d -Dorders.warm=%d -Dorders.slow=%d -Dorders.fast=%d -Dorders.few=%d -Dorders.many=%d`%n"
                .formatted(rounds, warm, slow, fast, few, many);
    }

    private String backlogs(Backlog... backlogs) {
        return String.join(
                "\n",
                "In a heap of " + Backlog.HEAP
                        + ", the ERP answers at once. Each backlog is booked after the " + warm
                        + " orders of getting warm; reading again reads those too. The bare loop keeps nothing of what it reads"
                        + " again and compares nothing:",
                "",
                Backlog.HEADING + Arrays.stream(backlogs).map(Backlog::row).collect(Collectors.joining("\n")),
                "");
    }

    private static Aims aims(Race at20, Race at0, Backlog small, Backlog large) {
        Aims aims = new Aims();
        aims.atLeast("in-memory store, of bare, 20 ms", 0.98, at20.pace(Kind.MEMORY), "%.2f");
        aims.atLeast("SQLite, of bare, 20 ms", 0.97, at20.pace(Kind.EMBEDDED), "%.2f");
        aims.atLeast("PostgreSQL, of bare, 20 ms", 0.95, at20.pace(Kind.POSTGRES), "%.2f");
        aims.atLeast("SQLite, of bare, 0 ms", 0.93, at0.pace(Kind.EMBEDDED), "%.2f");
        aims.atMost("SQLite, CPU beside bare, 0 ms", 60, at0.added(Kind.EMBEDDED, Meter::cpuNanos) / 1e3, "%.0f us");
        aims.atMost(
                "SQLite, allocated beside bare, 0 ms", 30, at0.added(Kind.EMBEDDED, Meter::allocated) / 1e3, "%.1f KB");
        aims.atLeast(
                "read again unchanged, per second, of " + large.orders(), 30_000, large.unchangedPerSecond(), "%.0f");
        aims.atMost(
                "time per order of %d, of that of %d".formatted(large.orders(), small.orders()),
                1.1,
                large.microsPerOrder() / small.microsPerOrder(),
                "%.2f");
        return aims;
    }
}
