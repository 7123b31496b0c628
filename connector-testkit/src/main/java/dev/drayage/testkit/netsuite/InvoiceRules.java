package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;

/** Rules of invoices, on their own or billed from an order. */
final class InvoiceRules implements RecordRules {
    private final Account account;
    private final SaleDocument sale;
    private final OrderProgress progress;
    private final Settlement settlement;
    private final DepositApplications deposits;

    InvoiceRules(
            Account account,
            SaleDocument sale,
            OrderProgress progress,
            Settlement settlement,
            DepositApplications deposits) {
        this.account = account;
        this.sale = sale;
        this.progress = progress;
        this.settlement = settlement;
        this.deposits = deposits;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        account.chart().require(draft, "account", AccountKind.ACCOUNTS_RECEIVABLE);
        sale.complete("invoice", draft, before);
        takeTerms(draft);
        before.ifPresent(old -> {
            new BillLimits(account).check(draft, old);
            if (Json.number(draft, "total").compareTo(Json.number(old, "amountPaid")) < 0) {
                throw Refusal.userError("The total of an invoice cannot be lower than what was applied to it, "
                        + Json.number(old, "amountPaid").toPlainString() + ".");
            }
        });
        draft.set("status", Json.ref("A"));
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
        record.createdFrom().ifPresent(order -> progress.refresh(Long.parseLong(order)));
    }

    @Override
    public void afterCreated(StoredRecord record) {
        if (account.settings().has(AccountPreference.APPLY_DEPOSITS_AUTOMATICALLY)) {
            record.createdFrom().ifPresent(order -> deposits.applyAllOf(order, record));
        }
    }

    /** Terms come from the customer; the due date from the terms, if a test seeded how many days they give. */
    private void takeTerms(ObjectNode draft) {
        if (!Json.has(draft, "terms")) {
            account.references()
                    .find("customer", Json.refId(draft, "entity"))
                    .ifPresent(
                            customer -> TransformedFields.copy(account.store().read(customer), draft, "terms"));
        }
        if (!Json.has(draft, "dueDate")) {
            long days = account.references()
                    .find("term", Json.refId(draft, "terms"))
                    .map(term ->
                            account.store().read(term).path("daysUntilNetDue").asLong(0))
                    .orElse(0L);
            LocalDate day = LocalDate.parse(draft.path("tranDate").asText());
            draft.put("dueDate", day.plusDays(days).toString());
        }
    }
}
