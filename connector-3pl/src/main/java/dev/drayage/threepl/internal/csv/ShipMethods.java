package dev.drayage.threepl.internal.csv;

import dev.drayage.threepl.internal.terms.UnknownShipMethod;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ERP's ship methods in the warehouse's words; one that is not listed is never sent as something else. Immutable. */
public final class ShipMethods {
    private static final List<OrderColumn> PARTS =
            List.of(OrderColumn.SHIP_METHOD, OrderColumn.CARRIER, OrderColumn.SERVICE);

    private final String warehouse;
    private final Map<String, String> words;
    private final Optional<String> missing;

    /**
     * Ship methods by the ERP's word; a value is {@code method|carrier|service}, of which the end may be left out.
     *
     * @param warehouse the warehouse's partner id
     * @param missing what an order without a ship method is told as; without it such an order is refused
     */
    public ShipMethods(String warehouse, Map<String, String> words, Optional<String> missing) {
        this.warehouse = warehouse;
        this.words = Map.copyOf(words);
        this.missing = missing;
    }

    Map<OrderColumn, String> of(String order, Optional<String> method) {
        Optional<String> word =
                method.isEmpty() ? missing : method.flatMap(name -> Optional.ofNullable(words.get(name)));
        return parse(word.orElseThrow(() -> UnknownShipMethod.refused(warehouse, order, method)));
    }

    /**
     * Refuses a text that is not {@code ship_method|carrier|service}, of which the end may be left out.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static void check(String text) {
        parse(text);
    }

    private static Map<OrderColumn, String> parse(String text) {
        String[] parts = text.split("\\|", -1);
        Map<OrderColumn, String> fields = new EnumMap<>(OrderColumn.class);
        for (int i = 0; i < Math.min(parts.length, PARTS.size()); i++) {
            fields.put(PARTS.get(i), parts[i].strip());
        }
        if (parts.length > PARTS.size() || fields.values().stream().allMatch(String::isEmpty)) {
            throw new IllegalArgumentException("must give ship_method, or ship_method|carrier|service");
        }
        return fields;
    }
}
