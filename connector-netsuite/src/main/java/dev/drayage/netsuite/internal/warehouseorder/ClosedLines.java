package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.call.CallContext;
import dev.drayage.model.LineReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Change;
import java.util.Collection;
import java.util.List;

/**
 * Foresees how an order will be read once some of its lines are closed. By that digest the order's next change is dropped as
 * our own (guarantee G5), so it may be told only if the order stands as its warehouses know it: what a person changed
 * meanwhile would be in the digest too, and nobody would ever hear of it. How the order stands is read before the write; what is
 * changed after that differs from what was foreseen. Thread-safe.
 */
public final class ClosedLines {
    private final WarehouseOrderSource orders;
    private final ToldOrders told;

    /** Orders as {@code orders} reads them and as they were {@code told}. */
    public ClosedLines(WarehouseOrderSource orders, ToldOrders told) {
        this.orders = orders;
        this.told = told;
    }

    /**
     * The content digest of the order with these lines closed; empty if it cannot be read, or stands otherwise than it was told.
     * Without a digest the change is told like any other.
     */
    public String foresee(RecordRef order, Collection<String> lines, CallContext call) {
        if (!(orders.fetch(order, call) instanceof Change.Present<WarehouseOrder> present)) {
            return "";
        }
        WarehouseOrder read = present.record();
        String closed = digest(read, lines, true);
        boolean told = present.contentDigest()
                .filter(digest -> this.told.isTold(order, digest) || wasTold(order, digest, closed, read, lines))
                .isPresent();
        return told ? closed : "";
    }

    /** The lines were closed already, by a write whose answer was lost or by a person, and nothing else is new. */
    private boolean wasTold(
            RecordRef order, String digest, String closed, WarehouseOrder read, Collection<String> lines) {
        return digest.equals(closed) && told.isTold(order, digest(read, lines, false));
    }

    private static String digest(WarehouseOrder order, Collection<String> lines, boolean closed) {
        // an order is closed with its last line, and was open as long as one of them was
        WarehouseOrder.Builder then = WarehouseOrder.builder()
                .from(order)
                .released(order.released() || !closed)
                .lines(List.of());
        for (WarehouseOrderLine line : order.lines()) {
            boolean named = line.line().kind() == LineReference.Kind.ERP_LINE
                    && lines.contains(line.line().value());
            then.addLines(
                    named
                            ? WarehouseOrderLine.builder()
                                    .from(line)
                                    .closed(closed)
                                    .build()
                            : line);
        }
        return WarehouseOrderReader.contentDigest(then.build());
    }

    /** They are closed: who called the goods off knows it, and the next lines may be closed before the order is read again. */
    public void closed(RecordRef order, String foreseen) {
        if (!foreseen.isEmpty()) {
            told.told(order, foreseen);
        }
    }
}
