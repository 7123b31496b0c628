package dev.drayage.netsuite.internal.item;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds items by SKU, many at once. What was found is remembered for a while; what was not found, found twice or inactive is
 * looked up again each time, so that a correction shows at once. Thread-safe.
 */
public final class ItemLookup {
    private static final int MOST_REMEMBERED = 50_000;

    private final SuiteQlClient queries;
    private final TimeSource time;
    private final String field;
    private final Duration memory;
    private final SuiteQl bySku;
    private final SuiteQl byId;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(ItemMatch.One item, Instant until) {}

    /** A lookup over the item field {@code field}. */
    public ItemLookup(SuiteQlClient queries, TimeSource time, String field, Duration memory) {
        this.queries = queries;
        this.time = time;
        this.field = field;
        this.memory = memory;
        this.bySku = SuiteQl.of(ItemLookup.class, "items-by-sku").field("sku", field);
        this.byId = SuiteQl.of(ItemLookup.class, "skus-by-id").field("sku", field);
    }

    /** The item field that holds the SKU. */
    public String field() {
        return field;
    }

    /** What stands for each of the SKUs; every one is answered. */
    public Map<String, ItemMatch> match(Collection<String> skus, CallContext call) {
        Instant now = time.instant();
        Map<String, ItemMatch> found = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String sku : skus) {
            Remembered known = remembered.get(sku);
            if (known != null && now.isBefore(known.until())) {
                found.put(sku, known.item());
            } else {
                missing.add(sku);
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(look(missing, now, call));
        }
        return found;
    }

    /** What stands for each of the SKUs by what the account says now, whatever is remembered; every one is answered. */
    public Map<String, ItemMatch> matchNow(Collection<String> skus, CallContext call) {
        Set<String> distinct = new LinkedHashSet<>(skus);
        return distinct.isEmpty() ? Map.of() : look(distinct, time.instant(), call);
    }

    /** The SKUs of items by internal id; an item that has none, or is not seen, is left out. */
    public Map<String, String> skus(Collection<String> ids, CallContext call) {
        Map<String, String> skus = new LinkedHashMap<>();
        Set<String> distinct = new LinkedHashSet<>(ids);
        if (!distinct.isEmpty()) {
            queries.rowsOf(distinct, count -> byId.values("ids", count), List.of(), call)
                    .forEach(row -> row.text("sku").ifPresent(sku -> skus.put(row.required("id"), sku)));
        }
        return skus;
    }

    /** Looks again at the SKUs next time, because NetSuite refused their items. */
    public void forget(Collection<String> skus) {
        skus.forEach(remembered::remove);
    }

    private Map<String, ItemMatch> look(Set<String> skus, Instant now, CallContext call) {
        Map<String, List<String>> active = new LinkedHashMap<>();
        Map<String, List<String>> inactive = new LinkedHashMap<>();
        for (Row row : queries.rowsOf(skus, count -> bySku.values("skus", count), List.of(), call)) {
            Map<String, List<String>> kind = row.isTrue("isinactive") ? inactive : active;
            List<String> ids = kind.computeIfAbsent(row.required("sku"), sku -> new ArrayList<>());
            if (!ids.contains(row.required("id"))) {
                ids.add(row.required("id"));
            }
        }
        Map<String, ItemMatch> found = new LinkedHashMap<>();
        for (String sku : skus) {
            found.put(sku, judge(active.getOrDefault(sku, List.of()), inactive.getOrDefault(sku, List.of())));
        }
        remember(found, now);
        return found;
    }

    private static ItemMatch judge(List<String> active, List<String> inactive) {
        if (active.size() == 1) {
            return new ItemMatch.One(active.get(0));
        }
        if (active.size() > 1) {
            return new ItemMatch.Several(List.copyOf(active));
        }
        return inactive.isEmpty() ? new ItemMatch.None() : new ItemMatch.Inactive(List.copyOf(inactive));
    }

    private void remember(Map<String, ItemMatch> found, Instant now) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        found.forEach((sku, match) -> {
            if (match instanceof ItemMatch.One one) {
                remembered.put(sku, new Remembered(one, now.plus(memory)));
            }
        });
    }
}
