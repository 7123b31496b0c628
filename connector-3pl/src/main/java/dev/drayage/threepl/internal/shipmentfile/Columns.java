package dev.drayage.threepl.internal.shipmentfile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which heading stands for what. */
public final class Columns {
    /** What a column holds. */
    enum Column {
        SHIPMENT("shipment", true),
        ORDER("order", true),
        LINE("line", true),
        SKU("sku", false),
        QUANTITY("quantity", true),
        SHIP_DATE("shipDate", true),
        CARTON("carton", false),
        CARRIER("carrier", false),
        SERVICE("service", false),
        TRACKING("tracking", false),
        WEIGHT_KG("weightKg", false),
        LOCATION("location", false);

        private final String standard;
        private final boolean required;

        Column(String standard, boolean required) {
            this.standard = standard;
            this.required = required;
        }
    }

    private final Map<Column, String> headings;

    private Columns(Map<Column, String> headings) {
        this.headings = headings;
    }

    /**
     * The faults of replaced headings: those that replace no standard one.
     *
     * @param replaced own headings by standard ones
     */
    public static List<String> problems(Map<String, String> replaced) {
        List<String> standard =
                Arrays.stream(Column.values()).map(column -> column.standard).toList();
        return replaced.keySet().stream()
                .filter(name -> !standard.contains(name))
                .map(name -> "columns names " + name + ", which is none of " + standard)
                .toList();
    }

    /** The standard headings, some of them replaced. */
    static Columns of(Map<String, String> replaced) {
        Map<Column, String> headings = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            headings.put(column, replaced.getOrDefault(column.standard, column.standard));
        }
        return new Columns(headings);
    }

    /** The heading of a column. */
    String heading(Column column) {
        return headings.getOrDefault(column, column.standard);
    }

    /** What is wrong with a heading row: the columns that must be there and are not. */
    Optional<String> problem(List<String> row) {
        List<String> missing = Arrays.stream(Column.values())
                .filter(column -> column.required && !row.contains(heading(column)))
                .map(this::heading)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the heading row lacks " + String.join(", ", missing));
    }
}
