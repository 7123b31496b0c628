package dev.drayage.benchmarks.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.drayage.benchmarks.bare.BareLoop;
import dev.drayage.benchmarks.bare.BareReading;
import dev.drayage.benchmarks.wire.Wire;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunReport;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.store.jdbc.JdbcSyncStore;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * One contender in a process of its own: gets warm, then does one measured import and prints what it used; then, if asked, reads all of it
 * once more. Arguments: {@link Task}, contender ({@code bare}, {@code memory} or a JDBC address), server, latency of the ERP in
 * milliseconds, orders to get warm with, orders to measure.
 */
final class Contender {
    static final int LANES = 16;

    /** A process that has been up for a while has ended many runs, not one: what the compilers make of the code depends on it. */
    private static final int WARM_RUNS = 10;

    /** How what was used is told: {@code used}, the task, the figures. */
    static final Pattern USED = Pattern.compile("used (\\w+) ([-0-9 ]+)");

    /** What is done and measured; the second one after the first. */
    enum Task {
        IMPORT,
        READ_AGAIN
    }

    private Contender() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        boolean again = Task.valueOf(args[0]) == Task.READ_AGAIN;
        String kind = args[1];
        ServerControl server = new ServerControl(URI.create(args[2]));
        long millis = Long.parseLong(args[3]);
        long warm = Long.parseLong(args[4]);
        long all = warm + Long.parseLong(args[5]);
        if (kind.equals("bare")) {
            bare(server, millis, warm, all, again);
        } else if (kind.equals("memory")) {
            engine(server, new InMemorySyncStore(new SystemTimeSource()), millis, warm, all, again);
        } else {
            HikariConfig pool = new HikariConfig();
            pool.setJdbcUrl(kind);
            pool.setMinimumIdle(1);
            pool.setMaximumPoolSize(4);
            try (HikariDataSource connections = new HikariDataSource(pool)) {
                engine(server, JdbcSyncStore.of(connections), millis, warm, all, again);
            }
        }
        System.exit(0);
    }

    private static void print(Task task, Meter used) {
        System.out.println("used " + task + " " + used.figures());
    }

    private static void bare(ServerControl server, long millis, long warm, long all, boolean again)
            throws IOException, InterruptedException {
        try (BareLoop loop = new BareLoop(server.address(), LANES)) {
            for (int run = 0; run < WARM_RUNS; run++) {
                server.set(0, warm * (run + 1) / WARM_RUNS);
                loop.run(Wire.changedAt(warm * run / WARM_RUNS), Wire.changedAt(warm * (run + 1) / WARM_RUNS));
            }
            server.set(millis, all);
            Meter start = Meter.read();
            loop.run(Wire.changedAt(warm), Wire.changedAt(all));
            print(Task.IMPORT, Meter.read().since(start));
            if (loop.lost() > 0) {
                System.out.println(
                        "the bare loop does not know of " + loop.lost() + " orders whether they were booked");
            }
        }
        if (again) {
            server.forget(millis, all);
            BareReading reading = new BareReading(server.address());
            require(reading.run(Wire.FIRST, Wire.changedAt(warm)) == warm);
            Meter start = Meter.read();
            require(reading.run(Wire.FIRST, Wire.changedAt(all)) == all);
            print(Task.READ_AGAIN, Meter.read().since(start));
        }
    }

    private static void engine(ServerControl server, SyncStore store, long millis, long warm, long all, boolean again)
            throws IOException, InterruptedException {
        try (EngineLoop loop = new EngineLoop(server.address(), LANES, store)) {
            server.set(0, 0);
            loop.begin();
            for (int run = 1; run <= WARM_RUNS; run++) {
                server.set(0, warm * run / WARM_RUNS);
                loop.runUpTo(warm * run / WARM_RUNS);
            }
            server.set(millis, all);
            Meter start = Meter.read();
            require(loop.runUpTo(all).count(Outcome.APPLIED) == all - warm);
            print(Task.IMPORT, Meter.read().since(start));
            if (again) {
                server.forget(millis, all);
                start = Meter.read();
                RunReport report = loop.readAgain(all);
                require(report.read() == all && report.count(Outcome.UNCHANGED) == all);
                print(Task.READ_AGAIN, Meter.read().since(start));
            }
        }
    }

    private static void require(boolean held) {
        if (!held) {
            throw new IllegalStateException("the run did not do what it was to do");
        }
    }
}
