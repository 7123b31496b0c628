package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Rules of cash sales, on their own or billed from an order. */
final class CashSaleRules implements RecordRules {
    private final Account account;
    private final SaleHeader header;
    private final SaleLines lines;
    private final OrderProgress progress;

    CashSaleRules(Account account, SaleHeader header, SaleLines lines, OrderProgress progress) {
        this.account = account;
        this.header = header;
        this.lines = lines;
        this.progress = progress;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        header.complete(draft);
        header.checkPeriod(draft);
        lines.complete(draft, before);
        requireLocation(draft);
        SaleTotals.complete(draft);
        // Money that waits for a deposit is not deposited yet; money booked to an account is.
        draft.set("status", Json.ref(Json.has(draft, "account") ? "C" : "B"));
    }

    @Override
    public void afterChange(StoredRecord record) {
        record.createdFrom().ifPresent(order -> progress.refresh(Long.parseLong(order)));
    }

    private void requireLocation(ObjectNode draft) {
        boolean known = Json.has(draft, "location")
                || !account.store().anyOf(account.catalog().get("location"));
        for (ObjectNode line : Json.rows(draft, "item")) {
            if (!known && line.path("itemType").asText().equals("InvtPart") && !Json.has(line, "location")) {
                throw Refusal.missing("Location");
            }
        }
    }
}
