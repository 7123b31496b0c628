package dev.drayage.store.jdbc;

import dev.drayage.store.RecordEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a database look at tables in which the rows of a sync grow from nothing. PostgreSQL looks by itself, but a minute or more later, and
 * later still where others fill most of a table; until then it takes a sync's rows for few, and reads all of them for each page of a
 * first import. Thread-safe.
 */
final class Statistics {
    private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);

    private static final long FIRST_LOOK = 500;
    private static final long NEXT_LOOK = 10; // times as many

    private final Database database;
    private final Map<String, Growth> growing = new ConcurrentHashMap<>();

    Statistics(Database database) {
        this.database = database;
    }

    /** Those records were committed; asked outside of any transaction. Never fails: what was committed stands. */
    void wrote(String namespace, Collection<RecordEntry> records) {
        if (records.isEmpty() || !database.dialect().looksLate()) {
            return;
        }
        Map<String, Integer> bySync = new HashMap<>();
        records.forEach(record -> bySync.merge(record.sync(), 1, Integer::sum));
        bySync.forEach((sync, rows) -> {
            Growth growth = growing.computeIfAbsent(namespace + "\n" + sync, key -> new Growth());
            growth.by(rows, due -> look(namespace, sync, due));
        });
    }

    private void look(String namespace, String sync, long rows) {
        for (String table : List.of(database.table("record"), database.table("effect"))) {
            try {
                database.run("looking at a table that grew", connection -> {
                    database.dialect().look(connection, table, namespace, sync, rows / 2);
                    return true;
                });
            } catch (RuntimeException e) { // whatever the host's pool throws
                LOG.debug("the database looks at {} later", table, e);
            }
        }
    }

    /** What one sync has written in this process, and when the next look is due. Thread-safe. */
    private static final class Growth {
        private final AtomicLong written = new AtomicLong();
        private final AtomicLong mark = new AtomicLong(FIRST_LOOK);

        void by(int rows, LongConsumer look) {
            long now = written.addAndGet(rows);
            long due = mark.get();
            if (now >= due && mark.compareAndSet(due, due * NEXT_LOOK)) {
                look.accept(due);
            }
        }
    }
}
