package dev.drayage.testkit.warehouse;

import java.util.List;
import java.util.Map;

/**
 * What a depositor's document asks for. Immutable.
 *
 * @param purpose whether it is new, a change or a cancellation
 * @param orderNumber the depositor's order number
 * @param purchaseOrder the customer's order number; empty if not sent
 * @param consignee who gets the goods
 * @param shipMethod the ship method in words; empty if not sent
 * @param scac the carrier's code; empty if not sent
 * @param references reference numbers by qualifier
 * @param dates dates (yyyyMMdd) by qualifier
 * @param notes remarks, in order
 * @param lines what is ordered
 * @param sequence the number of the interchange or file it came in, by which later ones are known
 * @param file the file it came in
 */
record ShippingOrder(
        Purpose purpose,
        String orderNumber,
        String purchaseOrder,
        Consignee consignee,
        String shipMethod,
        String scac,
        Map<String, String> references,
        Map<String, String> dates,
        List<String> notes,
        List<OrderLine> lines,
        long sequence,
        String file) {

    /** What the depositor wants with it. */
    enum Purpose {
        ORIGINAL,
        CHANGE,
        CANCEL
    }

    ShippingOrder {
        references = Map.copyOf(references);
        dates = Map.copyOf(dates);
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
    }
}
