package dev.drayage.netsuite.internal.salesorder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.OrderEdit;
import dev.drayage.netsuite.internal.order.LineTag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a sales order, as far as they decide what is sold for how much. A line that was closed counts for what had left
 * or was billed before. Immutable.
 *
 * @param lines in their order
 * @param closed numbers of lines that were closed before anything of them left: they sell nothing
 * @param carriage what stands in the body for it
 */
record OrderContent(List<Line> lines, List<String> closed, BigDecimal carriage) {
    OrderContent {
        lines = List.copyOf(lines);
        closed = List.copyOf(closed);
    }

    /**
     * One line.
     *
     * @param number NetSuite's number of it; empty text if it is not there yet
     * @param tag what stands in the field of the channel's line id; empty text for a line that people added
     * @param quantity units, of goods only
     * @param amount its amount
     * @param done units that left or were billed
     * @param closed whether it was closed
     * @param body the line as it is sent or was read
     */
    record Line(
            String number,
            String tag,
            BigDecimal quantity,
            BigDecimal amount,
            BigDecimal done,
            boolean closed,
            JsonNode body) {
        /** Whether it is goods of the channel's order. */
        boolean goods() {
            return !tag.isEmpty() && LineTag.isGoods(tag);
        }

        /** Internal id of its item. */
        String item() {
            return OrderContent.item(body);
        }

        /** Whether it sells the same as another one with its tag. */
        boolean sells(Line other) {
            return quantity.compareTo(other.quantity) == 0 && amount.compareTo(other.amount) == 0;
        }

        /** In words, for people who compare. */
        String words() {
            return (goods() ? quantity.stripTrailingZeros().toPlainString() + " units for " : "")
                    + amount.stripTrailingZeros().toPlainString();
        }
    }

    /** What is about to be sent. */
    static OrderContent sent(JsonNode body, String lineIdField) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode row : body.path("item").path("items")) {
            BigDecimal quantity = number(row, "quantity").orElse(BigDecimal.ONE);
            String tag = row.path(lineIdField).asText("");
            lines.add(new Line(
                    "",
                    tag,
                    LineTag.isGoods(tag) ? quantity : BigDecimal.ONE,
                    number(row, "amount")
                            .orElseGet(() ->
                                    number(row, "rate").orElse(BigDecimal.ZERO).multiply(quantity)),
                    BigDecimal.ZERO,
                    false,
                    row));
        }
        return new OrderContent(lines, List.of(), number(body, "shippingCost").orElse(BigDecimal.ZERO));
    }

    /** What stands in the account; a line that was closed before anything left is as good as none. */
    static OrderContent standing(JsonValue record, String lineIdField) {
        List<Line> lines = new ArrayList<>();
        List<String> dead = new ArrayList<>();
        for (JsonValue row : record.at("item").elements("items")) {
            BigDecimal quantity = row.decimal("quantity").orElse(BigDecimal.ONE);
            BigDecimal amount = row.decimal("amount").orElse(BigDecimal.ZERO);
            BigDecimal done = done(row);
            boolean closed = row.at("isClosed").flag().orElse(false);
            String tag = row.text(lineIdField).orElse("");
            boolean goods = tag.isEmpty() || LineTag.isGoods(tag);
            if (closed && done.signum() == 0) {
                row.text("line").ifPresent(dead::add);
                continue;
            }
            BigDecimal rate = row.decimal("rate").orElse(BigDecimal.ZERO);
            lines.add(new Line(
                    row.text("line").orElse(""),
                    tag,
                    goods ? (closed ? done : quantity) : BigDecimal.ONE,
                    closed ? rate.multiply(done) : amount,
                    done,
                    closed,
                    row.node()));
        }
        return new OrderContent(lines, dead, record.decimal("shippingCost").orElse(BigDecimal.ZERO));
    }

    /** What of an order's total belongs to units that were closed before they left or were billed: NetSuite still counts them. */
    static BigDecimal closedWorth(JsonValue record) {
        BigDecimal worth = BigDecimal.ZERO;
        for (JsonValue row : record.at("item").elements("items")) {
            if (row.at("isClosed").flag().orElse(false)) {
                BigDecimal left = done(row).multiply(row.decimal("rate").orElse(BigDecimal.ZERO));
                worth = worth.add(row.decimal("amount").orElse(BigDecimal.ZERO)).subtract(left);
            }
        }
        return worth;
    }

    private static BigDecimal done(JsonValue row) {
        return row.decimal("quantityFulfilled")
                .orElse(BigDecimal.ZERO)
                .max(row.decimal("quantityBilled").orElse(BigDecimal.ZERO));
    }

    /** Ids of the channel's that several lines bear, as after one was copied; they belong to one line each. */
    List<String> twice() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.tag().isEmpty())
                .forEach(line -> counted.merge(line.tag(), 1, Integer::sum));
        return counted.entrySet().stream()
                .filter(tag -> tag.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The lines by tag; lines that people added have none and are left out. */
    Map<String, Line> byTag() {
        Map<String, Line> byTag = new LinkedHashMap<>();
        lines.stream().filter(line -> !line.tag().isEmpty()).forEach(line -> byTag.put(line.tag(), line));
        return byTag;
    }

    /** Whether another content sells the same. */
    boolean sells(OrderContent other) {
        return digest().equals(other.digest());
    }

    /** What tells one content from another. */
    String digest() {
        List<Object> parts = new ArrayList<>();
        lines.stream()
                .map(line -> List.<Object>of(
                        line.tag().isEmpty() ? "+" + line.item() : line.tag(), line.quantity(), line.amount()))
                .sorted((a, b) -> String.valueOf(a.get(0)).compareTo(String.valueOf(b.get(0))))
                .forEach(parts::add);
        return ContentDigest.of(parts, carriage);
    }

    /** Digest of the units of each line of goods that the channel knows. */
    String quantities() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        lines.stream().filter(Line::goods).forEach(line -> units.merge(line.tag(), line.quantity(), BigDecimal::add));
        return OrderEdit.quantities(units);
    }

    /** Internal id of the item of a line. */
    private static String item(JsonNode row) {
        JsonNode item = row.path("item");
        return item.isObject() ? item.path("id").asText() : item.asText();
    }

    /**
     * Lines that people added and that another content has with a tag of the channel's: the same units of the same item. Each is
     * taken once.
     *
     * @return the lines that people added by the tag they have there
     */
    Map<String, Line> addedHere(OrderContent there) {
        Map<String, Line> known = byTag();
        List<Line> added = new ArrayList<>(
                lines.stream().filter(line -> line.tag().isEmpty()).toList());
        Map<String, Line> found = new LinkedHashMap<>();
        for (Line line : there.lines()) {
            if (!line.goods() || known.containsKey(line.tag())) {
                continue;
            }
            added.stream()
                    .filter(each ->
                            each.item().equals(line.item()) && each.quantity().compareTo(line.quantity()) == 0)
                    .findFirst()
                    .ifPresent(each -> {
                        found.put(line.tag(), each);
                        added.remove(each);
                    });
        }
        return found;
    }

    /** Whether another content has as many units of every line of goods, those included that people added here. */
    boolean sellsAsMany(OrderContent there) {
        Map<String, Line> added = addedHere(there);
        long own = lines.stream().filter(line -> line.tag().isEmpty()).count();
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        lines.stream().filter(Line::goods).forEach(line -> units.merge(line.tag(), line.quantity(), BigDecimal::add));
        added.forEach((tag, line) -> units.merge(tag, line.quantity(), BigDecimal::add));
        return own == added.size() && OrderEdit.quantities(units).equals(there.quantities());
    }

    /** What differs from another content, line by line, in words. */
    String differences(OrderContent other) {
        List<String> words = new ArrayList<>();
        Map<String, Line> theirs = other.byTag();
        byTag().forEach((tag, line) -> {
            Line their = theirs.remove(tag);
            if (their == null) {
                words.add("line " + tag + ": " + line.words() + " here, none there");
            } else if (!line.sells(their)) {
                words.add("line " + tag + ": " + line.words() + " here, " + their.words() + " there");
            }
        });
        theirs.forEach((tag, line) -> words.add("line " + tag + ": none here, " + line.words() + " there"));
        long added = other.lines().stream().filter(line -> line.tag().isEmpty()).count();
        if (added > 0) {
            words.add(added + " lines there that the channel does not know");
        }
        if (carriage.compareTo(other.carriage()) != 0) {
            words.add("carriage: " + carriage.toPlainString() + " here, "
                    + other.carriage().toPlainString() + " there");
        }
        return String.join("; ", words);
    }

    private static Optional<BigDecimal> number(JsonNode row, String field) {
        return row.hasNonNull(field)
                ? Optional.of(new BigDecimal(row.path(field).asText()))
                : Optional.empty();
    }
}
