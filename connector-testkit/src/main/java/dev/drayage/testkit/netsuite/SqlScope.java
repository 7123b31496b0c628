package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlTable.SqlColumn;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Column;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Source;
import java.util.ArrayList;
import java.util.List;

/** The tables of one query by alias; each has a slot in the row that is being put together. */
final class SqlScope {
    private final List<Source> sources;
    private final List<SqlTable> tables = new ArrayList<>();

    SqlScope(List<Source> sources, SuiteQlTables known) {
        this.sources = sources;
        sources.forEach(source -> tables.add(known.get(source.table())));
    }

    /** Where a column is found. */
    record Place(int slot, SqlColumn column) {}

    int size() {
        return tables.size();
    }

    Source source(int slot) {
        return sources.get(slot);
    }

    SqlTable table(int slot) {
        return tables.get(slot);
    }

    int slotOf(Column column) {
        if (column.alias().isEmpty()) {
            for (int slot = 0; slot < tables.size(); slot++) {
                if (tables.get(slot).has(column.name())) {
                    return slot;
                }
            }
            throw Refusal.invalidParameter("Invalid search query. Unknown identifier '" + column.name() + "'.");
        }
        for (int slot = 0; slot < sources.size(); slot++) {
            if (sources.get(slot).alias().equals(column.alias())) {
                return slot;
            }
        }
        throw Refusal.invalidParameter("Invalid search query. Unknown alias '" + column.alias() + "'.");
    }

    Place place(Column column) {
        int slot = slotOf(column);
        return new Place(slot, tables.get(slot).get(column.name()));
    }
}
