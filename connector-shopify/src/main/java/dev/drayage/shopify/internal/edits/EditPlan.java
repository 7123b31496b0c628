package dev.drayage.shopify.internal.edits;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.EditedLine;
import dev.drayage.model.OrderEdit;
import dev.drayage.shopify.internal.orders.OrderGoods;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an edit asks of an order as it stands: quantities to set, lines to add, and why it cannot be. Nothing goes below what left
 * already. Immutable.
 *
 * @param state how the order stands to the edit
 * @param quantities Shopify's own quantity of each line that changes, by line id
 * @param added lines to add
 * @param violations why it cannot be done
 */
record EditPlan(State state, Map<String, Integer> quantities, List<EditedLine> added, List<Violation> violations) {
    EditPlan {
        quantities = Map.copyOf(quantities);
        added = List.copyOf(added);
        violations = List.copyOf(violations);
    }

    /** How an order stands to an edit. */
    enum State {
        /** As both sides agreed on before: the edit can be made. */
        AGREED,
        /** As the edit wants it. */
        DONE,
        /** As the edit wants it, and as it was before: what people changed is no quantity and no item. */
        OTHERWISE_EDITED,
        /** Changed here too, to something else. */
        CHANGED
    }

    static EditPlan of(OrderEdit edit, OrderGoods order) {
        Map<String, BigDecimal> wanted = wanted(edit);
        List<EditedLine> added = new ArrayList<>(edit.lines().stream()
                .filter(line -> line.lineId().isEmpty() && line.quantity().signum() > 0)
                .toList());
        if (isUntouched(edit, order, Set.of())) {
            boolean same = added.isEmpty() && OrderEdit.quantities(wanted).equals(order.quantities());
            return same ? none(State.OTHERWISE_EDITED) : changes(wanted, added, order);
        }
        Map<String, BigDecimal> takenOver = takenOver(wanted, added, order);
        Map<String, BigDecimal> known = new LinkedHashMap<>(wanted);
        known.putAll(takenOver);
        if (added.isEmpty() && OrderEdit.quantities(known).equals(order.quantities())) {
            return none(State.DONE);
        }
        return isUntouched(edit, order, takenOver.keySet()) ? changes(known, added, order) : none(State.CHANGED);
    }

    /**
     * Lines that are here already for some that were added in the ERP: the same units of the same SKU. An edit before this one may
     * have brought them, whose lines the ERP does not know by their ids yet. Each is taken once, and out of {@code added}; the
     * newest first.
     */
    private static Map<String, BigDecimal> takenOver(
            Map<String, BigDecimal> wanted, List<EditedLine> added, OrderGoods order) {
        Map<String, BigDecimal> found = new LinkedHashMap<>();
        List<OrderGoods.Line> newestFirst = new ArrayList<>(order.lines());
        Collections.reverse(newestFirst);
        for (OrderGoods.Line line : newestFirst) {
            Optional<EditedLine> same = wanted.containsKey(line.lineId())
                    ? Optional.empty()
                    : added.stream()
                            .filter(each -> each.sku().equals(line.sku())
                                    && each.quantity().compareTo(line.units()) == 0)
                            .findFirst();
            same.ifPresent(each -> {
                found.put(line.lineId(), line.units());
                added.remove(each);
            });
        }
        return found;
    }

    /** Whether the order is as both sides agreed on before, some of its lines left out. */
    private static boolean isUntouched(OrderEdit edit, OrderGoods order, Set<String> leftOut) {
        Map<String, BigDecimal> units = order.units();
        units.keySet().removeAll(leftOut);
        return OrderEdit.quantities(units).equals(edit.agreedQuantities());
    }

    private static EditPlan none(State state) {
        return new EditPlan(state, Map.of(), List.of(), List.of());
    }

    private static Map<String, BigDecimal> wanted(OrderEdit edit) {
        Map<String, BigDecimal> wanted = new LinkedHashMap<>();
        for (EditedLine line : edit.lines()) {
            line.lineId()
                    .filter(id -> line.quantity().signum() > 0)
                    .ifPresent(id -> wanted.merge(id, line.quantity(), BigDecimal::add));
        }
        return wanted;
    }

    private static EditPlan changes(Map<String, BigDecimal> wanted, List<EditedLine> added, OrderGoods order) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (OrderGoods.Line line : order.lines()) {
            BigDecimal target = wanted.getOrDefault(line.lineId(), BigDecimal.ZERO);
            BigDecimal more = target.subtract(line.units());
            if (more.negate().compareTo(line.open()) > 0) {
                violations.add(new Violation(
                        ErrorCode.QUANTITY_EXCEEDED,
                        "line " + line.lineId(),
                        "line " + line.lineId() + " is to become " + target.toPlainString() + " units, but only "
                                + line.open().toPlainString() + " of its "
                                + line.units().toPlainString()
                                + " did not leave yet"));
            } else if (more.signum() != 0) {
                whole(line.lineId(), line.current().add(more), violations)
                        .ifPresent(units -> quantities.put(line.lineId(), units));
            }
        }
        wanted.keySet().stream()
                .filter(id -> !order.units().containsKey(id))
                .forEach(id -> violations.add(new Violation(
                        ErrorCode.LINE_UNKNOWN, "line " + id, "line " + id + " is none of this order's at Shopify")));
        for (EditedLine line : added) {
            whole(line.sku(), line.quantity(), violations);
        }
        return new EditPlan(State.AGREED, quantities, added, violations);
    }

    private static Optional<Integer> whole(String line, BigDecimal units, List<Violation> violations) {
        try {
            return Optional.of(units.intValueExact());
        } catch (ArithmeticException e) {
            violations.add(new Violation(
                    ErrorCode.CHANGE_REFUSED,
                    "line " + line,
                    "Shopify sells whole units, not " + units.toPlainString() + " of line " + line));
            return Optional.empty();
        }
    }

    /** Both versions in words, line by line. */
    static String differences(OrderEdit edit, OrderGoods order) {
        Map<String, BigDecimal> wanted = wanted(edit);
        List<String> words = new ArrayList<>();
        Map<String, BigDecimal> standing = order.units();
        wanted.forEach((id, units) -> {
            BigDecimal here = standing.getOrDefault(id, BigDecimal.ZERO);
            if (here.compareTo(units) != 0) {
                words.add("line " + id + ": " + here.toPlainString() + " at Shopify, " + units.toPlainString()
                        + " in the ERP");
            }
        });
        standing.forEach((id, units) -> {
            if (!wanted.containsKey(id)) {
                words.add("line " + id + ": " + units.toPlainString() + " at Shopify, none in the ERP");
            }
        });
        edit.lines().stream()
                .filter(line -> line.lineId().isEmpty())
                .forEach(line -> words.add("SKU " + line.sku() + ": " + line.units() + " added in the ERP"));
        return String.join("; ", words);
    }
}
