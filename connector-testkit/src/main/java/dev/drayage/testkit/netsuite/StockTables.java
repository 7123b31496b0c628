package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Stock as queries see it: per location, and per lot or serial number at a location. An item shows at the locations
 * where it was ever counted, received, adjusted or shipped; rows stay when their quantity has gone.
 */
final class StockTables {
    private StockTables() {}

    /** Items of every stocked kind; a row says itself when the available quantity last changed. */
    static SqlTable aggregateItemLocation(SuiteQlView view) {
        SqlColumns own = SqlColumns.ofRecord(view);
        return perItem(view, "aggregateitemlocation", StockTables::self)
                .column("quantitycommitted", own.number("quantityCommitted"))
                .column("quantityonorder", row -> BigDecimal.ZERO)
                .column("quantitybackordered", own.number("quantityBackOrdered"))
                .column(
                        "lastquantityavailablechange",
                        row -> SqlTime.moment(
                                Instant.ofEpochSecond(view.read(row.record())
                                        .path(StockLevels.CHANGED_AT)
                                        .asLong()),
                                view.session()));
    }

    /** Inventory items, with and without numbers; assemblies have a table of their own in NetSuite. */
    static SqlTable inventoryItemLocations(SuiteQlView view) {
        return perItem(
                        view,
                        "inventoryitemlocations",
                        level -> itemOf(view, level).type().equals("assemblyItem") ? List.of() : self(level))
                .column("quantityintransit", row -> BigDecimal.ZERO)
                .column("reorderpoint", row -> null);
    }

    /** The finest grain: a row per number at a location, or per item where there are no numbers. Bins are not kept. */
    static SqlTable inventoryBalance(SuiteQlView view) {
        SqlColumns own = SqlColumns.ofRecord(view);
        SqlTable table = new SqlTable("inventorybalance", false, Set.of(), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                List<SqlRow> rows = new ArrayList<>();
                view.rows(StockLevels.SPACE, Long.MIN_VALUE, level -> plain(view, level))
                        .forEach(rows::add);
                view.rows(InventoryNumbers.BALANCES, Long.MIN_VALUE, StockTables::self)
                        .forEach(rows::add);
                return rows;
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return List.of();
            }
        });
        own.addRef(table, "inventorynumber", "inventoryNumber", InventoryNumbers.SPACE);
        return quantities(view, table).column("binnumber", row -> null);
    }

    static SqlTable inventoryNumber(SuiteQlView view) {
        SqlColumns own = SqlColumns.ofRecord(view);
        SqlTable table = ListTables.table(view, "inventorynumber", InventoryNumbers.SPACE)
                .column("inventorynumber", own.text("inventoryNumber"));
        own.addRef(table, "item", "item", "item");
        return table;
    }

    static SqlTable inventoryNumberLocation(SuiteQlView view) {
        SqlTable table = scanned(view, "inventorynumberlocation", InventoryNumbers.BALANCES, StockTables::self);
        SqlColumns.ofRecord(view).addRef(table, "inventorynumber", "inventoryNumber", InventoryNumbers.SPACE);
        return quantities(view, table);
    }

    /** Which numbers the lines of transactions move; quantities have the sign that they have on the line. */
    static SqlTable inventoryAssignment(SuiteQlView view) {
        SqlTable table = new SqlTable("inventoryassignment", false, Set.of("transaction"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows("transaction", Long.MIN_VALUE, record -> assigned(view, record));
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return view.byId("transaction", value, record -> assigned(view, record));
            }
        });
        SqlColumns.ofPart(view).addRef(table, "inventorynumber", "number", InventoryNumbers.SPACE);
        return table.column("transaction", row -> row.record().number())
                .column("transactionline", SqlRow::number)
                .column("quantity", SqlColumns.ofPart(view).number("quantity"));
    }

    private static List<SqlRow> assigned(SuiteQlView view, StoredRecord record) {
        List<SqlRow> rows = new ArrayList<>();
        boolean sells = record.type().equals("itemFulfillment");
        if (!sells && !record.type().equals("inventoryAdjustment")) {
            return rows;
        }
        for (ObjectNode line : Json.rows(view.read(record), record.recordType().lineList())) {
            for (ObjectNode assignment : InventoryDetail.assignments(line)) {
                BigDecimal quantity = Json.number(assignment, "quantity");
                ObjectNode part = Json.object().put("quantity", sells ? quantity.negate() : quantity);
                view.inventoryNumber(Json.refId(line, "item"), InventoryDetail.number(assignment))
                        .ifPresent(number -> part.set("number", Json.ref(number.id())));
                rows.add(new SqlRow(record, line.path("line").asLong(), part, SqlRow.Role.ITEM));
            }
        }
        return rows;
    }

    private static SqlTable perItem(SuiteQlView view, String name, Function<StoredRecord, List<SqlRow>> rows) {
        return quantities(view, scanned(view, name, StockLevels.SPACE, rows));
    }

    private static SqlTable quantities(SuiteQlView view, SqlTable table) {
        SqlColumns own = SqlColumns.ofRecord(view);
        own.addRef(table, "item", "item", "item");
        own.addRef(table, "location", "location", "location");
        return table.column("quantityonhand", own.number("quantityOnHand"))
                .column("quantityavailable", own.number("quantityAvailable"));
    }

    private static SqlTable scanned(
            SuiteQlView view, String name, String space, Function<StoredRecord, List<SqlRow>> rows) {
        return new SqlTable(name, false, Set.of(), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows(space, Long.MIN_VALUE, rows);
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return List.of();
            }
        });
    }

    private static List<SqlRow> plain(SuiteQlView view, StoredRecord level) {
        return StockKind.of(itemOf(view, level)).isNumbered() ? List.of() : self(level);
    }

    private static StoredRecord itemOf(SuiteQlView view, StoredRecord level) {
        return view.references()
                .find("item", Json.refId(view.read(level), "item"))
                .orElse(level);
    }

    private static List<SqlRow> self(StoredRecord record) {
        return List.of(SqlRow.of(record));
    }
}
