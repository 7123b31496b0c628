package dev.drayage.sync;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.OrderLine;
import dev.drayage.model.SaleTransaction;
import java.util.Comparator;
import java.util.List;

/**
 * What was sold for how much: lines, charges, discounts, taxes and total. Progress, dates, addresses and custom fields are
 * no part of it, so that an order that ships keeps its substance and one that loses a line does not.
 */
final class SaleSubstance {
    private SaleSubstance() {}

    /** The digest of a sale's substance; the order of its lines does not matter. */
    static String of(SaleTransaction sale) {
        List<Line> lines = sale.lines().stream()
                .sorted(Comparator.comparing(OrderLine::lineId))
                .map(Line::of)
                .toList();
        return ContentDigest.of(
                sale.currency().getCurrencyCode(), sale.total(), sale.charges(), sale.discounts(), sale.taxes(), lines);
    }

    private record Line(String id, String sku, Object quantity, Object amount, List<?> adjustments) {
        static Line of(OrderLine line) {
            return new Line(
                    line.lineId(),
                    line.sku(),
                    line.quantity(),
                    line.amount(),
                    List.of(line.discounts(), line.charges(), line.taxes()));
        }
    }
}
