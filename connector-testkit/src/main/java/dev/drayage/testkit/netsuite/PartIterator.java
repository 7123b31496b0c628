package dev.drayage.testkit.netsuite;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks over the parts of records, one record at a time, so that a query that has enough stops early. */
final class PartIterator implements Iterator<SqlRow> {
    private final Iterator<StoredRecord> records;
    private final Function<StoredRecord, @Nullable StoredRecord> visible;
    private final Function<StoredRecord, List<SqlRow>> parts;
    private Iterator<SqlRow> current = Collections.emptyIterator();

    PartIterator(
            Iterator<StoredRecord> records,
            Function<StoredRecord, @Nullable StoredRecord> visible,
            Function<StoredRecord, List<SqlRow>> parts) {
        this.records = records;
        this.visible = visible;
        this.parts = parts;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && records.hasNext()) {
            StoredRecord shown = visible.apply(records.next());
            if (shown != null) {
                current = parts.apply(shown).iterator();
            }
        }
        return current.hasNext();
    }

    @Override
    public SqlRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
