package dev.drayage.threepl.internal.csv;

import dev.drayage.model.AccountId;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.threepl.Extent;
import dev.drayage.threepl.internal.terms.LineStatuses;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a shipment are called, and what their fields mean. Immutable.
 *
 * @param account the warehouse
 * @param columns headings or positions that are not the standard ones
 * @param files names of such files where there are no headings
 * @param orderReference whose name of the order the file gives
 * @param lineReference whose name of the line the file gives
 * @param kilograms what one unit of the file's weights weighs
 * @param weightOf what a weight is the weight of
 * @param freightOf what a freight is the freight of
 * @param currency of freights; empty if they are not read
 * @param statuses the words about units that did not leave
 */
public record ShipmentRules(
        AccountId account,
        Map<String, String> columns,
        List<String> files,
        OrderReference.Kind orderReference,
        LineReference.Kind lineReference,
        BigDecimal kilograms,
        Extent weightOf,
        Extent freightOf,
        Optional<Currency> currency,
        LineStatuses statuses) {
    public ShipmentRules {
        columns = Map.copyOf(columns);
        files = List.copyOf(files);
    }
}
