package dev.drayage.testkit.warehouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order on the warehouse's books. Not thread-safe; the simulator guards it. */
final class WarehouseOrder {
    private ShippingOrder asked;
    private final Map<String, Integer> shipped = new HashMap<>();
    private final Map<String, Integer> dropped = new HashMap<>();
    private OrderStatus status = OrderStatus.OPEN;
    private int originals = 1;
    private int changes;
    private int cancels;
    private int ignored;
    private int dueRound;
    private boolean troubled;

    WarehouseOrder(ShippingOrder asked, int dueRound) {
        this.asked = asked;
        this.dueRound = dueRound;
    }

    ShippingOrder asked() {
        return asked;
    }

    OrderStatus status() {
        return status;
    }

    /** Whether something of it still waits to be shipped. */
    boolean waits() {
        return status == OrderStatus.OPEN || status == OrderStatus.PARTLY_SHIPPED;
    }

    int dueRound() {
        return dueRound;
    }

    void due(int round) {
        dueRound = round;
    }

    /** Whether the seeded habits have had their way with it, after which it is shipped like any other. */
    boolean troubled() {
        return troubled;
    }

    void trouble() {
        troubled = true;
    }

    void anotherOriginal() {
        originals++;
    }

    /** Obeyed while nothing is shipped. */
    boolean change(ShippingOrder to) {
        changes++;
        if (status != OrderStatus.OPEN) {
            ignored++;
            return false;
        }
        asked = to;
        return true;
    }

    /** Obeyed for what is not shipped; answers whether there was anything left to cancel. */
    boolean cancel() {
        cancels++;
        if (!waits()) {
            ignored++;
            return false;
        }
        status = OrderStatus.CANCELLED;
        return true;
    }

    int shipped(String lineId) {
        return shipped.getOrDefault(lineId, 0);
    }

    /** Pieces of a line that wait; below zero after an over-shipment. */
    int open(OrderLine line) {
        return line.quantity() - shipped(line.lineId()) - dropped.getOrDefault(line.lineId(), 0);
    }

    /** Books what left, and what the warehouse will never ship. */
    void book(List<Shipment.ShippedLine> lines) {
        for (Shipment.ShippedLine line : lines) {
            shipped.merge(line.lineId(), line.shipped(), Integer::sum);
            if (line.rest() == Remainder.CANCELLED && line.open() > 0) {
                dropped.merge(line.lineId(), line.open(), Integer::sum);
            }
        }
        if (status == OrderStatus.CANCELLED) {
            return;
        }
        if (asked.lines().stream().allMatch(line -> open(line) <= 0)) {
            status = OrderStatus.DONE;
        } else if (shipped.values().stream().anyMatch(quantity -> quantity > 0)) {
            status = OrderStatus.PARTLY_SHIPPED;
        }
    }

    ReceivedOrder view() {
        return new ReceivedOrder(
                asked.orderNumber(),
                asked.purchaseOrder(),
                asked.consignee(),
                asked.shipMethod(),
                asked.scac(),
                asked.references(),
                asked.dates(),
                asked.notes(),
                asked.lines(),
                shipped,
                status,
                originals,
                changes,
                cancels,
                ignored);
    }
}
