package dev.drayage.netsuite.internal.suiteql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Safety;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The query service (help: "Executing SuiteQL Queries Through REST Web Services"). Values are bound. A page whose number of
 * rows is not what its own counters say is asked for again. The caller orders by a unique column wherever more than a
 * thousand rows may come. Blocking and thread-safe; reads only.
 */
public final class SuiteQlClient {
    private static final String PATH = "/services/rest/query/v1/suiteql";
    private static final String OPERATION = "suiteql";
    private static final int PAGE = 1000;
    /** A thousand pages: the service gives no more of one query (help: "Executing SuiteQL Queries Through REST Web Services"). */
    private static final int MOST = 1_000 * PAGE;

    private static final int VALUES_AT_ONCE = 500;
    private static final int TRIES = 3;

    private final ApiClient http;
    private final Json json;

    /** A client that sends through {@code http}. */
    public SuiteQlClient(ApiClient http, Json json) {
        this.http = http;
        this.json = json;
    }

    /**
     * All rows of a query.
     *
     * @throws AuthorisationException if the role may not query
     * @throws RefusedException if the query is refused, such as for a field that the account does not have
     * @throws UnavailableException if no complete answer could be had
     */
    public List<Row> rows(SuiteQl query, List<String> values, CallContext call) {
        List<Row> rows = new ArrayList<>();
        for (int offset = 0; offset < MOST; offset += PAGE) {
            Answer page = complete(query, values, offset, call);
            rows.addAll(page.rows());
            if (!page.more()) {
                return rows;
            }
        }
        throw new UnavailableException(
                ErrorCode.ANSWER_MALFORMED, "a query announced another page after " + MOST + " rows");
    }

    /** All rows of a query that asks for many values, some hundred at once; doubles are asked for once. */
    public List<Row> rowsOf(
            Collection<String> values, Function<Integer, SuiteQl> query, List<String> before, CallContext call) {
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(values));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < distinct.size(); i += VALUES_AT_ONCE) {
            List<String> some = distinct.subList(i, Math.min(i + VALUES_AT_ONCE, distinct.size()));
            List<String> bound = new ArrayList<>(before);
            bound.addAll(some);
            rows.addAll(rows(query.apply(some.size()), bound, call));
        }
        return rows;
    }

    private record Answer(List<Row> rows, boolean more, boolean complete) {}

    private Answer complete(SuiteQl query, List<String> values, int offset, CallContext call) {
        for (int i = 0; i < TRIES; i++) {
            Answer page = page(query, values, offset, call);
            if (page.complete()) {
                return page;
            }
        }
        throw new UnavailableException(
                ErrorCode.ANSWER_MALFORMED, "a query answered fewer or more rows than it counted, several times");
    }

    private Answer page(SuiteQl query, List<String> values, int offset, CallContext call) {
        ObjectNode body = json.object().put("q", query.text());
        ArrayNode bound = body.putArray("params");
        values.forEach(bound::add);
        ApiResponse answer = http.send(
                ApiRequest.post(OPERATION)
                        .path(PATH)
                        .query("limit", Integer.toString(PAGE))
                        .query("offset", Integer.toString(offset))
                        .header("Prefer", "transient")
                        .json(json.write(body))
                        .safety(Safety.SAFE)
                        .build(),
                call);
        if (answer.status() == 403) {
            throw new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING,
                    "the role may not query: grant SuiteAnalytics Workbook (REPO_ANALYTICS) and the records queried",
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        JsonValue page = json.read(answer.body(), OPERATION);
        List<Row> rows = page.requiredElements("items").stream().map(Row::new).toList();
        Optional<Integer> total = page.at("totalResults").whole();
        boolean more = page.required("hasMore").flag().orElse(false)
                || total.filter(count -> count > offset + PAGE).isPresent();
        int expected =
                total.map(count -> Math.max(0, Math.min(PAGE, count - offset))).orElse(rows.size());
        boolean full = !more || rows.size() == PAGE; // what another page's offset would skip is not lost
        return new Answer(rows, more, full && rows.size() == expected);
    }

    private RefusedException refused(ApiResponse answer) {
        String why = "";
        try {
            List<JsonValue> details = json.read(answer.body(), OPERATION).elements("o:errorDetails");
            why = details.isEmpty() ? "" : details.get(0).text("detail").orElse("");
        } catch (UnavailableException e) {
            why = "no details";
        }
        return new RefusedException(
                why.toLowerCase(Locale.ROOT).contains("unknown identifier")
                        ? ErrorCode.FIELD_UNKNOWN
                        : ErrorCode.REFUSED_BY_TARGET,
                "NetSuite refused a query with status " + answer.status() + ": " + why,
                answer.status(),
                answer.requestId().orElse(null),
                null);
    }
}
