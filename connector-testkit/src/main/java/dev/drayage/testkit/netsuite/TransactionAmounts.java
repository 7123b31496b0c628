package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Signs of amounts as queries show them. Header amounts of sales, payments and deposits are positive and their lines the
 * other way round, as the vendor has it. Chosen here, because no source at hand says so: credit memos, cash refunds and
 * customer refunds are negative on the header; debits of a journal are positive on their lines, and a journal comes to
 * its debits.
 */
final class TransactionAmounts {
    private TransactionAmounts() {}

    /** In the transaction's currency; null for documents without an amount. */
    static @Nullable Object signed(StoredRecord record, ObjectNode body) {
        BigDecimal amount = amount(record, body);
        return amount == null ? null : isBackwards(record) ? amount.negate() : amount;
    }

    /** In base currency, to the cent. */
    static @Nullable Object base(StoredRecord record, ObjectNode body) {
        BigDecimal amount = amount(record, body);
        if (amount == null) {
            return null;
        }
        BigDecimal rate = Json.has(body, "exchangeRate") ? Json.number(body, "exchangeRate") : BigDecimal.ONE;
        BigDecimal base = SaleLines.cents(amount.multiply(rate));
        return isBackwards(record) ? base.negate() : base;
    }

    static @Nullable Object ofLine(StoredRecord record, ObjectNode line) {
        if (record.type().equals("journalEntry")) {
            return Json.number(line, "debit").subtract(Json.number(line, "credit"));
        }
        if (!Json.has(line, "amount")) {
            return null;
        }
        BigDecimal amount = Json.number(line, "amount");
        return isBackwards(record) ? amount : amount.negate();
    }

    /** The body with its customer under the name that sales use. */
    static ObjectNode withEntity(ObjectNode body) {
        if (Json.has(body, "entity") || !Json.has(body, "customer")) {
            return body;
        }
        ObjectNode named = Json.object();
        named.set("entity", body.get("customer"));
        return named;
    }

    private static @Nullable BigDecimal amount(StoredRecord record, ObjectNode body) {
        if (record.type().equals("journalEntry")) {
            return Json.number(body, "debitTotal");
        }
        boolean has = Json.has(body, "total") || body.path("payment").isNumber();
        return has ? Settlement.amount(body) : null;
    }

    private static boolean isBackwards(StoredRecord record) {
        return SaleStock.returns(record.type()) || record.type().equals("customerRefund");
    }
}
