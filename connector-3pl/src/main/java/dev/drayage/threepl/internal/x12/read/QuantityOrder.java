package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.Leniency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Watches that the items of a stock advice name their quantities in one order and begin with the same one. A quantity that
 * slipped over the border of two items leaves all counts right; it only shows by standing where it never stands. Not
 * thread-safe.
 */
final class QuantityOrder {
    private final SetContext context;
    private final Set<String> before = new HashSet<>();
    private final List<String> ofItem = new ArrayList<>();
    private String first = "";

    QuantityOrder(SetContext context) {
        this.context = context;
    }

    void nextItem() {
        ofItem.clear();
    }

    void quantity(Segment qty, int position) throws SetFaultException {
        String qualifier = qty.element(1);
        if (ofItem.contains(qualifier)) {
            throw context.contradiction(qty, position, "the item has quantity " + qualifier + " twice");
        }
        if (first.isEmpty()) {
            first = qualifier;
        }
        if (ofItem.isEmpty() && !qualifier.equals(first)) {
            disturbed(qty, position, "the item begins with quantity " + qualifier + " and others begin with " + first);
        }
        for (String earlier : ofItem) {
            if (before.contains(qualifier + "<" + earlier)) {
                disturbed(
                        qty,
                        position,
                        "quantity " + qualifier + " stands behind " + earlier + " and stood before it in other items");
            }
            before.add(earlier + "<" + qualifier);
        }
        ofItem.add(qualifier);
    }

    private void disturbed(Segment qty, int position, String how) throws SetFaultException {
        context.unlessBorne(
                Leniency.QUANTITY_ORDER, context.contradiction(qty, position, how + ": segments were exchanged"));
    }
}
