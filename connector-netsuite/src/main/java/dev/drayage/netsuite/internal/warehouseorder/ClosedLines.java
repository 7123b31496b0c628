package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.call.CallContext;
import dev.drayage.model.LineReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Change;
import java.util.Collection;
import java.util.List;

/** Foresees how an order will be read once some of its lines are closed, whatever queries show meanwhile. Thread-safe. */
public final class ClosedLines {
    private final WarehouseOrderSource orders;

    /** Orders as {@code orders} reads them. */
    public ClosedLines(WarehouseOrderSource orders) {
        this.orders = orders;
    }

    /** The content digest of the order with these lines closed; empty if the order cannot be read. */
    public String contentDigest(RecordRef order, Collection<String> lines, CallContext call) {
        if (!(orders.fetch(order, call) instanceof Change.Present<WarehouseOrder> present)) {
            return "";
        }
        WarehouseOrder read = present.record();
        WarehouseOrder.Builder then = WarehouseOrder.builder().from(read).lines(List.of());
        for (WarehouseOrderLine line : read.lines()) {
            boolean closes = line.line().kind() == LineReference.Kind.ERP_LINE
                    && lines.contains(line.line().value());
            then.addLines(
                    closes
                            ? WarehouseOrderLine.builder()
                                    .from(line)
                                    .closed(true)
                                    .build()
                            : line);
        }
        return WarehouseOrderReader.contentDigest(then.build());
    }
}
