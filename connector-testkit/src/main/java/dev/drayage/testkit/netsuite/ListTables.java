package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Items, customers and the short lists, and the record of what was deleted. Inactive records are rows like others. */
final class ListTables {
    private static final String DELETED_AT = "deletedAt";

    private ListTables() {}

    static SqlTable item(SuiteQlView view) {
        SqlTable table = table(view, "item", "item");
        SqlColumns own = SqlColumns.ofRecord(view);
        table.column("itemid", own.text("itemId"))
                .column("upccode", own.text("upcCode"))
                .column("displayname", own.text("displayName"))
                .column("description", own.text("description"))
                .column("vendorname", own.text("vendorName"))
                .column("fullname", row -> fullName(view, row.record()))
                .column("itemtype", row -> row.record().recordType().code())
                .column("subtype", row -> row.record().type().contains("Sale") ? "Sale" : null)
                .column("islotitem", row -> StockKind.of(row.record()) == StockKind.LOT ? "T" : "F")
                .column("isserialitem", row -> StockKind.of(row.record()) == StockKind.SERIAL ? "T" : "F")
                .column("isonline", own.flag("isOnline"))
                .column("storedisplayname", own.text("storeDisplayName"))
                .column("mpn", own.text("mpn"))
                .column("weight", own.number("weight"))
                .column("cost", own.number("cost"))
                .column("createddate", SqlColumns.created(view));
        own.addRef(table, "class", "class", "classification");
        own.addRef(table, "parent", "parent", "item");
        own.addCustom(table, view.catalog().get("inventoryItem").fields(), "custitem");
        return table;
    }

    static SqlTable customer(SuiteQlView view) {
        SqlTable table = table(view, "customer", "entity");
        SqlColumns own = SqlColumns.ofRecord(view);
        table.column("entityid", own.text("entityId"))
                .column("email", own.text("email"))
                .column("isperson", own.flag("isPerson"))
                .column("companyname", own.text("companyName"))
                .column("firstname", own.text("firstName"))
                .column("lastname", own.text("lastName"))
                .column("altname", own.text("altName"))
                .column("phone", own.text("phone"))
                .column("vatregnumber", own.text("vatRegNumber"))
                .column("accountnumber", own.text("accountNumber"))
                .column("comments", own.text("comments"))
                .column("entitytitle", own.text("entityId"))
                .column("language", own.ref("language"))
                .column("datecreated", SqlColumns.created(view));
        own.addRef(table, "parent", "parent", "customer");
        own.addRef(table, "currency", "currency", "currency");
        own.addRef(table, "category", "category", "customerCategory");
        own.addRef(table, "terms", "terms", "term");
        own.addRef(table, "pricelevel", "priceLevel", "priceLevel");
        own.addRef(table, "subsidiary", "subsidiary", "subsidiary");
        own.addCustom(table, view.catalog().get("customer").fields(), "custentity");
        return table;
    }

    /** The ship methods, which are rows of the item table as well. */
    static SqlTable shipItem(SuiteQlView view) {
        SqlColumns own = SqlColumns.ofRecord(view);
        return table(view, "shipitem", "item", record -> record.type().equals("shipItem"))
                .column("itemid", own.text("itemId"))
                .column("displayname", own.text("displayName"))
                .column("description", own.text("description"));
    }

    static SqlTable location(SuiteQlView view) {
        SqlTable table = named(view, "location");
        SqlColumns.ofRecord(view).addRef(table, "parent", "parent", "location");
        return table;
    }

    static SqlTable subsidiary(SuiteQlView view) {
        SqlTable table = named(view, "subsidiary");
        SqlColumns own = SqlColumns.ofRecord(view);
        own.addRef(table, "parent", "parent", "subsidiary");
        own.addRef(table, "currency", "currency", "currency");
        return table.column("country", own.text("country")).column("iselimination", own.flag("isElimination"));
    }

    static SqlTable currency(SuiteQlView view) {
        SqlColumns own = SqlColumns.ofRecord(view);
        return named(view, "currency")
                .column("symbol", own.text("symbol"))
                .column("isbasecurrency", own.flag("isBaseCurrency"))
                .column("exchangerate", own.number("exchangeRate"))
                .column("currencyprecision", own.number("currencyPrecision"));
    }

    static SqlTable deletedRecord(SuiteQlView view) {
        SqlTable table = new SqlTable("deletedrecord", false, Set.of(), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.deleted().stream()
                        .map(gone -> new SqlRow(
                                gone.last(),
                                0,
                                Json.object().put(DELETED_AT, gone.at().getEpochSecond()),
                                Role.RECORD))
                        .toList();
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return List.of();
            }
        });
        return table.column("recordid", row -> row.record().number())
                .column("type", row -> row.record().type().toLowerCase(Locale.ROOT))
                .column("name", row -> view.references().displayName(row.record()))
                .column(
                        "deleteddate",
                        row -> SqlTime.moment(
                                Instant.ofEpochSecond(
                                        row.part().path(DELETED_AT).asLong()),
                                view.session()));
    }

    private static SqlTable named(SuiteQlView view, String space) {
        return named(view, space, space);
    }

    /** A short list: a name and whether it is in use. */
    static SqlTable named(SuiteQlView view, String name, String space) {
        SqlColumns own = SqlColumns.ofRecord(view);
        return table(view, name, space).column("name", own.text("name")).column("fullname", own.text("name"));
    }

    /** A table of whole records with the columns that all of them have. */
    static SqlTable table(SuiteQlView view, String name, String space) {
        return table(view, name, space, record -> true);
    }

    private static SqlTable table(SuiteQlView view, String name, String space, Predicate<StoredRecord> wanted) {
        Set<String> indexed = new HashSet<>(RecordIndexes.columns(space));
        indexed.add("id");
        Function<StoredRecord, List<SqlRow>> rows =
                record -> wanted.test(record) ? List.of(SqlRow.of(record)) : List.of();
        SqlTable table = new SqlTable(name, true, indexed, new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows(space, id, rows);
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return column.equals("id") ? view.byId(space, value, rows) : view.byIndex(space, column, value, rows);
            }
        });
        SqlColumns own = SqlColumns.ofRecord(view);
        return table.column(
                        "id",
                        row -> row.record().number(),
                        row -> view.references().displayName(row.record()))
                .column("externalid", row -> row.record().externalId().orElse(null))
                .column("isinactive", own.flag("isInactive"))
                .column("lastmodifieddate", SqlColumns.modified(view));
    }

    /** A child item goes by its own code; only the full name shows the parent. */
    private static String fullName(SuiteQlView view, StoredRecord item) {
        String own = view.read(item).path("itemId").asText();
        String parent = Json.refId(view.read(item), "parent");
        return view.references()
                .find("item", parent)
                .map(found -> fullName(view, found) + " : " + own)
                .orElse(own);
    }
}
