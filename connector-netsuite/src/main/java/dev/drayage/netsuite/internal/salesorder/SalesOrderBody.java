package dev.drayage.netsuite.internal.salesorder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.SalesOrder;
import dev.drayage.netsuite.OrderApproval;
import dev.drayage.netsuite.internal.options.ChannelBook;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What only a sales order has: form, status to start in, location, ship date. Thread-safe. */
final class SalesOrderBody {
    private final Optional<String> form;
    private final OrderApproval approval;
    private final ChannelBook channels;
    private final ZoneId zone;
    private final MoneyOptions money;

    SalesOrderBody(Settings settings) {
        form = settings.get(NetSuiteSchema.ORDER_FORM);
        approval = settings.get(NetSuiteSchema.ORDER_APPROVAL);
        channels = ChannelBook.of(settings);
        zone = settings.get(NetSuiteSchema.ZONE);
        money = MoneyOptions.of(settings);
    }

    List<Violation> complete(SalesOrder order, ObjectNode body) {
        form.ifPresent(id -> body.set("customForm", RecordClient.reference(body, id)));
        // only these two can be set; every later status follows from documents
        String status = approval == OrderApproval.PENDING_APPROVAL ? "A" : "B";
        body.set("orderStatus", RecordClient.reference(body, status));
        channels.location(order.channel().account())
                .ifPresent(id -> body.set("location", RecordClient.reference(body, id)));
        order.shipBy()
                .ifPresent(
                        at -> body.put("shipDate", at.atZone(zone).toLocalDate().toString()));
        Optional<MoneyOptions.Named> terms = order.terms().map(money::terms);
        terms.flatMap(MoneyOptions.Named::id).ifPresent(id -> body.set("terms", RecordClient.reference(body, id)));
        return terms.flatMap(MoneyOptions.Named::violation).stream().toList();
    }
}
