package dev.drayage.netsuite.internal.bankdeposit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.Money;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.money.MoneySink;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.record.LineBreaks;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.List;
import java.util.Optional;

/** Writes sums between accounts as journal entries (help: "Journal Entry" in the REST guide). Thread-safe. */
public final class JournalEntrySink extends MoneySink<JournalEntry> {
    private final MoneyOptions money;

    /** A sink that books as the settings say. */
    public JournalEntrySink(NetSuiteAccount account, MoneyOptions money) {
        super(account, RecordType.JOURNAL_ENTRY, RecordKind.JOURNAL_ENTRY);
        this.money = money;
    }

    @Override
    protected Money total(JournalEntry entry) {
        Money debits = Money.zero(entry.currency());
        for (JournalEntry.Line line : entry.lines()) {
            if (line.amount().signum() > 0) {
                debits = debits.plus(line.amount());
            }
        }
        return debits;
    }

    /** NetSuite refuses an entry out of balance itself, and which total it shows for one is not documented. */
    @Override
    protected String expectation(JournalEntry entry) {
        return "";
    }

    @Override
    protected List<Violation> obstacles(JournalEntry entry) {
        return entry.lines().stream()
                .flatMap(line -> named(entry, line).violation().stream())
                .toList();
    }

    private MoneyOptions.Named named(JournalEntry entry, JournalEntry.Line line) {
        return switch (line.account().kind()) {
            case BANK -> money.payoutBank(entry.channel().account());
            case PAYOUT_CLEARING -> money.payoutClearing(entry.channel().account());
            case POSTING ->
                money.posting(line.account().category(), line.account().type());
        };
    }

    @Override
    protected EffectOutcome write(Prepared<JournalEntry> prepared, CallContext call) {
        JournalEntry entry = prepared.effect().record();
        Optional<String> currency = account.currencies().id(entry.currency(), call);
        if (currency.isEmpty()) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.CURRENCY_MISMATCH, "currency", "the account has no currency " + entry.currency()));
        }
        ObjectNode body = body(prepared);
        MoneyBody.date(body, entry.postedAt(), money.zone());
        body.set("currency", reference(body, currency.get()));
        money.subsidiary().ifPresent(id -> body.set("subsidiary", reference(body, id)));
        body.put("memo", LineBreaks.escaped(entry.memo()));
        ArrayNode rows = body.putObject("line").putArray("items");
        for (JournalEntry.Line line : entry.lines()) {
            ObjectNode row = rows.addObject();
            named(entry, line).id().ifPresent(id -> row.set("account", reference(row, id)));
            row.put(
                    line.amount().signum() < 0 ? "credit" : "debit",
                    MoneyBody.plain(line.amount().abs()));
            row.put("memo", LineBreaks.escaped(line.memo()));
        }
        return create(RecordKind.JOURNAL_ENTRY, body, prepared, call);
    }
}
