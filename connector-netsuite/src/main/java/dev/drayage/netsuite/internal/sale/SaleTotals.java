package dev.drayage.netsuite.internal.sale;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.model.SaleTransaction;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Finding;
import dev.drayage.spi.RecordSink;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the total that NetSuite computed with the one that was expected, to the cent and in the sale's own currency
 * ({@code foreigntotal}, not {@code total}, which is in the subsidiary's currency). Thread-safe.
 */
final class SaleTotals {
    private final NetSuiteAccount account;
    private final RecordKind kind;
    private final SaleFinder shelf;

    SaleTotals(NetSuiteAccount account, RecordKind kind, SaleFinder shelf) {
        this.account = account;
        this.kind = kind;
        this.shelf = shelf;
    }

    /** A problem for each sale whose total differs. */
    Map<EffectKey, List<Finding>> compare(List<RecordSink.Written> written, CallContext call) {
        Map<String, Row> rows =
                shelf.totals(written.stream().map(sale -> sale.ref().id()).toList(), call);
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

    /** A total as text, in the sale's currency if that is the one it is in. */
    String text(BigDecimal total, String currencyId, SaleTransaction sale, CallContext call) {
        return named(new Total(total, currencyId), sale.currency(), call);
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
        String computed = named(found, currency, call);
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
