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

/** Internal ids of currencies: as the settings say, else by symbol in the account. Thread-safe. */
public final class Currencies {
    private final SuiteQlClient queries;
    private final SuiteQl bySymbol = SuiteQl.of(Currencies.class, "currencies");
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** Starts with the given ids by ISO code. */
    public Currencies(SuiteQlClient queries, Map<String, String> given) {
        this.queries = queries;
        ids.putAll(given);
    }

    /** The internal id, if the account has exactly one currency of that symbol. */
    public Optional<String> id(Currency currency, CallContext call) {
        String iso = currency.getCurrencyCode();
        String known = ids.get(iso);
        if (known != null) {
            return Optional.of(known);
        }
        List<Row> rows = queries.rows(bySymbol, List.of(iso), call);
        if (rows.size() != 1) {
            return Optional.empty();
        }
        String id = rows.get(0).required("id");
        ids.put(iso, id);
        return Optional.of(id);
    }
}
