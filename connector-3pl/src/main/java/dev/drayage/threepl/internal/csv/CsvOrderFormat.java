package dev.drayage.threepl.internal.csv;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.Address;
import dev.drayage.model.OrderReference;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.threepl.internal.shiporder.OrderFormat;
import dev.drayage.threepl.internal.terms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An order as a file of its own: a row for each line that is still to leave, with what concerns the whole order on each of them;
 * a cancellation has one row without a line. Nobody acknowledges it. Immutable.
 */
public final class CsvOrderFormat implements OrderFormat {
    private final CsvLayout layout;
    private final OrderRules rules;
    private final OrderColumns columns;

    /** The format of an account's orders. */
    public CsvOrderFormat(CsvLayout layout, OrderRules rules) {
        this.layout = layout;
        this.rules = rules;
        this.columns = rules.columns();
    }

    @Override
    public Set<Purpose> purposes() {
        return rules.purposes();
    }

    @Override
    public byte[] write(Purpose purpose, WarehouseOrder order, long number, Instant at) {
        Map<OrderColumn, String> head = head(purpose, order);
        CsvPage page = new CsvPage(layout, "order " + order.number());
        if (layout.headings()) {
            page.headings(
                    columns.entries().stream().map(OrderColumns.Entry::heading).toList());
        }
        int rows = 0;
        for (Map<OrderColumn, String> line : lines(purpose, order)) {
            line.putAll(head);
            page.row(columns, line);
            rows++;
        }
        if (rules.trailer()) {
            page.trailer(rows);
        }
        return page.bytes();
    }

    private List<Map<OrderColumn, String>> lines(Purpose purpose, WarehouseOrder order) {
        List<Map<OrderColumn, String>> lines = new ArrayList<>();
        if (purpose == Purpose.CANCELLATION) {
            lines.add(new EnumMap<>(OrderColumn.class));
            return lines;
        }
        for (WarehouseOrderLine line : order.lines()) {
            if (line.line().kind() != rules.lineReference()) {
                throw new RefusedException(
                        ErrorCode.SETTINGS_INVALID,
                        "order " + order.number() + " names its lines by "
                                + line.line().kind()
                                + ", but lineReference says that shipments come back with " + rules.lineReference()
                                + ": set lineReference to what the orders have");
            }
            if (line.open().signum() > 0) {
                Map<OrderColumn, String> row = new EnumMap<>(OrderColumn.class);
                row.put(OrderColumn.LINE_NO, line.line().value());
                row.put(OrderColumn.SKU, line.sku());
                row.put(OrderColumn.QTY, layout.notation().write(line.open()));
                row.put(OrderColumn.UOM, rules.unit());
                lines.add(row);
            }
        }
        return lines;
    }

    private Map<OrderColumn, String> head(Purpose purpose, WarehouseOrder order) {
        Map<OrderColumn, String> head = new EnumMap<>(OrderColumn.class);
        head.put(
                OrderColumn.ACTION,
                switch (purpose) {
                    case ORIGINAL -> "N";
                    case CHANGE -> "R";
                    case CANCELLATION -> "F";
                });
        head.put(
                OrderColumn.ORDER_NO,
                order.orderReference(rules.orderReference())
                        .orElseThrow(() -> new RefusedException(
                                ErrorCode.SETTINGS_INVALID,
                                "order " + order.number() + " has no " + rules.orderReference()
                                        + ", under which orderReference says that shipments come back:"
                                        + " set orderReference to a name that the orders have")));
        head.put(OrderColumn.ORDER_DATE, layout.notation().writeDay(order.placedAt()));
        order.shipOn()
                .ifPresent(
                        day -> head.put(OrderColumn.SHIP_BY, layout.notation().write(day)));
        put(head, OrderColumn.PO_NO, order.purchaseOrder());
        put(head, OrderColumn.STORE_ORDER_NO, order.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID));
        put(head, OrderColumn.EMAIL, order.email());
        put(head, OrderColumn.NOTES, order.instructions());
        if (purpose != Purpose.CANCELLATION
                && (columns.has(OrderColumn.SHIP_METHOD)
                        || columns.has(OrderColumn.CARRIER)
                        || columns.has(OrderColumn.SERVICE))) {
            head.putAll(rules.shipMethods().of(order.number(), order.shipMethod()));
        }
        order.shipTo().ifPresent(address -> address(head, address));
        return head;
    }

    private void address(Map<OrderColumn, String> head, Address address) {
        put(head, OrderColumn.SHIP_NAME, address.name());
        put(head, OrderColumn.COMPANY, address.company());
        put(head, OrderColumn.CITY, address.city());
        put(head, OrderColumn.STATE, address.region());
        put(head, OrderColumn.ZIP, address.postalCode());
        put(head, OrderColumn.COUNTRY, Optional.of(address.countryCode()));
        put(head, OrderColumn.PHONE, address.phone());
        List<OrderColumn> places = List.of(OrderColumn.ADDR1, OrderColumn.ADDR2, OrderColumn.ADDR3).stream()
                .filter(columns::has)
                .toList();
        List<String> lines = address.lines();
        for (int i = 0; i < Math.min(places.size(), lines.size()); i++) {
            boolean last = i == places.size() - 1;
            head.put(places.get(i), last ? String.join(", ", lines.subList(i, lines.size())) : lines.get(i));
        }
    }

    private static void put(Map<OrderColumn, String> head, OrderColumn column, Optional<String> value) {
        value.ifPresent(text -> head.put(column, text));
    }

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public Optional<Duration> acknowledgedWithin() {
        return Optional.empty();
    }
}
