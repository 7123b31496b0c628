package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rules of journal entries: at least two lines, each a debit or a credit, and both sides equal to the cent. A line in
 * receivables names whose they are. Sentences but the one about balance are made up here.
 */
final class JournalEntryRules implements RecordRules {
    private final Account account;
    private final SaleHeader header;

    JournalEntryRules(Account account, SaleHeader header) {
        this.account = account;
        this.header = header;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        if (!Json.has(draft, "subsidiary")) {
            throw Refusal.missing("Subsidiary");
        }
        if (!Json.has(draft, "currency")) {
            draft.set("currency", Json.ref("1"));
        }
        header.completeRate(draft);
        SaleHeader.defaultDay(draft, account.today());
        header.checkPeriod(draft, before);
        List<ObjectNode> lines = Json.rows(draft, "line");
        if (lines.size() < 2) {
            throw Refusal.userError("You must enter at least two lines for this transaction.");
        }
        BigDecimal debit = BigDecimal.ZERO;
        BigDecimal credit = BigDecimal.ZERO;
        long number = LineNumbers.last(draft, before, "line");
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = lines.get(i);
            check(line, "line.items[" + i + "]");
            if (!Json.has(line, "line")) {
                line.put("line", ++number);
            }
            debit = debit.add(Json.number(line, "debit"));
            credit = credit.add(Json.number(line, "credit"));
        }
        if (debit.compareTo(credit) != 0) {
            throw Refusal.unbalanced();
        }
        draft.put("debitTotal", debit).put("creditTotal", credit).put("approved", true);
        draft.set("status", Json.ref("B"));
    }

    @Override
    public void checkDelete(StoredRecord record) {
        account.periods()
                .refuseClosed(LocalDate.parse(
                        account.store().read(record).path("tranDate").asText()));
    }

    private void check(ObjectNode line, String path) {
        if (!Json.has(line, "account")) {
            throw Refusal.missing("Account");
        }
        BigDecimal debit = Json.number(line, "debit");
        BigDecimal credit = Json.number(line, "credit");
        if (debit.signum() < 0 || credit.signum() < 0 || (debit.signum() == 0) == (credit.signum() == 0)) {
            throw Refusal.invalidContent("A journal line has either a debit or a credit.", path);
        }
        if (Json.refId(line, "account").equals(account.chart().receivable()) && !Json.has(line, "entity")) {
            throw Refusal.missing("Name");
        }
    }
}
