package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.suiteql.FieldCondition;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the query service is asked about item fulfillments. Thread-safe. */
final class FulfillmentQueries {
    private static final int TRIES = 3;

    private final SuiteQlClient queries;
    private final List<String> statuses;
    private final List<FieldCondition> where;
    private final int pageSize;
    private final SuiteQl inWindow;
    private final SuiteQl byId;
    private final SuiteQl lines;
    private final SuiteQl tracking = SuiteQl.of(FulfillmentQueries.class, "fulfillment-tracking");

    FulfillmentQueries(SuiteQlClient queries, FieldNames fields, Settings settings) {
        this.queries = queries;
        statuses = bothForms(settings.get(NetSuiteSchema.STATUSES));
        where = FieldCondition.of(settings.get(NetSuiteSchema.WHERE));
        pageSize = settings.get(NetSuiteSchema.PAGE_SIZE);
        inWindow = SuiteQl.of(FulfillmentQueries.class, "fulfillments-in-window")
                .values("statuses", statuses.size())
                .conditions("narrowed", "f", where)
                .rows("page", pageSize);
        byId = SuiteQl.of(FulfillmentQueries.class, "fulfillments-by-id")
                .field("channel", fields.channel())
                .field("channel_order", fields.orderId())
                .field("programs", fields.programs())
                .field("carrier", fields.carrier());
        lines = SuiteQl.of(FulfillmentQueries.class, "fulfillment-lines")
                .field("line_id", fields.lineId())
                .field("sku", settings.get(NetSuiteSchema.SKU_FIELD));
    }

    /** Queries over REST answer the bare letter; the long form costs nothing and would be right elsewhere. */
    private static List<String> bothForms(List<String> letters) {
        List<String> all = new ArrayList<>(letters);
        letters.forEach(letter -> all.add("ItemShip:" + letter));
        return all;
    }

    /**
     * Internal ids of one page, in order.
     *
     * @param ids ids above the cursor
     * @param last the cursor of the next page; empty at the end of the window
     */
    record IdPage(List<String> ids, Optional<String> last) {}

    /** The next fulfillments of a window above {@code after}. */
    IdPage idsIn(UtcWindow window, String after, CallContext call) {
        List<String> bound = new ArrayList<>(statuses);
        where.forEach(condition -> bound.addAll(condition.values()));
        bound.addAll(window.bounds());
        bound.add(after);
        long floor = Long.parseLong(after);
        List<Row> rows = plausible(inWindow, bound, row -> number(row) > floor, call);
        TreeSet<Long> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(number(row)));
        Optional<String> last = rows.size() < pageSize ? Optional.empty() : Optional.of(Long.toString(ids.last()));
        return new IdPage(ids.stream().map(id -> Long.toString(id)).toList(), last);
    }

    /** What stands in the head of fulfillments, by internal id. */
    Map<String, Row> heads(Collection<String> ids, CallContext call) {
        Map<String, Row> found = new LinkedHashMap<>();
        for (int i = 0; i < TRIES && found.size() < ids.size(); i++) {
            List<String> missing =
                    ids.stream().filter(id -> !found.containsKey(id)).toList();
            for (Row row : queries.rowsOf(missing, count -> byId.values("ids", count), List.of(), call)) {
                row.text("id").filter(missing::contains).ifPresent(id -> found.put(id, row));
            }
        }
        return found;
    }

    /** Lines of fulfillments, by internal id. */
    Map<String, List<Row>> lines(Collection<String> ids, CallContext call) {
        return grouped(lines, ids, "order_line", call);
    }

    /** Tracking numbers of fulfillments, by internal id, in the order they were made. */
    Map<String, List<Row>> tracking(Collection<String> ids, CallContext call) {
        return grouped(tracking, ids, "tracking_number", call);
    }

    private Map<String, List<Row>> grouped(SuiteQl query, Collection<String> ids, String column, CallContext call) {
        Map<String, List<Row>> found = new LinkedHashMap<>();
        for (int from = 0; from < ids.size(); from += pageSize) {
            List<String> some = ids.stream().skip(from).limit(pageSize).toList();
            plausible(
                            query.values("ids", some.size()),
                            some,
                            row -> row.text(column).isPresent()
                                    && row.text("fulfillment_id")
                                            .filter(some::contains)
                                            .isPresent(),
                            call)
                    .forEach(row -> found.computeIfAbsent(row.required("fulfillment_id"), id -> new ArrayList<>())
                            .add(row));
        }
        return found;
    }

    /** Rows that all answer the question; a page that belongs to another question is asked for again. */
    private List<Row> plausible(SuiteQl query, List<String> bound, Predicate<Row> fits, CallContext call) {
        for (int i = 0; i < TRIES; i++) {
            List<Row> rows = queries.rows(query, bound, call);
            if (rows.stream().allMatch(fits)) {
                return rows;
            }
        }
        throw new UnavailableException(
                ErrorCode.ANSWER_MALFORMED,
                "a query about item fulfillments answered rows of another one, several times");
    }

    private static long number(Row row) {
        return row.text("id")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
