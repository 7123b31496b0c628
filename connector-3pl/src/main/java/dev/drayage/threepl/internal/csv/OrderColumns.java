package dev.drayage.threepl.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of an order in the order of the file, each with its heading. Immutable. */
public final class OrderColumns {
    private final List<Entry> entries;

    /**
     * One column.
     *
     * @param column what it holds; empty for one that is always empty because the partner's layout has it
     * @param heading what the partner calls it
     */
    record Entry(Optional<OrderColumn> column, String heading) {}

    private OrderColumns(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Columns as a setting lists them, separated by commas: the standard name, or {@code name=heading}, or {@code =heading} for an empty column.
     *
     * @throws IllegalArgumentException if a name is none
     */
    public static OrderColumns parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            int equals = word.indexOf('=');
            String name = (equals < 0 ? word : word.substring(0, equals)).strip();
            String heading = equals < 0 ? name : word.substring(equals + 1).strip();
            Optional<OrderColumn> column = OrderColumn.of(name);
            if ((column.isEmpty() && !name.isEmpty()) || heading.isEmpty()) {
                throw new IllegalArgumentException("must list columns as name or name=heading with names of the guide");
            }
            if (column.isPresent()
                    && entries.stream().anyMatch(entry -> entry.column().equals(column))) {
                throw new IllegalArgumentException("lists a column twice");
            }
            entries.add(new Entry(column, heading));
        }
        for (OrderColumn needed : Set.of(OrderColumn.ORDER_NO, OrderColumn.LINE_NO, OrderColumn.SKU, OrderColumn.QTY)) {
            if (entries.stream().noneMatch(entry -> entry.column().equals(Optional.of(needed)))) {
                throw new IllegalArgumentException("must list order_no, line_no, sku and qty");
            }
        }
        return new OrderColumns(entries);
    }

    /** Whether a document can say that it is a change or a cancellation. */
    public boolean tellPurpose() {
        return has(OrderColumn.ACTION);
    }

    boolean has(OrderColumn column) {
        return entries.stream().anyMatch(entry -> entry.column().equals(Optional.of(column)));
    }

    List<Entry> entries() {
        return entries;
    }
}
