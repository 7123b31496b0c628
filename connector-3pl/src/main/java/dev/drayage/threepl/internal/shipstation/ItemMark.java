package dev.drayage.threepl.internal.shipstation;

import dev.drayage.model.RecordRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that an order and its lines have at ShipStation, made so that they say by themselves where they come from: an order
 * that is split or renamed there still names each line's order. Immutable.
 *
 * @param account the ERP's account, such as {@code netsuite:1234567}
 * @param order the ERP's id of the order or packed fulfillment
 * @param line the ERP's line number
 */
record ItemMark(String account, String order, String line) {
    /** How ids of packed fulfillments begin, so that they are not taken for orders of the same internal id. */
    private static final String FULFILLMENT = "fulfillment-";

    private static final Pattern ITEM = Pattern.compile("(\\S+)/(\\S+)#(\\S+)");

    /** The external id of an order's shipment. */
    static String ofOrder(RecordRef order) {
        return order.account() + "/" + order.id();
    }

    /** The mark of one line of an order. */
    static ItemMark of(RecordRef order, String line) {
        return new ItemMark(order.account().toString(), order.id(), line);
    }

    /** Reads a mark; empty if the text is none of ours. */
    static Optional<ItemMark> parse(String text) {
        Matcher mark = ITEM.matcher(text);
        return mark.matches()
                ? Optional.of(new ItemMark(mark.group(1), mark.group(2), mark.group(3)))
                : Optional.empty();
    }

    /** The ERP's id of the packed fulfillment that an order's id stands for; empty for a whole order. */
    static Optional<String> fulfillment(String order) {
        return order.startsWith(FULFILLMENT) && order.length() > FULFILLMENT.length()
                ? Optional.of(order.substring(FULFILLMENT.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return account + "/" + order + "#" + line;
    }
}
