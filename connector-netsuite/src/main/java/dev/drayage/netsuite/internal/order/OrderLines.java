package dev.drayage.netsuite.internal.order;

import dev.drayage.call.CallContext;
import dev.drayage.model.LineReference;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of one sales order, by the line number that transforms call {@code orderLine}: it may have gaps and is never
 * counted. Immutable.
 *
 * @param lines lines in their order
 * @param location location of the whole order
 */
public record OrderLines(List<Line> lines, Optional<String> location) {
    private static final Set<String> SHIPPED = Set.of("InvtPart", "NonInvtPart", "Kit", "Assembly", "Group");

    public OrderLines {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number line number
     * @param channelLine the channel's line id, if the line came from a channel
     * @param item internal id of the item
     * @param itemType the item's type code
     * @param closed whether it was closed
     * @param quantity units ordered
     * @param done units that were picked, packed or shipped
     * @param location location of the line
     */
    public record Line(
            String number,
            Optional<String> channelLine,
            String item,
            String itemType,
            boolean closed,
            BigDecimal quantity,
            BigDecimal done,
            Optional<String> location) {
        /** Units that can still be shipped. */
        public BigDecimal open() {
            return closed ? BigDecimal.ZERO : quantity.subtract(done).max(BigDecimal.ZERO);
        }

        /** Whether a transform would ship it unless told otherwise. */
        public boolean shipsByDefault() {
            return open().signum() > 0 && SHIPPED.contains(itemType);
        }
    }

    /** The lines that a reference names: by the channel's line id or by number, never by SKU or position. */
    public List<Line> named(LineReference reference) {
        return lines.stream()
                .filter(line -> switch (reference.kind()) {
                    case CHANNEL_LINE_ID ->
                        line.channelLine().filter(reference.value()::equals).isPresent();
                    case ERP_LINE -> line.number().equals(reference.value());
                })
                .toList();
    }

    /** Reads the lines of orders, many at once. Thread-safe. */
    public static final class Reader {
        private final SuiteQlClient queries;
        private final SuiteQl byOrder;

        /** A reader; {@code lineIdField} is the line field that holds the channel's line id. */
        public Reader(SuiteQlClient queries, String lineIdField) {
            this.queries = queries;
            this.byOrder = SuiteQl.of(OrderLines.class, "order-lines").field("line_id", lineIdField);
        }

        /** The lines by internal id of the order. */
        public Map<String, OrderLines> read(Collection<String> orders, CallContext call) {
            Map<String, List<Line>> lines = new LinkedHashMap<>();
            Map<String, Optional<String>> locations = new LinkedHashMap<>();
            for (Row row : queries.rowsOf(orders, count -> byOrder.values("orders", count), List.of(), call)) {
                String order = row.required("order_id");
                if (row.isTrue("mainline")) {
                    locations.put(order, row.text("location"));
                } else if (row.number("quantity").isPresent()) {
                    lines.computeIfAbsent(order, id -> new ArrayList<>()).add(line(row));
                }
            }
            Map<String, OrderLines> found = new LinkedHashMap<>();
            lines.forEach((order, list) ->
                    found.put(order, new OrderLines(list, locations.getOrDefault(order, Optional.empty()))));
            return found;
        }

        private static Line line(Row row) {
            BigDecimal shipped = row.number("shipped").orElse(BigDecimal.ZERO);
            BigDecimal picked = row.number("picked").orElse(BigDecimal.ZERO);
            return new Line(
                    row.required("line"),
                    row.text("channel_line").filter(LineTag::isGoods),
                    row.text("item").orElse(""),
                    row.text("itemtype").orElse(""),
                    row.isTrue("isclosed"),
                    row.number("quantity").orElse(BigDecimal.ZERO),
                    picked.max(shipped),
                    row.text("location"));
        }
    }
}
