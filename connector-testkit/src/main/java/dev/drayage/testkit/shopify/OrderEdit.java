package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session in which an order is being edited; nothing shows on the order before the commit. Guarded by the shop. */
final class OrderEdit {
    /** A line that is being added. */
    static final class Added {
        final String id;
        final @Nullable Variant variant;
        final String title;
        final BigDecimal price;
        final boolean requiresShipping;
        final long locationNumber;
        int quantity;
        BigDecimal discount = BigDecimal.ZERO;

        Added(
                String id,
                @Nullable Variant variant,
                String title,
                BigDecimal price,
                boolean requiresShipping,
                long locationNumber,
                int quantity) {
            this.id = id;
            this.variant = variant;
            this.title = title;
            this.price = price;
            this.requiresShipping = requiresShipping;
            this.locationNumber = locationNumber;
            this.quantity = quantity;
        }
    }

    final long number;
    final ShopOrder order;
    final int linesAtBegin;
    final int editsAtBegin;
    final Map<OrderLine, Integer> quantities = new LinkedHashMap<>();
    final Map<OrderLine, Boolean> restock = new LinkedHashMap<>();
    final Map<OrderLine, BigDecimal> discounts = new LinkedHashMap<>();
    final List<Added> added = new ArrayList<>();
    boolean committed;
    private long count;

    OrderEdit(long number, ShopOrder order) {
        this.number = number;
        this.order = order;
        linesAtBegin = order.lines.size();
        editsAtBegin = order.agreements.size();
    }

    String nextId() {
        return "gid://shopify/CalculatedLineItem/" + new UUID(number, ++count);
    }

    int quantity(OrderLine line) {
        return quantities.getOrDefault(line, line.currentQuantity());
    }

    /** Another edit or refund was committed since this one began. */
    boolean overtaken() {
        return order.agreements.size() != editsAtBegin || order.lines.size() != linesAtBegin;
    }
}
