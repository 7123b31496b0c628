package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.PlausibleQueries;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.suiteql.FieldCondition;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the query service is asked about orders that warehouses ship. Thread-safe. */
final class WarehouseOrderQueries {
    private final PlausibleQueries queries;
    private final ChangedIds changed;
    private final SuiteQl byId;
    private final SuiteQl goods;

    WarehouseOrderQueries(SuiteQlClient client, FieldNames fields, Settings settings) {
        List<FieldCondition> where = FieldCondition.of(settings.get(NetSuiteSchema.RELEASE_WHERE));
        int pageSize = settings.get(NetSuiteSchema.PAGE_SIZE);
        queries = new PlausibleQueries(client, pageSize, "sales orders");
        changed = new ChangedIds(
                queries,
                SuiteQl.of(WarehouseOrderQueries.class, "orders-in-window")
                        .conditions("narrowed", "t", where)
                        .rows("page", pageSize),
                where.stream().flatMap(condition -> condition.values().stream()).toList(),
                pageSize);
        byId = SuiteQl.of(WarehouseOrderQueries.class, "orders-by-id")
                .field(
                        "number",
                        settings.get(NetSuiteSchema.WAREHOUSE_ORDER_FIELD).column(fields.orderId()))
                .field("channel_order", fields.orderId());
        goods = SuiteQl.of(WarehouseOrderQueries.class, "order-goods")
                .field("sku", settings.get(NetSuiteSchema.SKU_FIELD));
    }

    /** The next orders of a window above {@code after}. */
    ChangedIds.IdPage idsIn(UtcWindow window, String after, CallContext call) {
        return changed.next(window, after, call);
    }

    /** What stands in the head of orders, by internal id. */
    Map<String, Row> heads(Collection<String> ids, CallContext call) {
        return queries.heads(byId, ids, call);
    }

    /** Lines of orders, by internal id; the first is the order itself. */
    Map<String, List<Row>> goods(Collection<String> ids, CallContext call) {
        return queries.grouped(goods, "order_id", "line", ids, call);
    }
}
