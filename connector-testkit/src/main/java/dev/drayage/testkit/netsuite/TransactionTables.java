package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code transaction} and {@code transactionline}. What a transaction came from stands on its lines only. */
final class TransactionTables {
    private static final String SPACE = "transaction";

    private TransactionTables() {}

    static SqlTable transaction(SuiteQlView view) {
        SqlTable table = new SqlTable(
                "transaction", true, Set.of("id", "externalid", "tranid", "otherrefnum"), new SqlTable.Rows() {
                    @Override
                    public Iterable<SqlRow> after(long id) {
                        return view.rows(SPACE, id, TransactionTables::self);
                    }

                    @Override
                    public Iterable<SqlRow> lookup(String column, Object value) {
                        return column.equals("id")
                                ? view.byId(SPACE, value, TransactionTables::self)
                                : view.byIndex(SPACE, column, value, TransactionTables::self);
                    }
                });
        SqlColumns own = SqlColumns.ofRecord(view);
        table.column("id", row -> row.record().number())
                .column(
                        "type",
                        row -> row.record().recordType().code(),
                        row -> row.record().recordType().label())
                .column("recordtype", row -> row.record().type().toLowerCase(Locale.ROOT))
                .column("tranid", row -> row.record().tranId().orElse(null))
                .column("trandisplayname", row -> view.references().displayName(row.record()))
                .column("externalid", row -> row.record().externalId().orElse(null))
                .column("otherrefnum", own.text("otherRefNum"))
                .column("status", row -> status(row.record()), row -> statusName(row.record()))
                .column("trandate", own.day("tranDate"))
                .column("shipdate", own.day("shipDate"))
                .column("createddate", SqlColumns.created(view))
                .column("lastmodifieddate", SqlColumns.modified(view))
                .column("memo", own.text("memo"))
                .column("email", own.text("email"))
                .column("foreigntotal", row -> TransactionAmounts.signed(row.record(), view.read(row.record())))
                .column("total", row -> TransactionAmounts.base(row.record(), view.read(row.record())))
                .column("foreignamountunpaid", own.number("amountRemaining"))
                .column("foreignamountpaid", own.number("amountPaid"))
                .column("foreignpaymentamountunused", own.number("unapplied"))
                .column("foreignpaymentamountused", own.number("applied"))
                .column("duedate", own.day("dueDate"))
                .column("posting", row -> view.ledger().entries(row.record()).isEmpty() ? "F" : "T")
                .column("exchangerate", own.number("exchangeRate"))
                .column("voided", own.flag("voided"));
        SqlColumns payer = new SqlColumns(view, row -> TransactionAmounts.withEntity(view.read(row.record())));
        payer.addRef(table, "entity", "entity", "customer");
        own.addRef(table, "postingperiod", "postingPeriod", PostingPeriods.TYPE);
        own.addRef(table, "paymentmethod", "paymentMethod", "paymentMethod");
        own.addRef(table, "paymentoption", "paymentOption", "paymentMethod");
        own.addRef(table, "currency", "currency", "currency");
        own.addRef(table, "shipmethod", "shipMethod", "shipItem");
        own.addRef(table, "terms", "terms", "term");
        for (RecordType type : view.catalog().all()) {
            if (type.isTransaction()) {
                own.addCustom(table, type.fields(), "custbody");
            }
        }
        return table;
    }

    static SqlTable transactionLine(SuiteQlView view) {
        SqlTable table =
                new SqlTable("transactionline", false, Set.of("transaction", "createdfrom"), new SqlTable.Rows() {
                    @Override
                    public Iterable<SqlRow> after(long id) {
                        return view.rows(SPACE, id, record -> lines(view, record));
                    }

                    @Override
                    public Iterable<SqlRow> lookup(String column, Object value) {
                        return column.equals("transaction")
                                ? view.byId(SPACE, value, record -> lines(view, record))
                                : view.byIndex(SPACE, column, value, record -> lines(view, record));
                    }
                });
        SqlColumns part = SqlColumns.ofPart(view);
        table.column("transaction", row -> row.record().number())
                .column("id", SqlRow::number)
                .column("linesequencenumber", SqlRow::number)
                .column("uniquekey", part.number("lineUniqueKey"))
                .column("mainline", row -> row.role() == Role.RECORD ? "T" : "F")
                .column("taxline", row -> row.role() == Role.TAX ? "T" : "F")
                .column("transactiondiscount", row -> row.role() == Role.DISCOUNT ? "T" : "F")
                .column("iscogs", row -> "F")
                .column("createdfrom", row -> createdFrom(row.record()))
                .column("quantity", TransactionTables::quantity)
                .column("isinventoryaffecting", row -> movesStock(view, row) ? "T" : "F")
                .column("foreignamount", row -> foreignAmount(view, row))
                .column("netamount", row -> foreignAmount(view, row))
                .column("rate", part.number("rate"))
                .column("itemtype", part.text("itemType"))
                .column("isclosed", part.flag("isClosed"))
                .column("memo", TransactionTables::lineMemo)
                .column("kitmemberof", part.number("kitMemberOf"))
                .column("quantityshiprecv", part.number("quantityFulfilled"))
                .column("quantitypicked", part.number("quantityPicked"))
                .column("quantitypacked", part.number("quantityPacked"))
                .column("quantitybilled", part.number("quantityBilled"))
                .column("linelastmodifieddate", SqlColumns.modified(view));
        part.addRef(table, "item", "item", "item");
        part.addRef(table, "location", "location", "location");
        part.addRef(table, "department", "department", "department");
        part.addRef(table, "class", "class", "classification");
        part.addRef(table, "price", "price", "priceLevel");
        SqlColumns own = SqlColumns.ofRecord(view);
        new SqlColumns(view, row -> TransactionAmounts.withEntity(view.read(row.record())))
                .addRef(table, "entity", "entity", "customer");
        part.addRef(table, "expenseaccount", "account", ChartOfAccounts.TYPE);
        table.column(
                "foreignamountunpaid",
                row -> row.role() == Role.RECORD ? own.number("amountRemaining").apply(row) : null);
        own.addRef(table, "subsidiary", "subsidiary", "subsidiary");
        for (RecordType type : view.catalog().all()) {
            type.sublist(type.lineList())
                    .filter(list -> type.isTransaction())
                    .ifPresent(list -> part.addCustom(table, list.fields(), "custcol"));
        }
        return table;
    }

    private static List<SqlRow> self(StoredRecord record) {
        return List.of(SqlRow.of(record));
    }

    /** Header row, item rows, and rows for shipping, header discount and tax where there are any. */
    static List<SqlRow> lines(SuiteQlView view, StoredRecord record) {
        List<SqlRow> rows = new ArrayList<>();
        ObjectNode body = view.read(record);
        ObjectNode header = Json.object();
        for (String place : List.of("location", "adjLocation")) {
            if (body.has(place)) {
                header.set("location", body.get(place));
            }
        }
        rows.add(new SqlRow(record, 0, header, Role.RECORD));
        long last = 0;
        for (ObjectNode line : Json.rows(body, record.recordType().lineList())) {
            long number = line.path("line").asLong();
            last = Math.max(last, number);
            rows.add(new SqlRow(record, number, line, Role.ITEM));
        }
        if (view.showsChargeRows() && record.recordType().field("discountRate").isPresent()) {
            Map<Role, ObjectNode> charges = Map.of(
                    Role.SHIPPING, charge(body, "shippingCost", "shipMethod", "ShipItem"),
                    Role.DISCOUNT, charge(body, "discountTotal", "discountItem", "Discount"),
                    Role.TAX, charge(body, "taxTotal", "taxItem", "TaxItem"));
            for (Role role : List.of(Role.DISCOUNT, Role.SHIPPING, Role.TAX)) {
                ObjectNode charge = charges.getOrDefault(role, Json.object());
                if (Json.number(charge, "amount").signum() != 0) {
                    rows.add(new SqlRow(record, ++last, charge, role));
                }
            }
        }
        return rows;
    }

    private static ObjectNode charge(ObjectNode body, String amount, String item, String itemType) {
        ObjectNode charge =
                Json.object().put("amount", Json.number(body, amount)).put("itemType", itemType);
        if (body.has(item)) {
            charge.set("item", body.get(item));
        }
        return charge;
    }

    /** What a line does to the stock: sales lines say how much they sell, adjustments by how much they change it. */
    private static @Nullable Object quantity(SqlRow row) {
        JsonNode change = row.part().get("adjustQtyBy");
        JsonNode sold = row.part().get("quantity");
        if (change != null && change.isNumber()) {
            return change.decimalValue();
        }
        if (sold == null || !sold.isNumber()) {
            return null;
        }
        boolean back = SaleStock.returns(row.record().type());
        return back ? sold.decimalValue() : sold.decimalValue().negate();
    }

    private static @Nullable Object lineMemo(SqlRow row) {
        String memo =
                row.part().path("description").asText(row.part().path("memo").asText());
        return memo.isEmpty() ? null : memo;
    }

    /** Lines of adjustments, of shipped fulfilments and of sales and returns that move goods themselves; never the line of a kit, whose members move instead. */
    private static boolean movesStock(SuiteQlView view, SqlRow row) {
        StoredRecord record = row.record();
        boolean posts = record.type().equals("inventoryAdjustment")
                || (record.type().equals("itemFulfillment") && record.status().equals("C"))
                || view.movesStock(record);
        return posts
                && view.references()
                        .find("item", Json.refId(row.part(), "item"))
                        .filter(item -> StockKind.of(item).isStocked())
                        .isPresent();
    }

    private static @Nullable Object createdFrom(StoredRecord record) {
        return record.createdFromNumber() == 0 ? null : record.createdFromNumber();
    }

    /** Positive on the header row, the other way round on the lines below it. */
    private static @Nullable Object foreignAmount(SuiteQlView view, SqlRow row) {
        if (row.role() == Role.RECORD) {
            return TransactionAmounts.signed(row.record(), view.read(row.record()));
        }
        return TransactionAmounts.ofLine(row.record(), row.part());
    }

    /** Not every kind of transaction has a status. */
    private static @Nullable Object status(StoredRecord record) {
        return record.status().isEmpty() ? null : record.status();
    }

    private static @Nullable Object statusName(StoredRecord record) {
        String letter = record.status();
        if (letter.isEmpty()) {
            return null;
        }
        return record.recordType().label() + " : "
                + record.recordType()
                        .field("status")
                        .map(field -> field.choices().getOrDefault(letter, letter))
                        .orElse(letter);
    }
}
