package dev.drayage.netsuite.internal.money;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Finding;
import dev.drayage.spi.RecordSink;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the total that NetSuite computed with the one that was expected, to the cent and in the sale's own currency
 * ({@code foreigntotal}, not {@code total}, which is in the subsidiary's currency). Thread-safe.
 */
public final class BookedTotals {
    private final NetSuiteAccount account;
    private final RecordKind kind;
    private final SuiteQl query = SuiteQl.of(BookedTotals.class, "booked-totals");

    private final boolean signed;

    /** A comparison of records of one kind. */
    public BookedTotals(NetSuiteAccount account, RecordKind kind) {
        this(account, kind, true);
    }

    /** A comparison of records of one kind; queries show some kinds of money with either sign. */
    BookedTotals(NetSuiteAccount account, RecordKind kind, boolean signed) {
        this.account = account;
        this.kind = kind;
        this.signed = signed;
    }

    /** A problem for each sale whose total differs. */
    public Map<EffectKey, List<Finding>> compare(List<RecordSink.Written> written, CallContext call) {
        Map<String, Row> rows = new HashMap<>();
        account.queries()
                .rowsOf(
                        written.stream().map(sale -> sale.ref().id()).toList(),
                        count -> query.values("ids", count),
                        List.of(),
                        call)
                .forEach(row -> rows.put(row.required("id"), row));
        Map<EffectKey, List<Finding>> findings = new LinkedHashMap<>();
        for (RecordSink.Written sale : written) {
            if (sale.expectation().isEmpty()) {
                continue;
            }
            String id = sale.ref().id();
            Row row = rows.get(id);
            Optional<Total> total = row == null
                    ? reread(id, call)
                    : row.number("total")
                            .map(amount ->
                                    new Total(amount, row.text("currency").orElse("")));
            total.flatMap(found -> difference(sale, found, call))
                    .ifPresent(finding -> findings.put(sale.key(), List.of(finding)));
        }
        return findings;
    }

    /** A total as text, in the given currency if that is the one it is in. */
    public String text(BigDecimal total, String currencyId, Currency expected, CallContext call) {
        return named(new Total(total, currencyId), expected, call);
    }

    private record Total(BigDecimal amount, String currencyId) {}

    /** Queries may lag behind; the record itself does not. */
    private Optional<Total> reread(String id, CallContext call) {
        return account.records().read(kind, id, call).flatMap(record -> {
            JsonValue currency = record.at("currency");
            return record.decimal("total")
                    .map(amount -> new Total(amount, RecordClient.idOf(currency).orElse("")));
        });
    }

    private Optional<Finding> difference(RecordSink.Written sale, Total found, CallContext call) {
        String[] parts = sale.expectation().split(" ", 2);
        Currency currency = Currency.getInstance(parts[0]);
        Total shown = signed ? found : new Total(found.amount().abs(), found.currencyId());
        String computed = named(shown, currency, call);
        if (computed.equals(Money.of(parts[1], parts[0]).toString())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Finding.Severity.PROBLEM,
                ErrorCode.TOTAL_MISMATCH,
                kind.path() + " " + sale.ref().id() + " came to " + computed + " in NetSuite, expected was "
                        + sale.expectation()));
    }

    private String named(Total total, Currency expected, CallContext call) {
        boolean same = account.currencies()
                .id(expected, call)
                .filter(total.currencyId()::equals)
                .isPresent();
        return same
                ? new Money(total.amount(), expected).toString()
                : total.amount().toPlainString() + " in currency " + total.currencyId();
    }
}
