package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is still open of invoices, credit memos, payments and deposits, computed from the documents that point at them.
 * Amounts are in the transaction's currency. Guarded by the account's lock.
 */
final class Settlement {
    /** Where a customer refund keeps the deposits it pays out; a GET shows that sublist empty. */
    static final String REFUNDED_DEPOSITS = "$deposit";

    private final Account account;

    Settlement(Account account) {
        this.account = account;
    }

    /** What a document came to before anything was applied. */
    static BigDecimal amount(ObjectNode body) {
        return Json.number(
                body, body.path("payment").isContainerNode() || !Json.has(body, "payment") ? "total" : "payment");
    }

    /** What can still be applied to, or from, a document. */
    BigDecimal open(StoredRecord record) {
        ObjectNode body = account.store().read(record);
        if (record.type().equals("depositApplication")) {
            return BigDecimal.ZERO;
        }
        return amount(body).subtract(applied(body)).subtract(used(record));
    }

    /** What a document applies to others itself. */
    static BigDecimal applied(ObjectNode body) {
        return sum(Json.rows(body, "apply"));
    }

    /** What other documents take of this one. */
    BigDecimal used(StoredRecord record) {
        BigDecimal used = BigDecimal.ZERO;
        for (StoredRecord other : pointingAt(record.id())) {
            ObjectNode body = account.store().read(other);
            used = used.add(taken(body, "apply", record.id())).add(taken(body, REFUNDED_DEPOSITS, record.id()));
            if (other.type().equals("depositApplication")
                    && Json.refId(body, "deposit").equals(record.id())) {
                used = used.add(Json.number(body, "total"));
            }
        }
        return used;
    }

    /** Documents that apply to, pay out, deposit or belong to that transaction. */
    List<StoredRecord> pointingAt(String id) {
        return account.store().lookup("transaction", RecordIndexes.APPLIES_TO, id).stream()
                .sorted()
                .flatMap(number -> Optional.ofNullable(account.store().at("transaction", number)).stream())
                .toList();
    }

    /** The bank deposit that took a payment to the bank. */
    Optional<StoredRecord> bankDepositOf(String id) {
        return pointingAt(id).stream()
                .filter(other -> other.type().equals("deposit"))
                .findFirst();
    }

    /** Whether the money of a document has left undeposited funds, or never lay there. */
    boolean isDeposited(StoredRecord record) {
        return !account.chart().waitsForDeposit(account.store().read(record))
                || bankDepositOf(record.id()).isPresent();
    }

    /** Refuses to delete, void or change the amount of what others are linked to. */
    void refuseLinked(StoredRecord record) {
        if (!pointingAt(record.id()).isEmpty()
                || !account.store()
                        .lookup("transaction", "createdfrom", record.id())
                        .isEmpty()) {
            throw Refusal.userError("This transaction cannot be deleted because other transactions are linked to it.");
        }
    }

    /** Brings everything into line that a document points at. */
    void refreshTargets(StoredRecord record) {
        RecordIndexes.appliesTo(account.store().read(record)).forEach(this::refresh);
    }

    /** Brings a document into line with what points at it; stores it only if that changes something. */
    void refresh(String id) {
        Optional<StoredRecord> found = account.transaction(id);
        if (found.isEmpty()) {
            return;
        }
        StoredRecord record = found.get();
        ObjectNode before = account.store().read(record);
        ObjectNode body = before.deepCopy();
        settle(record, body);
        if (!body.equals(before)) {
            account.refresh(record.recordType(), record.number(), body);
        }
    }

    private void settle(StoredRecord record, ObjectNode body) {
        if (Json.ticked(body, "voided")) {
            body.set("status", Json.ref("V"));
            return;
        }
        BigDecimal used = used(record);
        if (used.signum() == 0) {
            body.remove("$used");
        } else {
            body.put("$used", used);
        }
        bankDepositOf(record.id())
                .ifPresentOrElse(bank -> body.put("$bankDeposit", bank.id()), () -> body.remove("$bankDeposit"));
        BigDecimal open = open(record);
        BigDecimal amount = amount(body);
        switch (record.type()) {
            case "invoice" -> {
                body.put("amountPaid", amount.subtract(open)).put("amountRemaining", open);
                body.set("status", Json.ref(open.signum() == 0 ? "B" : "A"));
            }
            case "creditMemo" -> {
                body.put("amountPaid", amount.subtract(open)).put("amountRemaining", open);
                body.put("applied", applied(body)).put("unapplied", open);
                body.set("status", Json.ref(open.signum() == 0 ? "B" : "A"));
            }
            case "customerPayment" -> {
                body.put("applied", applied(body)).put("unapplied", open).put("total", amount);
                body.set("status", Json.ref(isDeposited(record) ? "C" : "B"));
            }
            case "cashSale" -> body.set("status", Json.ref(isDeposited(record) ? "C" : "B"));
            case "customerDeposit" -> body.set("status", Json.ref(depositStatus(record, open)));
            default -> {}
        }
    }

    private String depositStatus(StoredRecord deposit, BigDecimal open) {
        if (open.signum() == 0) {
            boolean applied = pointingAt(deposit.id()).stream()
                    .anyMatch(other -> other.type().equals("depositApplication"));
            return applied ? "C" : "R";
        }
        return isDeposited(deposit) ? "B" : "A";
    }

    private static BigDecimal taken(ObjectNode body, String list, String id) {
        return sum(Json.rows(body, list).stream()
                .filter(row -> Json.refId(row, "doc").equals(id))
                .toList());
    }

    private static BigDecimal sum(List<ObjectNode> rows) {
        return rows.stream().map(row -> Json.number(row, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Deposits that were entered for an order and still have something left, oldest first. */
    Set<StoredRecord> openDepositsOf(String orderId) {
        Set<StoredRecord> deposits = new LinkedHashSet<>();
        for (StoredRecord other : pointingAt(orderId)) {
            if (other.type().equals("customerDeposit") && open(other).signum() > 0) {
                deposits.add(other);
            }
        }
        return deposits;
    }
}
