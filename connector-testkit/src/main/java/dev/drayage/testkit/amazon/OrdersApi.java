package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Orders 2026-01-01, {@code searchOrders} and {@code getOrder}. A search is sorted by the time it asks for, then by
 * id; a later page begins behind the last order of the page before, so an order that changes between two pages leaves
 * the window and comes with the next sweep.
 */
final class OrdersApi {
    private final OrderBook book;
    private final OrderOddities oddities;
    private final Supplier<Set<Role>> roles;

    OrdersApi(OrderBook book, OrderOddities oddities, Supplier<Set<Role>> roles) {
        this.book = book;
        this.oddities = oddities;
        this.roles = roles;
    }

    WireResponse getOrder(WireRequest request, String orderId) {
        QueryParameters parameters = new QueryParameters(request, Set.of("includedData"));
        Set<IncludedData> data = parameters.words("includedData", IncludedData.class);
        oddities.check(data);
        if (!SimulatedOrder.ORDER_ID.matcher(orderId).matches()) {
            throw VendorError.invalidInput("Invalid Input").thrown();
        }
        return book.answer(orderId, order -> WireResponse.json(200, "{\"order\":" + json(order, data) + "}"));
    }

    WireResponse searchOrders(WireRequest request) {
        Instant now = book.now();
        OrderQuery query = OrderQuery.read(request, now);
        oddities.check(query.includedData());
        PagePosition from = query.token().map(PageToken::from).orElse(PagePosition.START);
        PagePosition previous = query.token().map(PageToken::previous).orElse(PagePosition.START);
        if (oddities.takeEmpty()) {
            return WireResponse.json(200, body(query, List.of(), Optional.of(token(query, now, from, previous))));
        }
        if (query.token().isPresent() && oddities.takeRepeated()) {
            return page(query, now, previous);
        }
        return page(query, now, from);
    }

    private WireResponse page(OrderQuery query, Instant now, PagePosition from) {
        return book.search(query.byCreation(), orders -> {
            List<ListedOrder> found = firstBehind(from, query, orders);
            boolean more = found.size() > query.pageSize();
            List<ListedOrder> page = new ArrayList<>(more ? found.subList(0, query.pageSize()) : found);
            Optional<String> next = more
                    ? Optional.of(token(query, now, query.positionOf(page.get(page.size() - 1)), from))
                    : Optional.empty();
            if (oddities.takeReordered()) {
                Collections.reverse(page);
            }
            return WireResponse.json(200, body(query, page, next));
        });
    }

    /** The first orders behind a position, one more than fit on the page. */
    private static List<ListedOrder> firstBehind(PagePosition from, OrderQuery query, Collection<ListedOrder> orders) {
        Comparator<ListedOrder> byPosition = Comparator.comparing(query::positionOf);
        PriorityQueue<ListedOrder> first = new PriorityQueue<>(byPosition.reversed());
        for (ListedOrder order : orders) {
            ListedOrder last = first.peek();
            boolean tooLate = last != null && first.size() > query.pageSize() && byPosition.compare(order, last) > 0;
            if (!tooLate && query.selects(order) && query.positionOf(order).compareTo(from) > 0) {
                first.add(order);
                if (first.size() > query.pageSize() + 1) {
                    first.poll();
                }
            }
        }
        List<ListedOrder> sorted = new ArrayList<>(first);
        sorted.sort(byPosition);
        return sorted;
    }

    private static String token(OrderQuery query, Instant now, PagePosition from, PagePosition previous) {
        return new PageToken(PageToken.fingerprint(query.fingerprint()), query.before(), now, from, previous).text();
    }

    private String body(OrderQuery query, List<ListedOrder> orders, Optional<String> next) {
        StringJoiner list = new StringJoiner(",", "{\"orders\":[", "]");
        orders.forEach(order -> list.add(json(order, query.includedData())));
        return list
                + next.map(token -> ",\"pagination\":{\"nextToken\":\"" + token + "\"}")
                        .orElse("")
                + ",\""
                + (query.byCreation() ? "createdBefore" : "lastUpdatedBefore")
                + "\":\""
                + OrderJson.TIME.format(query.before())
                + "\"}";
    }

    private String json(ListedOrder order, Set<IncludedData> data) {
        if (order instanceof RawOrder raw) {
            return raw.json();
        }
        return OrderJson.of((StoredOrder) order, data, roles.get(), book.now()).toString();
    }
}
