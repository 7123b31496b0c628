package dev.drayage.netsuite.internal.salesorder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the lines of a standing order become those of the channel's. Lines that stay are named by NetSuite's number and keep
 * everything else that people gave them. Where lines come or go, the whole list is sent in its order, because a discount lowers
 * the line above it. Nothing goes below what left or was billed. Used for one order by one thread.
 */
final class OrderChange {
    private final OrderContent standing;
    private final OrderContent wanted;
    private final String lineIdField;
    private final Map<String, OrderContent.Line> added;
    private final List<Violation> violations = new ArrayList<>();

    OrderChange(OrderContent standing, OrderContent wanted, String lineIdField) {
        this.standing = standing;
        this.wanted = wanted;
        this.lineIdField = lineIdField;
        this.added = standing.addedHere(wanted);
    }

    /** Why it cannot be done. */
    List<Violation> violations() {
        return violations;
    }

    /** Whether lines come or go, so that the list must be sent as a whole. */
    boolean replaces() {
        Map<String, OrderContent.Line> there = standing.byTag();
        return !there.keySet().equals(wanted.byTag().keySet());
    }

    /** The rows to send, in a list made like {@code any}. */
    ArrayNode rows(ObjectNode any) {
        boolean all = replaces();
        ArrayNode rows = any.objectNode().arrayNode();
        Map<String, OrderContent.Line> there = standing.byTag();
        Set<String> sent = new LinkedHashSet<>();
        for (OrderContent.Line line : wanted.lines()) {
            OrderContent.Line old = there.get(line.tag());
            OrderContent.Line people = added.get(line.tag());
            sent.add(line.tag());
            if (people != null) {
                rows.add(tagged(line, people, any));
            } else if (old == null) {
                rows.add(line.body().deepCopy());
            } else {
                changed(line, old, all, any).ifPresent(rows::add);
            }
        }
        for (OrderContent.Line old : standing.lines()) {
            if (!sent.contains(old.tag())
                    && !added.containsValue(old)
                    && old.done().signum() > 0) {
                violations.add(tooFew(old, BigDecimal.ZERO));
            }
        }
        if (all) {
            standing.closed().forEach(number -> rows.add(named(number, any)));
        }
        return rows;
    }

    /** A line that people added and the channel took over: it stays theirs, and gets the channel's id and price. */
    private ObjectNode tagged(OrderContent.Line line, OrderContent.Line people, ObjectNode any) {
        ObjectNode row = priced(line, named(people.number(), any));
        row.put(lineIdField, line.tag());
        return row;
    }

    private static ObjectNode priced(OrderContent.Line line, ObjectNode row) {
        for (String field : List.of("quantity", "price", "rate", "amount")) {
            if (line.body().has(field)) {
                row.set(field, line.body().get(field));
            }
        }
        return row;
    }

    private Optional<ObjectNode> changed(OrderContent.Line line, OrderContent.Line old, boolean all, ObjectNode any) {
        if (line.sells(old)) {
            return all ? Optional.of(named(old.number(), any)) : Optional.empty();
        }
        if (line.goods() && line.quantity().compareTo(old.done()) < 0) {
            violations.add(tooFew(old, line.quantity()));
        }
        ObjectNode row = priced(line, named(old.number(), any));
        if (old.closed()) {
            row.put("isClosed", false);
        }
        return Optional.of(row);
    }

    private static ObjectNode named(String number, ObjectNode any) {
        return any.objectNode().put("line", new BigDecimal(number));
    }

    private static Violation tooFew(OrderContent.Line old, BigDecimal quantity) {
        return new Violation(
                ErrorCode.QUANTITY_EXCEEDED,
                "line " + old.number(),
                "line " + old.tag() + " is to become "
                        + quantity.stripTrailingZeros().toPlainString() + " units, but "
                        + old.done().stripTrailingZeros().toPlainString() + " left or were billed already");
    }
}
