package dev.drayage.netsuite.internal.changes;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Internal ids of transactions that changed in a window, page by page in order of the ids, so that a record that is changed
 * meanwhile cannot be skipped inside a window. Thread-safe.
 */
public final class ChangedIds {
    private final PlausibleQueries queries;
    private final SuiteQl inWindow;
    private final List<String> leading;
    private final int pageSize;

    /**
     * Asks {@code inWindow}, whose bound values are {@code leading}, then the four of a {@link UtcWindow}, then the floor.
     *
     * @param pageSize rows that the query answers at most
     */
    public ChangedIds(PlausibleQueries queries, SuiteQl inWindow, List<String> leading, int pageSize) {
        this.queries = queries;
        this.inWindow = inWindow;
        this.leading = List.copyOf(leading);
        this.pageSize = pageSize;
    }

    /**
     * Internal ids of one page, in order.
     *
     * @param ids ids above the floor
     * @param last the floor of the next page; empty at the end of the window
     */
    public record IdPage(List<String> ids, Optional<String> last) {}

    /** The next ids of a window above {@code after}. */
    public IdPage next(UtcWindow window, String after, CallContext call) {
        List<String> bound = new ArrayList<>(leading);
        bound.addAll(window.bounds());
        bound.add(after);
        long floor = Long.parseLong(after);
        List<Row> rows = queries.rows(inWindow, bound, row -> number(row) > floor, call);
        TreeSet<Long> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(number(row)));
        Optional<String> last = rows.size() < pageSize ? Optional.empty() : Optional.of(Long.toString(ids.last()));
        return new IdPage(ids.stream().map(id -> Long.toString(id)).toList(), last);
    }

    private static long number(Row row) {
        return row.text("id")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
