package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which order line a fulfilment or cash sale line came from: one row per pair of lines. */
final class LinkTables {
    private static final String SPACE = "transaction";

    private LinkTables() {}

    static SqlTable lineLinks(SuiteQlView view, String name) {
        SqlTable table = new SqlTable(name, false, Set.of("previousdoc", "nextdoc"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                // ids of this table are no internal ids, so nothing can be skipped by them
                return view.rows(SPACE, Long.MIN_VALUE, record -> links(view, record));
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return column.equals("nextdoc")
                        ? view.byId(SPACE, value, record -> links(view, record))
                        : view.byIndex(SPACE, "createdfrom", value, record -> links(view, record));
            }
        });
        return table.column("previousdoc", row -> row.record().createdFromNumber())
                .column("previousline", row -> row.part().path("orderLine").asLong())
                .column("previoustype", row -> "SalesOrd")
                .column("nextdoc", row -> row.record().number())
                .column("nextline", SqlRow::number)
                .column("nexttype", row -> row.record().recordType().code())
                .column("linktype", row -> row.record().type().equals("itemFulfillment") ? "ShipRcpt" : "OrdBill")
                .column("foreignamount", SqlColumns.ofPart(view).number("amount"));
    }

    private static List<SqlRow> links(SuiteQlView view, StoredRecord record) {
        List<SqlRow> rows = new ArrayList<>();
        if (record.createdFromNumber() != 0) {
            for (ObjectNode line : Json.rows(view.read(record), "item")) {
                if (Json.has(line, "orderLine")) {
                    rows.add(new SqlRow(record, line.path("line").asLong(), line, Role.ITEM));
                }
            }
        }
        return rows;
    }
}
