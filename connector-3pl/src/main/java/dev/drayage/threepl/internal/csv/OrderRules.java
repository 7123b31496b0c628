package dev.drayage.threepl.internal.csv;

import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.threepl.internal.terms.Purpose;
import java.util.Set;

/**
 * What the columns of an order are called, and what goes into them. Immutable.
 *
 * @param columns in the partner's order
 * @param orderReference whose name of the order comes back with shipments
 * @param lineReference whose name of the line comes back with shipments
 * @param shipMethods the warehouse's words for ship methods
 * @param unit what one piece is called
 * @param trailer whether a trailer row ends the file
 * @param purposes what the warehouse may be told
 */
public record OrderRules(
        OrderColumns columns,
        OrderReference.Kind orderReference,
        LineReference.Kind lineReference,
        ShipMethods shipMethods,
        String unit,
        boolean trailer,
        Set<Purpose> purposes) {
    public OrderRules {
        purposes = Set.copyOf(purposes);
    }
}
