package dev.drayage.testkit.amazon;

import java.util.List;

/**
 * Units of one order item in one package.
 *
 * @param orderItemId the order item
 * @param quantity units
 * @param transparencyCodes codes of the single units, if any
 */
public record PackedItem(String orderItemId, int quantity, List<String> transparencyCodes) {

    public PackedItem {
        transparencyCodes = List.copyOf(transparencyCodes);
    }
}
