package dev.drayage.netsuite.internal.stock;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.changes.PlausibleQueries;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.suiteql.FieldCondition;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the query service is asked about stock. Thread-safe. */
final class StockQueries {
    private final PlausibleQueries queries;
    private final SuiteQl inWindow;
    private final SuiteQl atPlace;
    private final SuiteQl totals;
    private final List<String> locations;
    private final int pageSize;

    /** Queries for {@code locations}, for all if there are none; the item field {@code sku} holds the SKU. */
    StockQueries(SuiteQlClient client, String sku, List<String> locations, int pageSize) {
        this.locations = List.copyOf(locations);
        this.pageSize = pageSize;
        queries = new PlausibleQueries(client, pageSize, "stock");
        List<FieldCondition> narrowed =
                locations.isEmpty() ? List.of() : List.of(new FieldCondition("location", locations));
        inWindow = SuiteQl.of(StockQueries.class, "stock-in-window")
                .field("sku", sku)
                .conditions("narrowed", "a", narrowed)
                .rows("page", pageSize);
        atPlace = SuiteQl.of(StockQueries.class, "stock-at-place").field("sku", sku);
        totals =
                SuiteQl.of(StockQueries.class, "stock-totals").field("sku", sku).conditions("narrowed", "a", narrowed);
    }

    /**
     * Rows of one page, in the order of their places.
     *
     * @param last the place after which the next page begins; empty at the end of the window
     */
    record StockPage(List<Row> rows, Optional<StockPlace> last) {}

    /** The next stock of active items with a SKU that changed in a window. */
    StockPage next(UtcWindow window, StockPlace after, CallContext call) {
        List<String> bound = new ArrayList<>(locations);
        bound.addAll(window.bounds());
        bound.addAll(
                List.of(Long.toString(after.item()), Long.toString(after.item()), Long.toString(after.location())));
        List<Row> rows = queries.rows(
                inWindow,
                bound,
                row -> StockPlace.of(row)
                        .filter(place -> place.compareTo(after) > 0)
                        .isPresent(),
                call);
        return new StockPage(
                rows,
                rows.size() < pageSize
                        ? Optional.empty()
                        : rows.stream()
                                .flatMap(row -> StockPlace.of(row).stream())
                                .max(StockPlace::compareTo));
    }

    /** The stock at one place, whatever the item and its location are like. */
    Optional<Row> at(StockPlace place, CallContext call) {
        return queries
                .rows(
                        atPlace,
                        List.of(Long.toString(place.item()), Long.toString(place.location())),
                        row -> StockPlace.of(row).filter(place::equals).isPresent(),
                        call)
                .stream()
                .findFirst();
    }

    /** Sums by internal id of the item, over the locations; an item that none of them stocks has none. */
    Map<String, Row> totals(Collection<String> items, CallContext call) {
        return queries.heads(totals, items, locations, call);
    }
}
