package dev.drayage.testkit.warehouse;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What truly left the warehouse, or, with no pieces, the decision that nothing does. Immutable.
 *
 * @param orderNumber the depositor's order number
 * @param shipmentId the warehouse's number of this shipment
 * @param bolNumber a second number of the warehouse's own
 * @param shippedAt when it left
 * @param freight what it cost to send, in dollars
 * @param lines the lines it tells of
 * @param cartons what went in which carton; empty if nothing left
 */
public record Shipment(
        String orderNumber,
        String shipmentId,
        String bolNumber,
        Instant shippedAt,
        BigDecimal freight,
        List<ShippedLine> lines,
        List<Carton> cartons) {

    /**
     * One line of the shipment.
     *
     * @param lineId the order line
     * @param sku the article
     * @param ordered pieces ordered
     * @param shipped pieces in this shipment
     * @param open pieces that this and earlier shipments left out; below zero if too many were shipped
     * @param rest what becomes of those left out
     */
    public record ShippedLine(String lineId, String sku, int ordered, int shipped, int open, Remainder rest) {}

    /**
     * A carton.
     *
     * @param sscc its SSCC-18
     * @param tracking the carrier's number
     * @param contents what is in it
     */
    public record Carton(String sscc, String tracking, List<Content> contents) {
        /** Copies the contents. */
        public Carton {
            contents = List.copyOf(contents);
        }
    }

    /**
     * Pieces of one line and one lot in a carton.
     *
     * @param lineId the order line
     * @param sku the article
     * @param quantity pieces
     * @param lot their lot
     * @param serials their serial numbers; empty if they have none
     */
    public record Content(String lineId, String sku, int quantity, Lot lot, List<String> serials) {
        /** Copies the serial numbers. */
        public Content {
            serials = List.copyOf(serials);
        }
    }

    /** Copies the collections. */
    public Shipment {
        lines = List.copyOf(lines);
        cartons = List.copyOf(cartons);
    }

    /** Pieces that left. */
    public int pieces() {
        return lines.stream().mapToInt(ShippedLine::shipped).sum();
    }

    /** Where the pieces of a line are, with their lots and serial numbers. */
    public List<Content> contentsOf(String lineId) {
        return cartons.stream()
                .flatMap(carton -> carton.contents().stream())
                .filter(content -> content.lineId().equals(lineId))
                .toList();
    }

    /** The carriers' numbers. */
    public List<String> trackings() {
        return cartons.stream().map(Carton::tracking).toList();
    }
}
