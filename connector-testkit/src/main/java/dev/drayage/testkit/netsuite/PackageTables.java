package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Packages and tracking numbers of fulfilments. The map holds the numbers of every carrier; the package tables hold
 * those of their own sublist only.
 */
final class PackageTables {
    private static final String SPACE = "transaction";
    private static final String NUMBER = "trackingNumber";
    private static final int PER_RECORD = 100;

    private PackageTables() {}

    static SqlTable trackingNumberMap(SuiteQlView view) {
        SqlTable table = new SqlTable("trackingnumbermap", false, Set.of("transaction"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows(SPACE, Long.MIN_VALUE, record -> tracked(view, record));
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return view.byId(SPACE, value, record -> tracked(view, record));
            }
        });
        return table.column("transaction", row -> row.record().number())
                .column(
                        "trackingnumber",
                        PackageTables::key,
                        row -> row.part().path(NUMBER).asText());
    }

    static SqlTable trackingNumber(SuiteQlView view) {
        SqlTable table = new SqlTable("trackingnumber", false, Set.of("id"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows(SPACE, Long.MIN_VALUE, record -> tracked(view, record));
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                Long key = SqlValues.id(value);
                long record = key == null ? -1 : key / PER_RECORD;
                return view.byId(SPACE, record, found -> tracked(view, found)).stream()
                        .filter(row -> key != null && key(row) == key)
                        .toList();
            }
        });
        return table.column("id", PackageTables::key)
                .column("trackingnumber", row -> row.part().path(NUMBER).asText());
    }

    static SqlTable packages(SuiteQlView view, String name, PackageSublist sublist) {
        SqlTable table = new SqlTable(name, false, Set.of("itemfulfillment"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows(SPACE, Long.MIN_VALUE, record -> packages(view, record, sublist));
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return view.byId(SPACE, value, record -> packages(view, record, sublist));
            }
        });
        SqlColumns part = SqlColumns.ofPart(view);
        table.column("itemfulfillment", row -> row.record().number());
        for (String field : List.of("packageTrackingNumber", "packageDescr", "packageCartonNumber", "packageWeight")) {
            String own = field + sublist.suffix();
            table.column(own.toLowerCase(Locale.ROOT), part.text(own));
        }
        return table;
    }

    private static long key(SqlRow row) {
        return row.record().number() * PER_RECORD + row.number();
    }

    private static List<SqlRow> tracked(SuiteQlView view, StoredRecord record) {
        List<SqlRow> rows = new ArrayList<>();
        for (PackageSublist sublist : PackageSublist.values()) {
            for (SqlRow row : packages(view, record, sublist)) {
                String number = row.part().path(sublist.trackingField()).asText("");
                if (!number.isEmpty()) {
                    ObjectNode part = Json.object().put(NUMBER, number);
                    rows.add(new SqlRow(record, rows.size() + 1L, part, Role.PACKAGE));
                }
            }
        }
        return rows;
    }

    private static List<SqlRow> packages(SuiteQlView view, StoredRecord record, PackageSublist sublist) {
        if (!record.type().equals("itemFulfillment")) {
            return List.of();
        }
        return Json.rows(view.read(record), sublist.sublist()).stream()
                .map(row -> new SqlRow(record, 0, row, Role.PACKAGE))
                .toList();
    }
}
