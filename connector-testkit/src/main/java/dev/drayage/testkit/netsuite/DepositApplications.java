package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Applies customer deposits to invoices. Nobody creates a deposit application by request; it comes with the invoice of an
 * order, or from somebody at the screen, and the journal of writes does not show it. Guarded by the account's lock.
 */
final class DepositApplications implements RecordRules {
    static final String TYPE = "depositApplication";

    private final Account account;
    private final Settlement settlement;

    DepositApplications(Account account, Settlement settlement) {
        this.account = account;
        this.settlement = settlement;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        if (before.isEmpty()) {
            throw Refusal.userError("A deposit application cannot be created: apply the deposit to an invoice.");
        }
        boolean same = before.get().path("apply").equals(draft.path("apply"))
                && Json.refId(before.get(), "deposit").equals(Json.refId(draft, "deposit"));
        if (!same) {
            throw Refusal.userError("What a deposit application applies cannot be changed: delete it.");
        }
    }

    @Override
    public void afterChange(StoredRecord record) {
        settlement.refreshTargets(record);
    }

    /** Applies what the deposits of an order still hold to its invoice, oldest deposit first. */
    void applyAllOf(String orderId, StoredRecord invoice) {
        for (StoredRecord deposit : settlement.openDepositsOf(orderId)) {
            BigDecimal open = currentOpen(invoice.id());
            ObjectNode billed =
                    account.store().read(account.transaction(invoice.id()).orElseThrow());
            ObjectNode paid = account.store().read(deposit);
            boolean fits = Json.refId(paid, "currency").equals(Json.refId(billed, "currency"))
                    && Json.refId(paid, "customer").equals(Json.refId(billed, "entity"));
            if (fits && open.signum() > 0) {
                apply(deposit, invoice, open.min(settlement.open(deposit)));
            }
        }
    }

    /** Applies an amount in the deposit's currency; returns the internal id of the application. */
    String apply(StoredRecord deposit, StoredRecord invoice, BigDecimal amount) {
        ObjectNode from = account.store().read(deposit);
        ObjectNode to = account.store().read(invoice);
        boolean fits = Json.refId(from, "customer").equals(Json.refId(to, "entity"))
                && Json.refId(from, "currency").equals(Json.refId(to, "currency"))
                && amount.signum() > 0
                && amount.compareTo(settlement.open(deposit)) <= 0
                && amount.compareTo(currentOpen(invoice.id())) <= 0;
        if (!fits) {
            throw Refusal.userError("The amount is more than what is open on the deposit or the invoice, or they are"
                    + " not of one customer and currency.");
        }
        RecordType type = account.catalog().get(TYPE);
        ObjectNode body = Json.object();
        for (String field : new String[] {"customer", "subsidiary", "currency", "exchangeRate"}) {
            TransformedFields.copy(from, body, field);
        }
        body.set("deposit", Json.ref(deposit.id()));
        body.set("depositDate", from.path("tranDate"));
        body.set("tranDate", to.path("tranDate"));
        account.periods().check(body);
        body.put("total", amount).put("applied", amount).put("unapplied", BigDecimal.ZERO);
        ObjectNode row = body.putObject("apply").putArray("items").addObject();
        row.set("doc", Json.ref(invoice.id()));
        row.put("line", 0).put("apply", true).put("amount", amount);
        row.put("type", invoice.recordType().label())
                .put("refNum", invoice.tranId().orElse(invoice.id()));
        account.numbers().complete(type, body);
        StoredRecord saved = account.refresh(type, account.store().nextId(type), body);
        afterChange(saved);
        return saved.id();
    }

    private BigDecimal currentOpen(String invoiceId) {
        return account.transaction(invoiceId).map(settlement::open).orElse(BigDecimal.ZERO);
    }
}
