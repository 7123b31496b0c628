package dev.drayage.threepl.internal.shipstation;

import dev.drayage.model.OrderReference;
import dev.drayage.model.WarehouseOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that an order and its lines have at ShipStation, made so that they say by themselves where they come from: an order
 * that is split or renamed there still names each line's order. Immutable.
 *
 * @param account the ERP's account, such as {@code netsuite:1234567}
 * @param order the ERP's internal id of the order, or of the packed fulfillment that was told in its stead
 * @param line the ERP's line number
 */
record ItemMark(String account, OrderReference order, String line) {
    /** Stands before ids of packed fulfillments, so that they are not taken for orders of the same internal id. */
    private static final String FULFILLMENT = "fulfillment/";

    private static final Pattern ITEM = Pattern.compile("([^\\s/]+)/(" + FULFILLMENT + ")?([^\\s/]+)#(\\S+)");

    /** The external id of an order's shipment. */
    static String ofOrder(WarehouseOrder order) {
        return of(order, "").orderName();
    }

    private static OrderReference named(WarehouseOrder order) {
        return order.orderReference(OrderReference.Kind.ERP_FULFILLMENT_ID)
                .map(id -> new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_ID, id))
                .orElseGet(() -> new OrderReference(
                        OrderReference.Kind.ERP_ID,
                        order.orderReference(OrderReference.Kind.ERP_ID)
                                .orElse(order.ref().id())));
    }

    /** The mark of one line of an order. */
    static ItemMark of(WarehouseOrder order, String line) {
        return new ItemMark(order.ref().account().toString(), named(order), line);
    }

    /** Reads a mark; empty if the text is none of ours. */
    static Optional<ItemMark> parse(String text) {
        Matcher mark = ITEM.matcher(text);
        if (!mark.matches()) {
            return Optional.empty();
        }
        OrderReference.Kind kind =
                mark.group(2) == null ? OrderReference.Kind.ERP_ID : OrderReference.Kind.ERP_FULFILLMENT_ID;
        return Optional.of(new ItemMark(mark.group(1), new OrderReference(kind, mark.group(3)), mark.group(4)));
    }

    private String orderName() {
        boolean fulfillment = order.kind() == OrderReference.Kind.ERP_FULFILLMENT_ID;
        return account + "/" + (fulfillment ? FULFILLMENT : "") + order.value();
    }

    @Override
    public String toString() {
        return orderName() + "#" + line;
    }
}
