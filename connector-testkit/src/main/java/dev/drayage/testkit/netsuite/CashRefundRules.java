package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Rules of cash refunds. One that is made out of a cash sale refunds no more than the sale took, in pieces of a line and
 * in money. Goods on it return to the shelves. Money that names no account comes out of undeposited funds.
 */
final class CashRefundRules implements RecordRules {
    private final SaleDocument sale;
    private final ReturnLimits limits;
    private final Settlement settlement;

    CashRefundRules(SaleDocument sale, ReturnLimits limits, Settlement settlement) {
        this.sale = sale;
        this.limits = limits;
        this.settlement = settlement;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        sale.complete("cashRefund", draft, before);
        before.ifPresent(old -> MoneyReceived.refuseChangeOfDeposited(draft, old));
        limits.check(draft, before);
    }

    @Override
    public void checkDelete(StoredRecord record) {
        settlement.refuseLinked(record);
        sale.checkDelete(record);
    }

    @Override
    public void afterChange(StoredRecord record) {
        sale.post(record);
        settlement.refresh(record.id());
    }
}
