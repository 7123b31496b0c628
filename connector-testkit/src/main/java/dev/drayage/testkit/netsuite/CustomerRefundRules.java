package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of customer refunds: they pay out credit memos, payments and deposits. The {@code deposit} sublist is empty on
 * every GET and cannot be changed, as the vendor says; the account remembers it all the same.
 */
final class CustomerRefundRules implements RecordRules {
    private static final Set<String> CREDITS = Set.of("creditMemo", "customerPayment");
    private static final Set<String> DEPOSITS = Set.of("customerDeposit");

    private final SaleHeader header;
    private final MoneyReceived money;
    private final ApplyList applyList;
    private final Settlement settlement;

    CustomerRefundRules(SaleHeader header, MoneyReceived money, ApplyList applyList, Settlement settlement) {
        this.header = header;
        this.money = money;
        this.applyList = applyList;
        this.settlement = settlement;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        header.complete(draft, "customer");
        header.checkPeriod(draft, before);
        if (!Json.has(draft, "account")) {
            throw Refusal.missing("Account");
        }
        if (before.isPresent() && !Json.rows(draft, "deposit").isEmpty()) {
            throw Refusal.userError("The deposit sublist of a customer refund cannot be updated.");
        }
        BigDecimal credits = applyList.complete(draft, before, "apply", "customer", CREDITS);
        BigDecimal deposits = before.map(old -> Json.number(old, "total").subtract(Settlement.applied(old)))
                .orElseGet(() -> applyList.complete(draft, before, "deposit", "customer", DEPOSITS));
        if (before.isEmpty()) {
            hideDeposits(draft);
        }
        BigDecimal total = credits.add(deposits);
        if (total.signum() <= 0) {
            throw Refusal.userError("You must apply this refund to at least one credit or deposit.");
        }
        draft.put("total", total);
        before.ifPresent(old -> MoneyReceived.refuseChangeOfDeposited(draft, old));
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

    private void hideDeposits(ObjectNode draft) {
        if (Json.has(draft, "deposit")) {
            draft.set(Settlement.REFUNDED_DEPOSITS, draft.get("deposit"));
            draft.putObject("deposit").putArray("items");
        }
    }
}
