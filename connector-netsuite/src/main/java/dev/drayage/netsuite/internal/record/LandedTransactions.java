package dev.drayage.netsuite.internal.record;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Transactions of one kind that stand under given external ids. Thread-safe. */
public final class LandedTransactions {
    private final SuiteQlClient queries;
    private final RecordKind kind;
    private final SuiteQl query = SuiteQl.of(LandedTransactions.class, "transactions-by-external-id");

    /** A look-up among transactions of {@code kind}. */
    public LandedTransactions(SuiteQlClient queries, RecordKind kind) {
        this.queries = queries;
        this.kind = kind;
    }

    /** Rows with {@code id}, {@code tranid} and {@code status} by external id. */
    public Map<String, Row> find(Collection<String> externalIds, CallContext call) {
        Map<String, Row> found = new HashMap<>();
        queries.rowsOf(externalIds, count -> query.values("keys", count), List.of(kind.queryType()), call)
                .forEach(row -> found.put(row.required("external_id"), row));
        return found;
    }
}
