package dev.drayage.benchmarks.engine;

/** Who takes part: the bare loop, which is the measure, first. */
enum Kind {
    BARE("bare loop, no ledger"),
    MEMORY("engine, in-memory store"),
    EMBEDDED("engine, SQLite (WAL, synchronous=FULL)"),
    H2("engine, H2 (WRITE_DELAY=0)"),
    POSTGRES("engine, PostgreSQL (fsync=on)");

    final String label;

    Kind(String label) {
        this.label = label;
    }

    /** What {@link Contender} takes for it. */
    String store(Ledgers ledgers) {
        return switch (this) {
            case BARE -> "bare";
            case MEMORY -> "memory";
            case EMBEDDED -> ledgers.sqlite();
            case H2 -> ledgers.h2();
            case POSTGRES -> ledgers.postgres();
        };
    }
}
