package dev.drayage.benchmarks.engine;

import java.io.IOException;

/**
 * One backlog booked by the engine with SQLite in a small heap, and read once more when nothing has changed.
 *
 * @param orders how many it held
 * @param microsPerOrder what an order took to be booked, by the wall clock
 * @param unchangedPerSecond how many were read once more in a second
 * @param posts what the ERP was sent while they were
 */
record Backlog(int orders, double microsPerOrder, double unchangedPerSecond, long posts) {
    static final String HEAP = "128m";

    static Backlog of(int orders, int warm) throws IOException, InterruptedException {
        try (Fork.Server server = new Fork.Server();
                Ledgers ledgers = new Ledgers()) {
            Usage used = Fork.contender(
                    HEAP,
                    Contender.Task.READ_AGAIN,
                    ledgers.sqlite(),
                    server.control().address(),
                    0,
                    warm,
                    orders);
            Backlog backlog = new Backlog(
                    orders,
                    used.of(Contender.Task.IMPORT).nanos() / 1e3 / orders,
                    ((double) orders + warm)
                            * 1e9
                            / used.of(Contender.Task.READ_AGAIN).nanos(),
                    server.control().seen().posts());
            System.out.println(backlog.row());
            return backlog;
        }
    }

    /** The row of a table. */
    String row() {
        return "| %d | %.0f | %.0f | %d |".formatted(orders, microsPerOrder, unchangedPerSecond, posts);
    }
}
