package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Rules of cash sales, on their own or billed from an order. */
final class CashSaleRules implements RecordRules {
    private final Account account;
    private final SaleDocument sale;
    private final OrderProgress progress;
    private final Settlement settlement;

    CashSaleRules(Account account, SaleDocument sale, OrderProgress progress, Settlement settlement) {
        this.account = account;
        this.sale = sale;
        this.progress = progress;
        this.settlement = settlement;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        sale.complete("cashSale", draft, before);
        before.ifPresent(old -> MoneyReceived.refuseChangeOfDeposited(draft, old));
        // Money that waits for a deposit is not deposited yet; money booked to an account is.
        draft.set("status", Json.ref(account.chart().waitsForDeposit(draft) ? "B" : "C"));
    }

    @Override
    public void checkDelete(StoredRecord record) {
        settlement.refuseLinked(record);
    }

    @Override
    public void afterChange(StoredRecord record) {
        sale.post(record);
        settlement.refresh(record.id());
        record.createdFrom().ifPresent(order -> progress.refresh(Long.parseLong(order)));
    }
}
