package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which document came from, pays, applies or deposits which: a row per pair of lines for goods, a row per pair of
 * documents for money, the earlier document being {@code previousdoc}.
 *
 * <p>{@code ShipRcpt}, {@code OrdBill} and {@code Payment} are known types. Assumed from a list without meanings:
 * {@code OrdDep} from an order to its deposit, {@code DepAppl} from a deposit to its application, {@code DepRfnd} from a
 * deposit and {@code Refund} from a credit or payment to the refund that pays it out, {@code SaleRet} from a line of an
 * invoice or cash sale to the line that returns it. Made up here: {@code Deposit} from a payment to its bank deposit.
 */
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
                        : following(view, value);
            }
        });
        return table.column("previousdoc", row -> row.part().path("previousDoc").asLong())
                .column("previousline", row -> row.part().path("previousLine").asLong())
                .column(
                        "previoustype",
                        row -> type(view, row.part().path("previousDoc").asText()))
                .column("nextdoc", row -> row.record().number())
                .column("nextline", SqlRow::number)
                .column("nexttype", row -> row.record().recordType().code())
                .column("linktype", row -> row.part().path("linkType").asText())
                .column("foreignamount", SqlColumns.ofPart(view).number("amount"));
    }

    /** Links from one document on: by what was made out of it and by what points at it, each document once. */
    private static List<SqlRow> following(SuiteQlView view, Object value) {
        List<SqlRow> rows = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (String column : List.of("createdfrom", RecordIndexes.APPLIES_TO)) {
            Set<Long> now = new HashSet<>();
            for (SqlRow row : view.byIndex(SPACE, column, value, record -> links(view, record))) {
                if (!seen.contains(row.record().number())) {
                    rows.add(row);
                    now.add(row.record().number());
                }
            }
            seen.addAll(now);
        }
        return rows;
    }

    private static List<SqlRow> links(SuiteQlView view, StoredRecord record) {
        List<SqlRow> rows = new ArrayList<>();
        ObjectNode body = view.read(record);
        if (record.createdFromNumber() != 0) {
            for (ObjectNode line : Json.rows(body, "item")) {
                if (Json.has(line, "orderLine")) {
                    ObjectNode link = link(record.createdFromNumber(), goods(record), line.get("amount"));
                    link.put("previousLine", line.path("orderLine").asLong());
                    rows.add(new SqlRow(record, line.path("line").asLong(), link, Role.ITEM));
                }
            }
        }
        for (ObjectNode row : Json.rows(body, "apply")) {
            boolean paysOut = record.type().equals("customerRefund");
            add(rows, record, Json.refId(row, "doc"), paysOut ? "Refund" : "Payment", row.get("amount"));
        }
        for (ObjectNode row : Json.rows(body, Settlement.REFUNDED_DEPOSITS)) {
            add(rows, record, Json.refId(row, "doc"), "DepRfnd", row.get("amount"));
        }
        for (ObjectNode row : Json.rows(body, "payment")) {
            add(rows, record, row.path("id").asText(), "Deposit", row.get("paymentAmount"));
        }
        if (record.type().equals("customerDeposit")) {
            add(rows, record, Json.refId(body, "salesOrder"), "OrdDep", body.get("payment"));
        }
        if (record.type().equals(DepositApplications.TYPE)) {
            add(rows, record, Json.refId(body, "deposit"), "DepAppl", body.get("total"));
        }
        return rows;
    }

    private static String goods(StoredRecord record) {
        return switch (record.type()) {
            case "itemFulfillment" -> "ShipRcpt";
            case "creditMemo", "cashRefund" -> "SaleRet";
            default -> "OrdBill";
        };
    }

    private static void add(
            List<SqlRow> rows, StoredRecord record, String previous, String linkType, @Nullable JsonNode amount) {
        if (!previous.isEmpty()) {
            ObjectNode link = link(Long.parseLong(previous), linkType, amount);
            rows.add(new SqlRow(record, 0, link, Role.RECORD));
        }
    }

    private static ObjectNode link(long previous, String linkType, @Nullable JsonNode amount) {
        ObjectNode link = Json.object().put("previousDoc", previous).put("linkType", linkType);
        if (amount != null) {
            link.put("amount", amount.isNumber() ? amount.decimalValue() : BigDecimal.ZERO);
        }
        return link;
    }

    private static @Nullable Object type(SuiteQlView view, String id) {
        return view.transaction(id).map(record -> record.recordType().code()).orElse(null);
    }
}
