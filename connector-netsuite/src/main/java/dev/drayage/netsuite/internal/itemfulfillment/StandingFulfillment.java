package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.record.RecordClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An item fulfillment as its record shows it. Members of kits are left out: they go with the kit. Immutable.
 *
 * @param id internal id
 * @param record the record with its lines
 * @param lines its lines
 */
record StandingFulfillment(String id, JsonValue record, List<Line> lines) {
    StandingFulfillment {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number its number on the fulfillment, by which it is changed
     * @param orderLine number of the order line that it takes from
     * @param item internal id of the item
     * @param quantity units
     * @param record the line with its inventory detail
     */
    record Line(String number, String orderLine, String item, BigDecimal quantity, JsonValue record) {}

    static StandingFulfillment of(String id, JsonValue record) {
        List<Line> lines = new ArrayList<>();
        for (JsonValue line : record.at("item").elements("items")) {
            if (!line.at("kitMemberOf").isPresent()) {
                line.text("orderLine")
                        .ifPresent(orderLine -> lines.add(new Line(
                                whole(line.text("line").orElse("0")),
                                whole(orderLine),
                                RecordClient.idOf(line.at("item")).orElse(""),
                                line.requiredDecimal("quantity"),
                                line)));
            }
        }
        return new StandingFulfillment(id, record, lines);
    }

    private static String whole(String number) {
        return new BigDecimal(number).toBigInteger().toString();
    }

    /** The number that people see. */
    String number() {
        return record.text("tranId").orElse(id);
    }

    /** Its status letter; empty where the account has no such steps. */
    Optional<String> status() {
        return RecordClient.idOf(record.at("shipStatus"));
    }

    Optional<String> externalId() {
        return record.text("externalId");
    }

    /** Internal id of the order that it takes from. */
    String order() {
        return RecordClient.idOf(record.at("createdFrom")).orElse("");
    }

    /** Units by order line. */
    Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new TreeMap<>();
        lines.forEach(line -> units.merge(line.orderLine(), line.quantity(), BigDecimal::add));
        units.replaceAll((line, quantity) -> quantity.stripTrailingZeros());
        return units;
    }

    /** Its units as if they were all that the order has open; the channel's names of lines stand on the order alone. */
    OrderLines asOrder(OrderLines order) {
        Map<String, OrderLines.Line> packed = new LinkedHashMap<>();
        Map<String, BigDecimal> units = units();
        for (Line line : lines) {
            packed.computeIfAbsent(
                    line.orderLine(),
                    number -> new OrderLines.Line(
                            number,
                            order.lines().stream()
                                    .filter(ordered -> ordered.number().equals(number))
                                    .findFirst()
                                    .flatMap(OrderLines.Line::channelLine),
                            line.item(),
                            "",
                            false,
                            units.getOrDefault(number, BigDecimal.ZERO),
                            BigDecimal.ZERO,
                            Optional.empty()));
        }
        return new OrderLines(List.copyOf(packed.values()), Optional.empty());
    }
}
