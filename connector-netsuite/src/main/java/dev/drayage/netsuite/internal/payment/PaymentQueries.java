package dev.drayage.netsuite.internal.payment;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.PlausibleQueries;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the query service is asked about payments or deposits. Thread-safe. */
final class PaymentQueries {
    private final String type;
    private final PlausibleQueries queries;
    private final ChangedIds changed;
    private final SuiteQl byId;
    private final SuiteQl linked;

    PaymentQueries(
            SuiteQlClient client, PaidDocument<?> document, FieldNames fields, String paymentIdField, int pageSize) {
        type = document.kind().queryType();
        queries = new PlausibleQueries(client, pageSize, document.word() + "s");
        changed = new ChangedIds(
                queries,
                SuiteQl.of(PaymentQueries.class, "payments-in-window").rows("page", pageSize),
                List.of(type),
                pageSize);
        byId = SuiteQl.of(PaymentQueries.class, "payments-by-id").field("payment_id", paymentIdField);
        linked = SuiteQl.of(PaymentQueries.class, document.linked())
                .field("channel", fields.channel())
                .field("channel_order", fields.orderId())
                .field("programs", fields.programs());
    }

    /** The next documents of a window above {@code after}, whatever they pay. */
    ChangedIds.IdPage idsIn(UtcWindow window, String after, CallContext call) {
        return changed.next(window, after, call);
    }

    /** What stands in the head of documents, by internal id. */
    Map<String, Row> heads(Collection<String> ids, CallContext call) {
        Map<String, Row> heads = queries.heads(byId, ids, call);
        heads.values().removeIf(head -> !head.required("type").equals(type));
        return heads;
    }

    /** What documents pay, by internal id of the document. */
    Map<String, List<Row>> linked(Collection<String> ids, CallContext call) {
        return queries.grouped(linked, "payment", "paid", ids, call);
    }
}
