package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Rules of customer payments: money received, applied to invoices or kept on account. */
final class CustomerPaymentRules implements RecordRules {
    private static final Set<String> INVOICES = Set.of("invoice");

    private final Account account;
    private final MoneyReceived money;
    private final ApplyList applyList;
    private final Settlement settlement;

    CustomerPaymentRules(Account account, MoneyReceived money, ApplyList applyList, Settlement settlement) {
        this.account = account;
        this.money = money;
        this.applyList = applyList;
        this.settlement = settlement;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        money.complete(draft, before);
        account.chart().require(draft, "arAcct", AccountKind.ACCOUNTS_RECEIVABLE);
        if (before.isEmpty() && Json.ticked(draft, "autoApply") && !Json.has(draft, "apply")) {
            applyList.addOldest(draft, "customer", Json.number(draft, "payment"));
        }
        BigDecimal applied = applyList.complete(draft, before, "apply", "customer", INVOICES);
        if (!Json.has(draft, "payment") && applied.signum() > 0) {
            draft.put("payment", applied);
        }
        money.requirePositive(draft);
        BigDecimal payment = Json.number(draft, "payment");
        BigDecimal refunded = before.map(MoneyReceived::usedByOthers).orElse(BigDecimal.ZERO);
        if (applied.add(refunded).compareTo(payment) > 0) {
            throw Refusal.userError(
                    "The amount applied, " + applied.add(refunded).toPlainString() + ", is more than the payment of "
                            + payment.toPlainString() + ".");
        }
        draft.set("status", Json.ref(account.chart().waitsForDeposit(draft) ? "B" : "C"));
    }

    @Override
    public void checkDelete(StoredRecord record) {
        money.checkDelete(record);
    }

    @Override
    public void afterReplaced(StoredRecord before) {
        settlement.refreshTargets(before);
    }

    @Override
    public void afterChange(StoredRecord record) {
        settlement.refreshTargets(record);
        settlement.refresh(record.id());
    }
}
