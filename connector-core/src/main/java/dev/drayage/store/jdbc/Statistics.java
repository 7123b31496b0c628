package dev.drayage.store.jdbc;

import dev.drayage.error.StoreException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a database look at tables that grow from nothing. PostgreSQL looks by itself, but a minute or more later; until then it
 * takes a tenant's rows for few, and reads all of them for each page of a first import. Thread-safe.
 */
final class Statistics {
    private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);

    private static final long FIRST_LOOK = 500;
    private static final long NEXT_LOOK = 10; // times as many

    private final Database database;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong mark = new AtomicLong(FIRST_LOOK);

    Statistics(Database database) {
        this.database = database;
    }

    /** So many records were committed, outside of any transaction. */
    void wrote(int records) {
        long now = written.addAndGet(records);
        long due = mark.get();
        if (now >= due && mark.compareAndSet(due, due * NEXT_LOOK)) {
            look(due);
        }
    }

    private void look(long rows) {
        for (String table : List.of(database.table("record"), database.table("effect"))) {
            try {
                database.run("looking at a table that grew", connection -> {
                    database.dialect().look(connection, table, rows / 2);
                    return true;
                });
            } catch (StoreException e) {
                LOG.debug("the database looks at {} later", table, e);
            }
        }
    }
}
