package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;

/** What all posting documents with sold or returned items have in common. Guarded by the account's lock. */
final class SaleDocument {
    private final Account account;
    private final SaleHeader header;
    private final SaleLines lines;
    private final SaleTotals totals;
    private final SaleStock stock;

    SaleDocument(Account account, SaleHeader header, SaleLines lines, SaleStock stock) {
        this.account = account;
        this.header = header;
        this.lines = lines;
        this.totals = new SaleTotals(account);
        this.stock = stock;
    }

    /** Completes header, lines and totals of a document of that record type. */
    void complete(String type, ObjectNode draft, Optional<ObjectNode> before) {
        header.complete(draft);
        header.checkPeriod(draft, before);
        lines.complete(draft, before);
        requireLocation(draft);
        totals.complete(draft);
        if (Json.number(draft, "total").signum() < 0 && !type.equals("cashSale")) {
            throw Refusal.userError("The total of this transaction cannot be negative.");
        }
        stock.complete(type, draft, before);
    }

    void checkDelete(StoredRecord record) {
        account.periods()
                .refuseClosed(LocalDate.parse(
                        account.store().read(record).path("tranDate").asText()));
    }

    void post(StoredRecord record) {
        stock.post(record);
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
