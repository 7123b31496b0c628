package dev.drayage.netsuite.internal.itemfulfillment;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the query service is asked about item fulfillments. Thread-safe. */
final class FulfillmentQueries {
    private final PlausibleQueries queries;
    private final ChangedIds changed;
    private final SuiteQl byId;
    private final SuiteQl lines;
    private final SuiteQl tracking = SuiteQl.of(FulfillmentQueries.class, "fulfillment-tracking");

    FulfillmentQueries(SuiteQlClient client, FieldNames fields, Settings settings) {
        List<String> statuses = bothForms(settings.get(NetSuiteSchema.STATUSES));
        List<FieldCondition> where = FieldCondition.of(settings.get(NetSuiteSchema.WHERE));
        int pageSize = settings.get(NetSuiteSchema.PAGE_SIZE);
        List<String> leading = new ArrayList<>(statuses);
        where.forEach(condition -> leading.addAll(condition.values()));
        queries = new PlausibleQueries(client, pageSize, "item fulfillments");
        changed = new ChangedIds(
                queries,
                SuiteQl.of(FulfillmentQueries.class, "fulfillments-in-window")
                        .values("statuses", statuses.size())
                        .conditions("narrowed", "f", where)
                        .rows("page", pageSize),
                leading,
                pageSize);
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

    /** The next fulfillments of a window above {@code after}. */
    ChangedIds.IdPage idsIn(UtcWindow window, String after, CallContext call) {
        return changed.next(window, after, call);
    }

    /** What stands in the head of fulfillments, by internal id. */
    Map<String, Row> heads(Collection<String> ids, CallContext call) {
        return queries.heads(byId, ids, call);
    }

    /** Lines of fulfillments, by internal id. */
    Map<String, List<Row>> lines(Collection<String> ids, CallContext call) {
        return queries.grouped(lines, "fulfillment_id", "order_line", ids, call);
    }

    /** Tracking numbers of fulfillments, by internal id, in the order they were made. */
    Map<String, List<Row>> tracking(Collection<String> ids, CallContext call) {
        return queries.grouped(tracking, "fulfillment_id", "tracking_number", ids, call);
    }
}
