package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Rules of customer deposits: money received before there is an invoice, often for one order. */
final class CustomerDepositRules implements RecordRules {
    private static final Set<String> OVER = Set.of("C", "H");

    private final Account account;
    private final MoneyReceived money;
    private final Settlement settlement;

    CustomerDepositRules(Account account, MoneyReceived money, Settlement settlement) {
        this.account = account;
        this.money = money;
        this.settlement = settlement;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        Optional<ObjectNode> order = order(draft);
        order.filter(found -> !Json.has(draft, "currency"))
                .ifPresent(found -> TransformedFields.copy(found, draft, "currency"));
        money.complete(draft, before);
        money.requirePositive(draft);
        if (before.isEmpty()) {
            order.ifPresent(found -> checkOrder(draft, found));
        }
        BigDecimal used = before.map(MoneyReceived::usedByOthers).orElse(BigDecimal.ZERO);
        if (Json.number(draft, "payment").compareTo(used) < 0) {
            throw Refusal.userError("The amount of a deposit cannot be lower than the " + used.toPlainString()
                    + " that were applied or refunded.");
        }
        draft.set("status", Json.ref(account.chart().waitsForDeposit(draft) ? "A" : "B"));
    }

    @Override
    public void checkDelete(StoredRecord record) {
        money.checkDelete(record);
    }

    @Override
    public void afterChange(StoredRecord record) {
        settlement.refresh(record.id());
    }

    private Optional<ObjectNode> order(ObjectNode draft) {
        if (!Json.has(draft, "salesOrder")) {
            return Optional.empty();
        }
        String id = Json.refId(draft, "salesOrder");
        return Optional.of(account.references()
                .find("salesOrder", id)
                .map(found -> account.store().read(found))
                .orElseThrow(() -> Refusal.invalidFieldValue(id, "salesOrder", "salesOrder")));
    }

    /** Sentences are made up here; that an order with a payment method takes no deposit is the vendor's word. */
    private static void checkOrder(ObjectNode draft, ObjectNode order) {
        String id = Json.refId(draft, "salesOrder");
        boolean fits = Json.refId(order, "entity").equals(Json.refId(draft, "customer"))
                && !OVER.contains(Json.refId(order, "status"));
        if (!fits) {
            throw Refusal.invalidFieldValue(id, "salesOrder", "salesOrder");
        }
        if (!Json.refId(order, "currency").equals(Json.refId(draft, "currency"))) {
            throw Refusal.userError("The currency of the deposit is not the currency of the sales order.");
        }
        if (Json.has(order, "paymentMethod") || Json.has(order, "paymentOption")) {
            throw Refusal.userError(
                    "A customer deposit cannot be entered for a sales order that has a payment method of its own.");
        }
    }
}
