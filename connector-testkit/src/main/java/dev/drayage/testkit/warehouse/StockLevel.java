package dev.drayage.testkit.warehouse;

import java.util.List;

/**
 * What there truly is of one article. Immutable.
 *
 * @param sku the article
 * @param onHand pieces on the shelves, those on hold included
 * @param allocated pieces that open orders wait for
 * @param onHold pieces that must not be shipped
 * @param lots the pieces by lot; one entry with {@link Lot#NONE} for goods that are not kept by lot
 * @param serials the serial numbers there
 */
public record StockLevel(String sku, int onHand, int allocated, int onHold, List<LotLevel> lots, List<String> serials) {

    /**
     * What there is of one lot.
     *
     * @param lot the lot
     * @param onHand its pieces
     */
    public record LotLevel(Lot lot, int onHand) {}

    /** Copies the collections. */
    public StockLevel {
        lots = List.copyOf(lots);
        serials = List.copyOf(serials);
    }

    /** Pieces that are neither on hold nor spoken for. */
    public int available() {
        return Math.max(0, onHand - onHold - allocated);
    }
}
