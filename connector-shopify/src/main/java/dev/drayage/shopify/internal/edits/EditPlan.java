package dev.drayage.shopify.internal.edits;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.EditedLine;
import dev.drayage.model.OrderEdit;
import dev.drayage.shopify.internal.orders.OrderGoods;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<EditedLine> added = edit.lines().stream()
                .filter(line -> line.lineId().isEmpty() && line.quantity().signum() > 0)
                .toList();
        boolean untouched = order.quantities().equals(edit.agreedQuantities());
        if (isDone(wanted, added, order)) {
            return none(untouched ? State.OTHERWISE_EDITED : State.DONE);
        }
        return untouched ? changes(wanted, added, order) : none(State.CHANGED);
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

    /** Whether the lines are those that are wanted, and the others those that were added: the same units of the same SKUs. */
    private static boolean isDone(Map<String, BigDecimal> wanted, List<EditedLine> added, OrderGoods order) {
        Map<String, BigDecimal> known = new LinkedHashMap<>();
        List<OrderGoods.Line> others = new ArrayList<>();
        for (OrderGoods.Line line : order.lines()) {
            if (wanted.containsKey(line.lineId())) {
                known.put(line.lineId(), line.units());
            } else {
                others.add(line);
            }
        }
        if (others.size() != added.size() || !OrderEdit.quantities(known).equals(OrderEdit.quantities(wanted))) {
            return false;
        }
        for (EditedLine line : added) {
            Optional<OrderGoods.Line> same = others.stream()
                    .filter(other ->
                            other.sku().equals(line.sku()) && other.units().compareTo(line.quantity()) == 0)
                    .findFirst();
            same.ifPresent(others::remove);
        }
        return others.isEmpty();
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
