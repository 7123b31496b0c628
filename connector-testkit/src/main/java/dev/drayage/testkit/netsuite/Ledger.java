package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What each transaction posts to which account, in the transaction's currency. Both sides of every document are equal.
 * Goods are not valued. Computed from the documents as they stand. Guarded by the account's lock.
 */
final class Ledger {
    private final Account account;

    Ledger(Account account) {
        this.account = account;
    }

    /**
     * One side of an entry.
     *
     * @param line line of the transaction that it belongs to, zero for the header
     * @param accountId internal id of the account
     * @param amount positive for a debit, negative for a credit
     */
    record Entry(long line, String accountId, BigDecimal amount) {}

    /** Entries of a transaction; none for documents that do not post, were voided or come to nothing. */
    List<Entry> entries(StoredRecord record) {
        ObjectNode body = account.store().read(record);
        List<Entry> entries = new ArrayList<>();
        ChartOfAccounts chart = account.chart();
        BigDecimal amount = Settlement.amount(body);
        switch (record.type()) {
            case "invoice" -> sale(entries, body, chart.receivableOf(body, "account"), amount);
            case "cashSale" -> sale(entries, body, chart.moneyOf(body), amount);
            case "creditMemo" -> returned(entries, body, chart.receivableOf(body, "account"), amount);
            case "cashRefund" -> returned(entries, body, chart.moneyOf(body), amount);
            case "customerPayment" -> {
                add(entries, 0, chart.moneyOf(body), amount);
                add(entries, 1, chart.receivableOf(body, "arAcct"), amount.negate());
            }
            case "customerDeposit" -> {
                add(entries, 0, chart.moneyOf(body), amount);
                add(entries, 1, chart.customerDeposits(), amount.negate());
            }
            case "depositApplication" -> {
                add(entries, 0, chart.customerDeposits(), amount);
                add(entries, 1, chart.receivable(), amount.negate());
            }
            case "customerRefund" -> refund(entries, body, amount);
            case "deposit" -> bankDeposit(entries, body);
            case "journalEntry" -> {
                for (ObjectNode line : Json.rows(body, "line")) {
                    add(
                            entries,
                            line.path("line").asLong(),
                            Json.refId(line, "account"),
                            Json.number(line, "debit").subtract(Json.number(line, "credit")));
                }
            }
            default -> {}
        }
        return entries;
    }

    private void sale(List<Entry> entries, ObjectNode body, String debtor, BigDecimal total) {
        BigDecimal tax = Json.number(body, "taxTotal");
        add(entries, 0, debtor, total);
        add(entries, 1, account.chart().revenue(), total.subtract(tax).negate());
        add(entries, 2, account.chart().salesTax(), tax.negate());
    }

    private void returned(List<Entry> entries, ObjectNode body, String debtor, BigDecimal total) {
        BigDecimal tax = Json.number(body, "taxTotal");
        add(entries, 0, debtor, total.negate());
        add(entries, 1, account.chart().revenue(), total.subtract(tax));
        add(entries, 2, account.chart().salesTax(), tax);
    }

    private void refund(List<Entry> entries, ObjectNode body, BigDecimal total) {
        BigDecimal credits = Settlement.applied(body);
        add(entries, 0, account.chart().moneyOf(body), total.negate());
        add(entries, 1, account.chart().receivableOf(body, "arAcct"), credits);
        add(entries, 2, account.chart().customerDeposits(), total.subtract(credits));
    }

    private void bankDeposit(List<Entry> entries, ObjectNode body) {
        add(entries, 0, Json.refId(body, "account"), Json.number(body, "total"));
        long line = 0;
        for (ObjectNode row : Json.rows(body, "payment")) {
            add(
                    entries,
                    ++line,
                    account.chart().undepositedFunds(),
                    Json.number(row, "paymentAmount").negate());
        }
        for (ObjectNode row : Json.rows(body, "other")) {
            add(
                    entries,
                    ++line,
                    Json.refId(row, "account"),
                    Json.number(row, "amount").negate());
        }
        for (ObjectNode row : Json.rows(body, "cashback")) {
            add(entries, ++line, Json.refId(row, "account"), Json.number(row, "amount"));
        }
    }

    private static void add(List<Entry> entries, long line, String accountId, BigDecimal amount) {
        if (amount.signum() != 0) {
            entries.add(new Entry(line, accountId, amount));
        }
    }
}
