package dev.drayage.benchmarks.engine;

import java.io.IOException;

/**
 * One backlog booked in a small heap, and read once more when nothing has changed.
 *
 * @param who who booked it
 * @param orders how many it held
 * @param warm how many were booked before, to get warm; reading again reads them too
 * @param used what both took
 * @param posts what the ERP was sent while they were read again
 */
record Backlog(Kind who, int orders, int warm, Usage used, long posts) {
    static final String HEAP = "128m";

    static final String HEADING = """
            | | backlog | booked, us per order | stolen | read again unchanged, per second | stolen | requests to the ERP then |
            |---|---|---|---|---|---|---|
            """;

    static Backlog of(Kind who, int orders, int warm) throws IOException, InterruptedException {
        try (Fork.Server server = new Fork.Server();
                Ledgers ledgers = new Ledgers()) {
            Usage used = Fork.contender(
                    HEAP,
                    Contender.Task.READ_AGAIN,
                    who.store(ledgers),
                    server.control().address(),
                    0,
                    warm,
                    orders);
            Backlog backlog =
                    new Backlog(who, orders, warm, used, server.control().seen().posts());
            System.out.println(backlog.row());
            return backlog;
        }
    }

    double microsPerOrder() {
        return booking().nanos() / 1e3 / orders;
    }

    double unchangedPerSecond() {
        return ((double) orders + warm) * 1e9 / readingAgain().nanos();
    }

    /** The row of a table. */
    String row() {
        return "| %s | %d | %.0f | %.0f %% | %.0f | %.0f %% | %d |"
                .formatted(
                        who.label,
                        orders,
                        microsPerOrder(),
                        booking().host().share() * 100,
                        unchangedPerSecond(),
                        readingAgain().host().share() * 100,
                        posts);
    }

    private Meter booking() {
        return used.of(Contender.Task.IMPORT);
    }

    private Meter readingAgain() {
        return used.of(Contender.Task.READ_AGAIN);
    }
}
