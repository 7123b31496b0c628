package dev.drayage.threepl.internal.shipstation;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.ConnectorState;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each shipment was told to hold. People split, combine and edit orders there; a shipment that holds something else is no
 * longer ours alone to change. Written down before it is sent, so that a change whose answer was lost is still known. Thread-safe
 * as its state is.
 */
final class ToldItems {
    private static final String ROWS = "items/";
    private static final String SEPARATOR = "|";

    private final ConnectorState state;

    ToldItems(ConnectorState state) {
        this.state = state;
    }

    /** What an order wants to leave, such as {@code 1=10, 2=4}: units by line. */
    static String wanted(WarehouseOrder order) {
        Map<String, BigDecimal> units = new TreeMap<>();
        for (WarehouseOrderLine line : order.lines()) {
            if (line.open().signum() > 0) {
                units.merge(line.line().value(), line.open(), BigDecimal::add);
            }
        }
        return text(units);
    }

    /** What was ordered, whether it has left or not, in the same words. */
    static String ordered(WarehouseOrder order) {
        Map<String, BigDecimal> units = new TreeMap<>();
        order.lines().forEach(line -> units.merge(line.line().value(), line.quantity(), BigDecimal::add));
        return text(units);
    }

    /** What a shipment holds, in the same words; goods of no order of ours by their SKU. */
    static String standing(JsonValue shipment) {
        Map<String, BigDecimal> units = new TreeMap<>();
        for (JsonValue item : shipment.elements("items")) {
            String name = item.text("external_order_item_id")
                    .flatMap(ItemMark::parse)
                    .map(ItemMark::line)
                    .orElseGet(() -> "other " + item.text("sku").orElse(""));
            units.merge(name, item.decimal("quantity").orElse(BigDecimal.ZERO), BigDecimal::add);
        }
        return text(units);
    }

    private static String text(Map<String, BigDecimal> units) {
        return units.entrySet().stream()
                .map(line -> line.getKey() + "="
                        + line.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }

    /** Whether a shipment holds what it was told, or may have been told, or is to hold. */
    boolean isAsTold(String externalId, JsonValue shipment, String... orElse) {
        String standing = standing(shipment);
        return told(externalId).contains(standing) || Arrays.asList(orElse).contains(standing);
    }

    /** It is about to be told so; whatever it was told since the last answer may stand as well. */
    void telling(String externalId, String items) {
        Set<String> told = new LinkedHashSet<>(told(externalId));
        told.add(items);
        put(externalId, String.join(SEPARATOR, told));
    }

    /** It was told so, and nothing else stands. */
    void told(String externalId, String items) {
        put(externalId, items);
    }

    private List<String> told(String externalId) {
        return state.get(ROWS + externalId)
                .map(row -> Arrays.asList(row.split("\\|", -1)))
                .orElse(List.of());
    }

    private void put(String externalId, String row) {
        if (state.get(ROWS + externalId).filter(row::equals).isEmpty()) {
            state.put(ROWS + externalId, row);
        }
    }
}
