package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of credit memos. One that is made out of an invoice credits no more of a line than was billed of it. Goods on it
 * return to the shelves.
 */
final class CreditMemoRules implements RecordRules {
    private static final Set<String> INVOICES = Set.of("invoice");

    private final Account account;
    private final SaleDocument sale;
    private final ReturnLimits limits;
    private final ApplyList applyList;
    private final Settlement settlement;

    CreditMemoRules(
            Account account, SaleDocument sale, ReturnLimits limits, ApplyList applyList, Settlement settlement) {
        this.account = account;
        this.sale = sale;
        this.limits = limits;
        this.applyList = applyList;
        this.settlement = settlement;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        account.chart().require(draft, "account", AccountKind.ACCOUNTS_RECEIVABLE);
        sale.complete("creditMemo", draft, before);
        limits.check(draft, before);
        BigDecimal applied = applyList.complete(draft, before, "apply", "entity", INVOICES);
        BigDecimal refunded = before.map(MoneyReceived::usedByOthers).orElse(BigDecimal.ZERO);
        BigDecimal total = Json.number(draft, "total");
        if (applied.add(refunded).compareTo(total) > 0) {
            throw Refusal.userError(
                    "The amount applied, " + applied.add(refunded).toPlainString() + ", is more than the credit of "
                            + total.toPlainString() + ".");
        }
        draft.set("status", Json.ref("A"));
    }

    @Override
    public void checkDelete(StoredRecord record) {
        settlement.refuseLinked(record);
        sale.checkDelete(record);
    }

    @Override
    public void afterReplaced(StoredRecord before) {
        settlement.refreshTargets(before);
    }

    @Override
    public void afterChange(StoredRecord record) {
        sale.post(record);
        settlement.refreshTargets(record);
        settlement.refresh(record.id());
    }
}
