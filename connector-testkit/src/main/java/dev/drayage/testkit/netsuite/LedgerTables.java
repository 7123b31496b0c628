package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.SqlRow.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The chart of accounts, its periods, and what transactions post: {@code transactionaccountingline}. */
final class LedgerTables {
    private static final String SPACE = "transaction";

    private LedgerTables() {}

    static SqlTable account(SuiteQlView view) {
        SqlColumns own = SqlColumns.ofRecord(view);
        SqlTable table = ListTables.table(view, "account", ChartOfAccounts.TYPE)
                .column("acctnumber", own.text("acctNumber"))
                .column("acctname", own.text("acctName"))
                .column("accountsearchdisplayname", own.text("acctName"))
                .column("fullname", own.text("acctName"))
                .column("accttype", own.text("acctType"));
        own.addRef(table, "currency", "currency", "currency");
        return table;
    }

    static SqlTable accountingPeriod(SuiteQlView view) {
        SqlColumns own = SqlColumns.ofRecord(view);
        return ListTables.table(view, "accountingperiod", PostingPeriods.TYPE)
                .column("periodname", own.text("periodName"))
                .column("startdate", own.day("startDate"))
                .column("enddate", own.day("endDate"))
                .column("closed", own.flag("closed"))
                .column("alllocked", own.flag("closed"))
                .column("arlocked", own.flag("closed"))
                .column("isposting", row -> "T")
                .column("isadjust", row -> "F")
                .column("isquarter", row -> "F")
                .column("isyear", row -> "F");
    }

    static SqlTable accountingLine(SuiteQlView view) {
        SqlTable table = new SqlTable("transactionaccountingline", false, Set.of("transaction"), new SqlTable.Rows() {
            @Override
            public Iterable<SqlRow> after(long id) {
                return view.rows(SPACE, id, record -> entries(view, record));
            }

            @Override
            public Iterable<SqlRow> lookup(String column, Object value) {
                return view.byId(SPACE, value, record -> entries(view, record));
            }
        });
        SqlColumns part = SqlColumns.ofPart(view);
        part.addRef(table, "account", "account", ChartOfAccounts.TYPE);
        return table.column("transaction", row -> row.record().number())
                .column("transactionline", SqlRow::number)
                .column("accountingbook", row -> 1L)
                .column("posting", row -> "T")
                .column("amount", part.number("amount"))
                .column("netamount", part.number("amount"))
                .column("debit", part.number("debit"))
                .column("credit", part.number("credit"))
                .column("exchangerate", SqlColumns.ofRecord(view).number("exchangeRate"));
    }

    private static List<SqlRow> entries(SuiteQlView view, StoredRecord record) {
        List<SqlRow> rows = new ArrayList<>();
        ObjectNode body = view.read(record);
        BigDecimal rate = Json.has(body, "exchangeRate") ? Json.number(body, "exchangeRate") : BigDecimal.ONE;
        for (Ledger.Entry entry : view.ledger().entries(record)) {
            BigDecimal base = SaleLines.cents(entry.amount().multiply(rate));
            ObjectNode part = Json.object().put("amount", base).put(base.signum() < 0 ? "credit" : "debit", base.abs());
            part.set("account", Json.ref(entry.accountId()));
            rows.add(new SqlRow(record, entry.line(), part, Role.RECORD));
        }
        return rows;
    }
}
