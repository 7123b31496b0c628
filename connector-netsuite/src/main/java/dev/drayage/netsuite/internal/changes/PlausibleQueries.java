package dev.drayage.netsuite.internal.changes;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Asks the query service until the rows fit the question: a page that belongs to another one is asked for again. Thread-safe. */
public final class PlausibleQueries {
    private static final int TRIES = 3;

    private final SuiteQlClient queries;
    private final int pageSize;
    private final String subject;

    /** Queries about {@code subject}, a name for messages, in portions of {@code pageSize} ids. */
    public PlausibleQueries(SuiteQlClient queries, int pageSize, String subject) {
        this.queries = queries;
        this.pageSize = pageSize;
        this.subject = subject;
    }

    /** Rows that all fit. */
    public List<Row> rows(SuiteQl query, List<String> bound, Predicate<Row> fits, CallContext call) {
        for (int i = 0; i < TRIES; i++) {
            List<Row> rows = queries.rows(query, bound, call);
            if (rows.stream().allMatch(fits)) {
                return rows;
            }
        }
        throw new UnavailableException(
                ErrorCode.ANSWER_MALFORMED,
                "a query about " + subject + " answered rows of another one, several times");
    }

    /** One row per id; an id without a row is asked for again before it is believed to have none. */
    public Map<String, Row> heads(SuiteQl byId, Collection<String> ids, CallContext call) {
        return heads(byId, ids, List.of(), call);
    }

    /** The same, for a query whose first bound values are {@code before}. */
    public Map<String, Row> heads(SuiteQl byId, Collection<String> ids, List<String> before, CallContext call) {
        Map<String, Row> found = new LinkedHashMap<>();
        for (int i = 0; i < TRIES && found.size() < ids.size(); i++) {
            List<String> missing =
                    ids.stream().filter(id -> !found.containsKey(id)).toList();
            for (Row row : queries.rowsOf(missing, count -> byId.values("ids", count), before, call)) {
                row.text("id").filter(missing::contains).ifPresent(id -> found.put(id, row));
            }
        }
        return found;
    }

    /**
     * Rows by the id in the column {@code owner}; each must have a value in the column {@code mandatory} too.
     *
     * @param query has a hole {@code ids}
     */
    public Map<String, List<Row>> grouped(
            SuiteQl query, String owner, String mandatory, Collection<String> ids, CallContext call) {
        Map<String, List<Row>> found = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += pageSize) {
            List<String> some = ids.stream().skip(from).limit(pageSize).toList();
            rows(
                            query.values("ids", some.size()),
                            some,
                            row -> row.text(mandatory).isPresent()
                                    && row.text(owner).filter(some::contains).isPresent(),
                            call)
                    .forEach(row -> found.computeIfAbsent(row.required(owner), id -> new ArrayList<>())
                            .add(row));
        }
        return found;
    }
}
