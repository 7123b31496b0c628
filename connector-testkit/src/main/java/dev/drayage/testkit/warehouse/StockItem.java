package dev.drayage.testkit.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An article on the warehouse's shelves when the story begins. Immutable.
 *
 * @param sku the depositor's article number
 * @param upc its UPC of twelve digits; empty if it has none
 * @param description what it is
 * @param pounds the weight of one
 * @param lots how many of which lot; {@link Lot#NONE} for goods that are not kept by lot
 * @param serials the serial numbers there, of which there are as many as goods; empty if they have none
 */
public record StockItem(
        String sku, String upc, String description, BigDecimal pounds, Map<Lot, Integer> lots, List<String> serials) {

    /** Copies the collections. */
    public StockItem {
        lots = new LinkedHashMap<>(lots);
        serials = List.copyOf(serials);
    }

    /** An article without lots and serial numbers. */
    public static StockItem of(String sku, int quantity) {
        return new StockItem(sku, "", sku, new BigDecimal("0.9"), Map.of(Lot.NONE, quantity), List.of());
    }

    /** An article of which each piece has a serial number. */
    public static StockItem serialized(String sku, List<String> serials) {
        return new StockItem(sku, "", sku, new BigDecimal("0.9"), Map.of(Lot.NONE, serials.size()), serials);
    }

    /** The lots there; a copy. */
    @Override
    public Map<Lot, Integer> lots() {
        return new LinkedHashMap<>(lots);
    }

    /** The same article, kept by lot; the first call replaces what {@link #of} counted. */
    public StockItem lot(Lot lot, int quantity) {
        Map<Lot, Integer> more = lots();
        more.remove(Lot.NONE);
        more.merge(lot, quantity, Integer::sum);
        return new StockItem(sku, upc, description, pounds, more, serials);
    }

    /** The same article with more serial numbers. */
    public StockItem serial(String serial) {
        List<String> more = new ArrayList<>(serials);
        more.add(serial);
        return new StockItem(sku, upc, description, pounds, Map.of(Lot.NONE, more.size()), more);
    }

    /** The same article with a UPC and a description. */
    public StockItem labelled(String newUpc, String newDescription) {
        return new StockItem(sku, newUpc, newDescription, pounds, lots, serials);
    }

    /** The same article, of another weight. */
    public StockItem weighing(String newPounds) {
        return new StockItem(sku, upc, description, new BigDecimal(newPounds), lots, serials);
    }
}
