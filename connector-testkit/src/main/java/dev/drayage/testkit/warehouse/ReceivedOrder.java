package dev.drayage.testkit.warehouse;

import java.util.List;
import java.util.Map;

/**
 * An order as the warehouse knows it at one moment. What was not sent is empty. Immutable.
 *
 * @param orderNumber the depositor's order number
 * @param purchaseOrder the customer's order number
 * @param consignee who gets the goods
 * @param shipMethod the ship method in words
 * @param scac the carrier's code
 * @param references reference numbers by qualifier, as {@code CO}
 * @param dates dates (yyyyMMdd) by qualifier, as {@code 10}
 * @param notes remarks
 * @param lines what is ordered now, after changes
 * @param shipped pieces shipped so far, by line id
 * @param status how far it is
 * @param originals how many originals came; all but the first were not acted on
 * @param changes how many changes came
 * @param cancels how many cancellations came
 * @param ignored how many changes and cancellations came too late
 */
public record ReceivedOrder(
        String orderNumber,
        String purchaseOrder,
        Consignee consignee,
        String shipMethod,
        String scac,
        Map<String, String> references,
        Map<String, String> dates,
        List<String> notes,
        List<OrderLine> lines,
        Map<String, Integer> shipped,
        OrderStatus status,
        int originals,
        int changes,
        int cancels,
        int ignored) {

    /** Copies the collections. */
    public ReceivedOrder {
        references = Map.copyOf(references);
        dates = Map.copyOf(dates);
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
        shipped = Map.copyOf(shipped);
    }
}
