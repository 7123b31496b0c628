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

/** What the query service is asked about sales orders or fulfillments that warehouses ship. Thread-safe. */
final class WarehouseOrderQueries {
    private final PlausibleQueries queries;
    private final ChangedIds changed;
    private final SuiteQl byId;
    private final SuiteQl goods;

    private WarehouseOrderQueries(
            SuiteQlClient client,
            ReleasedRecord unit,
            SuiteQl inWindow,
            SuiteQl byId,
            SuiteQl goods,
            Settings settings) {
        List<FieldCondition> where = FieldCondition.of(settings.get(NetSuiteSchema.RELEASE_WHERE));
        int pageSize = settings.get(NetSuiteSchema.PAGE_SIZE);
        this.queries = new PlausibleQueries(client, pageSize, unit.word() + "s");
        this.changed = new ChangedIds(
                queries,
                inWindow.conditions("narrowed", "t", where).rows("page", pageSize),
                where.stream().flatMap(condition -> condition.values().stream()).toList(),
                pageSize);
        this.byId = byId;
        this.goods = goods.field("sku", settings.get(NetSuiteSchema.SKU_FIELD));
    }

    static WarehouseOrderQueries of(ReleasedRecord unit, SuiteQlClient client, FieldNames fields, Settings settings) {
        String orderField = settings.get(NetSuiteSchema.WAREHOUSE_ORDER_FIELD).column(fields.orderId());
        return switch (unit) {
            case SALES_ORDER ->
                new WarehouseOrderQueries(
                        client,
                        unit,
                        query("orders-in-window"),
                        query("orders-by-id").field("number", orderField).field("channel_order", fields.orderId()),
                        query("order-goods"),
                        settings);
            case PACKED_FULFILLMENT ->
                new WarehouseOrderQueries(
                        client,
                        unit,
                        query("packed-in-window"),
                        query("packed-by-id").field("channel_order", fields.orderId()),
                        query("packed-goods"),
                        settings);
        };
    }

    private static SuiteQl query(String name) {
        return SuiteQl.of(WarehouseOrderQueries.class, name);
    }

    /** The next of a window above {@code after}. */
    ChangedIds.IdPage idsIn(UtcWindow window, String after, CallContext call) {
        return changed.next(window, after, call);
    }

    /** What stands in the heads, by internal id. */
    Map<String, Row> heads(Collection<String> ids, CallContext call) {
        return queries.heads(byId, ids, call);
    }

    /** Lines by internal id; among those of an order is the order itself. */
    Map<String, List<Row>> goods(Collection<String> ids, CallContext call) {
        return queries.grouped(goods, "owner_id", "line", ids, call);
    }
}
