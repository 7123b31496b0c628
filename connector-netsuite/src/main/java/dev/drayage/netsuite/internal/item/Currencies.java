package dev.drayage.netsuite.internal.item;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Currencies and their internal ids: as the settings say, else by symbol in the account. Thread-safe. */
public final class Currencies {
    private final SuiteQlClient queries;
    private final SuiteQl bySymbol = SuiteQl.of(Currencies.class, "currencies");
    private final SuiteQl byId = SuiteQl.of(Currencies.class, "currency-by-id");
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Currency> known = new ConcurrentHashMap<>();

    /** Starts with the given ids by ISO code. */
    public Currencies(SuiteQlClient queries, Map<String, String> given) {
        this.queries = queries;
        ids.putAll(given);
        given.forEach((iso, id) -> known.put(id, Currency.getInstance(iso)));
    }

    /** The internal id, if the account has exactly one currency of that symbol. */
    public Optional<String> id(Currency currency, CallContext call) {
        String iso = currency.getCurrencyCode();
        String found = ids.get(iso);
        if (found != null) {
            return Optional.of(found);
        }
        List<Row> rows = queries.rows(bySymbol, List.of(iso), call);
        if (rows.size() != 1) {
            return Optional.empty();
        }
        String id = rows.get(0).required("id");
        ids.put(iso, id);
        return Optional.of(id);
    }

    /**
     * The currency of an internal id.
     *
     * @throws IllegalArgumentException if neither the settings nor the account's symbol tell which it is
     */
    public Currency of(String id, CallContext call) {
        Currency found = known.get(id);
        if (found != null) {
            return found;
        }
        String symbol = queries.rows(byId, List.of(id), call).stream()
                .flatMap(row -> row.text("symbol").stream())
                .findFirst()
                .orElse("");
        try {
            Currency currency = Currency.getInstance(symbol);
            known.put(id, currency);
            return currency;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency " + id
                            + " has no ISO code as its symbol, or the role does not see it; setting currencies can"
                            + " name it",
                    e);
        }
    }
}
