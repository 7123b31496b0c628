package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.JournaledWrite.Origin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;

/**
 * Somebody who keeps the books of the account at the screen: takes payments, applies and refunds them, brings them to the
 * bank and closes months. Amounts are in the currency of the document. The account's rules hold: what it refuses is
 * thrown with NetSuite's sentence as its message. Thread-safe.
 */
public final class Bookkeeper {
    private final Account account;
    private final RecordWriter writer;

    Bookkeeper(Account account, RecordWriter writer) {
        this.account = account;
        this.writer = writer;
    }

    /**
     * Enters a payment on an invoice, all or a part of what is open.
     *
     * @return internal id of the customer payment
     */
    public String enterPayment(String invoiceId, BigDecimal amount) {
        return transform("invoice", invoiceId, "customerPayment", Json.object().put("payment", amount));
    }

    /**
     * Enters a deposit for an order.
     *
     * @return internal id of the customer deposit
     */
    public String enterDeposit(String orderId, BigDecimal amount) {
        synchronized (account) {
            ObjectNode order = account.store().read(find("salesOrder", orderId));
            ObjectNode body = Json.object().put("payment", amount);
            body.set("customer", order.get("entity"));
            body.set("currency", order.get("currency"));
            body.set("salesOrder", Json.ref(orderId));
            return create("customerDeposit", body);
        }
    }

    /**
     * Applies a part of a deposit to an invoice.
     *
     * @return internal id of the deposit application
     */
    public String applyDeposit(String depositId, String invoiceId, BigDecimal amount) {
        synchronized (account) {
            return writer.deposits().apply(find("customerDeposit", depositId), find("invoice", invoiceId), amount);
        }
    }

    /**
     * Credits an invoice: {@code json} is what a transform would send, {@code {}} for all of it.
     *
     * @return internal id of the credit memo
     */
    public String credit(String invoiceId, String json) {
        return transform("invoice", invoiceId, "creditMemo", parse(json));
    }

    /**
     * Refunds a cash sale: {@code json} is what a transform would send, {@code {}} for all of it.
     *
     * @return internal id of the cash refund
     */
    public String refund(String cashSaleId, String json) {
        return transform("cashSale", cashSaleId, "cashRefund", parse(json));
    }

    /**
     * Pays out a credit memo, a payment or a deposit of a customer.
     *
     * @param recordType what is paid out
     * @param accountId where the money comes from
     * @return internal id of the customer refund
     */
    public String payOut(String recordType, String id, BigDecimal amount, String accountId) {
        synchronized (account) {
            ObjectNode source = TransactionAmounts.withEntity(account.store().read(find(recordType, id)));
            ObjectNode body = Json.object();
            body.set("customer", source.get("entity"));
            body.set("currency", account.store().read(find(recordType, id)).get("currency"));
            body.set("account", Json.ref(accountId));
            String list = recordType.equals("customerDeposit") ? "deposit" : "apply";
            ObjectNode row = body.putObject(list).putArray("items").addObject();
            row.set("doc", Json.ref(id));
            row.put("apply", true).put("amount", amount);
            return create("customerRefund", body);
        }
    }

    /**
     * Brings payments and refunds out of undeposited funds to a bank account.
     *
     * @return internal id of the bank deposit
     */
    public String deposit(String bankAccountId, List<String> paymentIds) {
        ObjectNode body = Json.object();
        body.set("account", Json.ref(bankAccountId));
        ArrayNode rows = body.putObject("payment").putArray("items");
        paymentIds.forEach(id -> rows.addObject().put("id", Long.parseLong(id)).put("deposit", true));
        synchronized (account) {
            return create("deposit", body);
        }
    }

    /** Voids a customer payment, deposit or refund: it stays, and comes to nothing. */
    public void voidDocument(String recordType, String id) {
        synchronized (account) {
            writer.voidMoney(find(recordType, id), Origin.PERSON);
        }
    }

    /** Deletes a document; what it was applied to is open again. */
    public void delete(String recordType, String id) {
        synchronized (account) {
            writer.delete(find(recordType, id), Origin.PERSON);
        }
    }

    /** From now on no posting document of that month is written, changed or deleted. */
    public void closePeriod(YearMonth month) {
        synchronized (account) {
            account.periods().close(month);
        }
    }

    /** Opens a month again. */
    public void openPeriod(YearMonth month) {
        synchronized (account) {
            account.periods().open(month);
        }
    }

    private String transform(String source, String id, String target, ObjectNode body) {
        synchronized (account) {
            RecordType type = account.catalog().get(target);
            return writer.transform(find(source, id), type, body, true, Origin.PERSON)
                    .id();
        }
    }

    private String create(String recordType, ObjectNode body) {
        return writer.create(account.catalog().get(recordType), body, true, Origin.PERSON)
                .id();
    }

    private StoredRecord find(String recordType, String id) {
        return account.store()
                .find(account.catalog().get(recordType), Long.parseLong(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no " + recordType + " " + id + "."));
    }

    private static ObjectNode parse(String json) {
        return Json.parseObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
