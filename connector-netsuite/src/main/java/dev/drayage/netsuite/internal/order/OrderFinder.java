package dev.drayage.netsuite.internal.order;

import dev.drayage.call.CallContext;
import dev.drayage.model.OrderReference;
import dev.drayage.model.SalesChannel;
import dev.drayage.netsuite.OrderField;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sales orders by the names that others know them by, many at once: the internal id first, then the channel's order
 * id, then the number that a warehouse sends back. Thread-safe.
 */
public final class OrderFinder {
    private static final List<OrderReference.Kind> TRUSTED_FIRST =
            List.of(OrderReference.Kind.ERP_ID, OrderReference.Kind.CHANNEL_ORDER_ID, OrderReference.Kind.ERP_NUMBER);

    private final SuiteQlClient queries;
    private final FieldNames fields;
    private final OrderField warehouseField;
    private final SuiteQl byName;

    /** A finder; {@code warehouseField} says where the numbers stand that warehouses send back. */
    public OrderFinder(SuiteQlClient queries, FieldNames fields, OrderField warehouseField) {
        this.queries = queries;
        this.fields = fields;
        this.warehouseField = warehouseField;
        this.byName = SuiteQl.of(OrderFinder.class, "orders-by-name")
                .field("channel", fields.channel())
                .field("progress", fields.status());
    }

    /**
     * An order that is looked for.
     *
     * @param references its names
     * @param channel the channel that sold it, if known: orders of other channels do not match
     */
    public record Wanted(List<OrderReference> references, Optional<SalesChannel> channel) {
        public Wanted {
            references = List.copyOf(references);
        }

        /** The names in one text, for messages. */
        public String names() {
            return String.join(
                    ", ",
                    references.stream().map(OrderReference::value).distinct().toList());
        }
    }

    /** The orders that match each of the wanted ones; more than one is for a person to sort out. */
    public Map<Wanted, List<StandingOrder>> find(Collection<Wanted> wanted, CallContext call) {
        Map<Wanted, List<StandingOrder>> found = new LinkedHashMap<>();
        for (OrderReference.Kind kind : TRUSTED_FIRST) {
            Set<String> names = new LinkedHashSet<>();
            for (Wanted order : wanted) {
                if (!found.containsKey(order)) {
                    named(order, kind).ifPresent(names::add);
                }
            }
            if (names.isEmpty()) {
                continue;
            }
            Map<String, List<StandingOrder>> standing = ask(column(kind), names, call);
            for (Wanted order : wanted) {
                List<StandingOrder> matches = named(order, kind)
                        .map(name -> ofChannel(standing.getOrDefault(name, List.of()), order.channel()))
                        .orElse(List.of());
                if (!matches.isEmpty()) {
                    found.putIfAbsent(order, matches);
                }
            }
        }
        return found;
    }

    private static Optional<String> named(Wanted order, OrderReference.Kind kind) {
        return order.references().stream()
                .filter(reference -> reference.kind() == kind)
                .map(OrderReference::value)
                .filter(value -> kind != OrderReference.Kind.ERP_ID || value.matches("[0-9]{1,18}"))
                .findFirst();
    }

    private String column(OrderReference.Kind kind) {
        return switch (kind) {
            case ERP_ID -> "id";
            case CHANNEL_ORDER_ID -> fields.orderId();
            case ERP_NUMBER -> warehouseField.column(fields.orderId());
            case ERP_FULFILLMENT_ID, ERP_FULFILLMENT_NUMBER ->
                throw new IllegalArgumentException(kind + " names no sales order");
        };
    }

    private Map<String, List<StandingOrder>> ask(String column, Set<String> names, CallContext call) {
        SuiteQl query = byName.field("column", column);
        Map<String, List<StandingOrder>> standing = new LinkedHashMap<>();
        for (Row row : queries.rowsOf(names, count -> query.values("names", count), List.of(), call)) {
            String status = row.text("status").orElse("");
            standing.computeIfAbsent(row.required("found_by"), name -> new ArrayList<>())
                    .add(new StandingOrder(
                            row.required("id"),
                            row.text("tranid").orElse(""),
                            status.substring(status.indexOf(':') + 1),
                            row.text("channel").orElse(""),
                            row.text("progress").orElse("")));
        }
        return standing;
    }

    private static List<StandingOrder> ofChannel(List<StandingOrder> orders, Optional<SalesChannel> channel) {
        if (orders.size() < 2 || channel.isEmpty()) {
            return orders;
        }
        String name = ChannelText.of(channel.get());
        List<StandingOrder> same =
                orders.stream().filter(order -> order.channel().equals(name)).toList();
        return same.isEmpty() ? orders : same;
    }
}
