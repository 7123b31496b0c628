package dev.drayage.shopify.internal.edits;

import dev.drayage.model.EditedLine;
import dev.drayage.model.OrderEdit;
import dev.drayage.model.OrderReference;
import dev.drayage.shopify.internal.orders.OrderGoods;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what a lost answer is resolved: digests of the quantities before and after. Lines that were added have no id before they are
 * committed; Shopify numbers them above all others, so that those are left out that have the highest numbers.
 *
 * @param order the order, as the ERP names it
 * @param before digest of the quantities before
 * @param after digest of the quantities of the lines that were there
 * @param added how many lines are added
 */
record EditHint(String order, String before, String after, int added) {
    static EditHint of(OrderEdit edit) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        int added = 0;
        for (EditedLine line : edit.lines()) {
            if (line.lineId().isPresent()) {
                units.merge(line.lineId().get(), line.quantity(), BigDecimal::add);
            } else if (line.quantity().signum() > 0) {
                added++;
            }
        }
        return new EditHint(
                OrderReference.find(edit.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID)
                        .orElse("?"),
                edit.agreedQuantities(),
                OrderEdit.quantities(units),
                added);
    }

    static Optional<EditHint> parse(String text) {
        List<String> parts = List.of(text.split(" ", -1));
        return parts.size() == 4 && parts.get(3).matches("[0-9]{1,4}")
                ? Optional.of(new EditHint(parts.get(0), parts.get(1), parts.get(2), Integer.parseInt(parts.get(3))))
                : Optional.empty();
    }

    /** Shopify's number of the order; empty if the ERP names it otherwise. */
    Optional<String> number() {
        return Optional.of(order).filter(text -> text.matches("[0-9]{1,20}"));
    }

    /** Whether the order is as it was before. */
    boolean isUntouched(OrderGoods standing) {
        return standing.quantities().equals(before);
    }

    /** Whether the order is as it was to become. */
    boolean isDone(OrderGoods standing) {
        Map<String, BigDecimal> units = standing.units();
        units.keySet().stream()
                .sorted(Comparator.comparing(EditHint::lineNumber).reversed())
                .limit(added)
                .toList()
                .forEach(units::remove);
        return standing.lines().size() >= added && OrderEdit.quantities(units).equals(after);
    }

    private static BigDecimal lineNumber(String lineId) {
        return lineId.matches("[0-9]{1,20}") ? new BigDecimal(lineId) : BigDecimal.ZERO;
    }

    @Override
    public String toString() {
        return order + " " + before + " " + after + " " + added;
    }
}
