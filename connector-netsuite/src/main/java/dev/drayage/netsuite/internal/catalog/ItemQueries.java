package dev.drayage.netsuite.internal.catalog;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.PlausibleQueries;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.options.SourceSettings;
import dev.drayage.netsuite.internal.suiteql.FieldCondition;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the query service is asked about items and their prices. Thread-safe. */
final class ItemQueries {
    /** Kinds of items that are sold by themselves: no discounts, subtotals, taxes, groups or ship methods. */
    private static final List<String> SOLD =
            List.of("InvtPart", "NonInvtPart", "Kit", "Assembly", "Service", "OthCharge", "GiftCert", "DwnLdItem");

    private final PlausibleQueries queries;
    private final ChangedIds changed;
    private final SuiteQl byId;
    private final SuiteQl prices = SuiteQl.of(ItemQueries.class, "item-prices");

    ItemQueries(SuiteQlClient client, Settings settings) {
        String sku = settings.get(NetSuiteSchema.SKU_FIELD);
        List<FieldCondition> where = FieldCondition.of(settings.get(SourceSettings.ITEM_WHERE));
        int pageSize = settings.get(NetSuiteSchema.PAGE_SIZE);
        List<String> leading = new ArrayList<>(SOLD);
        where.forEach(condition -> leading.addAll(condition.values()));
        queries = new PlausibleQueries(client, pageSize, "items");
        changed = new ChangedIds(
                queries,
                SuiteQl.of(ItemQueries.class, "items-in-window")
                        .values("kinds", SOLD.size())
                        .field("sku", sku)
                        .conditions("narrowed", "i", where)
                        .rows("page", pageSize),
                leading,
                pageSize);
        byId = SuiteQl.of(ItemQueries.class, "items-by-id").field("sku", sku);
    }

    static boolean isSold(Row head) {
        return head.text("itemtype").filter(SOLD::contains).isPresent();
    }

    /** The next items of a window above {@code after}. */
    ChangedIds.IdPage idsIn(UtcWindow window, String after, CallContext call) {
        return changed.next(window, after, call);
    }

    /** What stands in the head of items, by internal id. */
    Map<String, Row> heads(Collection<String> ids, CallContext call) {
        return queries.heads(byId, ids, call);
    }

    /** Prices of items, by internal id. */
    Map<String, List<Row>> prices(Collection<String> ids, CallContext call) {
        return queries.grouped(prices, "item_id", "level_id", ids, call);
    }
}
