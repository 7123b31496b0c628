package dev.drayage.threepl.internal.shiporder;

import dev.drayage.model.WarehouseOrder;
import dev.drayage.threepl.internal.terms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a warehouse is told of orders by file. Thread-safe; the same input gives the same bytes. */
public interface OrderFormat {
    /** What the warehouse may be told of an order by file. Whether an order is told at all is decided before it is written. */
    Set<Purpose> purposes();

    /**
     * The bytes of one document.
     *
     * @param number unique among all documents that were ever sent to this warehouse
     * @param at when the document was made, in UTC
     * @throws dev.drayage.error.RefusedException if the order cannot be told so: an unmapped ship method, a character that the
     *     format cannot carry
     */
    byte[] write(Purpose purpose, WarehouseOrder order, long number, Instant at);

    /** An order is about to be told: what its shipments will be compared with may be kept. Called again after a crash. */
    default void aboutToSend(Purpose purpose, WarehouseOrder order) {}

    /** The ending of file names, with its dot. */
    String ending();

    /** How long the warehouse may take to acknowledge a document; empty if it acknowledges none. */
    Optional<Duration> acknowledgedWithin();
}
