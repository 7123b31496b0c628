package dev.drayage.netsuite.internal.diagnosis;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SKUs that will park orders: two active items with one SKU; and those that invite mistakes: SKUs that differ only in case or
 * blanks, or that an inactive item has too. NetSuite keeps UPC codes and custom fields not unique by itself. Thread-safe.
 */
final class SkuClashes {
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 50;
    private static final int MOST_SHOWN = 10;

    private final SuiteQlClient queries;
    private final String field;
    private final SuiteQl skus;

    SkuClashes(SuiteQlClient queries, String field) {
        this.queries = queries;
        this.field = field;
        this.skus = SuiteQl.of(SkuClashes.class, "skus").field("sku", field).rows("page", PAGE);
    }

    private record Item(String id, String sku, boolean inactive) {}

    List<Check> check(CallContext call) {
        Map<String, List<Item>> alike = new LinkedHashMap<>();
        String after = "0";
        boolean more = true;
        for (int page = 0; page < MOST_PAGES && more; page++) {
            List<Row> rows = queries.rows(skus, List.of(after), call);
            for (Row row : rows) {
                Item item = new Item(row.required("id"), row.required("sku"), row.isTrue("isinactive"));
                alike.computeIfAbsent(item.sku().strip().toLowerCase(Locale.ROOT), sku -> new ArrayList<>())
                        .add(item);
                after = item.id();
            }
            more = rows.size() == PAGE;
        }
        List<String> doubles = new ArrayList<>();
        List<String> similar = new ArrayList<>();
        for (List<Item> items : alike.values()) {
            if (items.size() > 1) {
                judge(items, doubles, similar);
            }
        }
        List<Check> checks = new ArrayList<>();
        checks.add(told("doubled SKUs", Verdict.FAILED, doubles, "rename or inactivate all but one"));
        checks.add(told(
                "similar SKUs", Verdict.WARNING, similar, "check that the channel uses exactly the one that is meant"));
        if (more) {
            checks.add(
                    new Check("SKUs", Verdict.WARNING, "only the first " + PAGE * MOST_PAGES + " items were compared"));
        }
        return checks;
    }

    private static void judge(List<Item> items, List<String> doubles, List<String> similar) {
        Map<String, List<Item>> exact = new LinkedHashMap<>();
        items.forEach(item ->
                exact.computeIfAbsent(item.sku(), sku -> new ArrayList<>()).add(item));
        boolean doubled = false;
        for (List<Item> same : exact.values()) {
            if (same.stream().filter(item -> !item.inactive()).count() > 1) {
                doubles.add(named(same));
                doubled = true;
            }
        }
        if (!doubled) {
            similar.add(named(items));
        }
    }

    private static String named(List<Item> items) {
        return String.join(
                " / ",
                items.stream()
                        .map(item ->
                                "'" + item.sku() + "' (item " + item.id() + (item.inactive() ? ", inactive)" : ")"))
                        .toList());
    }

    private Check told(String subject, Verdict bad, List<String> clashes, String remedy) {
        if (clashes.isEmpty()) {
            return new Check(subject, Verdict.PASSED, "none in field " + field);
        }
        List<String> shown = clashes.subList(0, Math.min(MOST_SHOWN, clashes.size()));
        String rest = clashes.size() > shown.size() ? ", and " + (clashes.size() - shown.size()) + " more" : "";
        return new Check(subject, bad, String.join(", ", shown) + rest + ": " + remedy);
    }
}
