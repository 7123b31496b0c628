package dev.drayage.threepl.internal.shipstation;

import dev.drayage.model.OrderReference;
import dev.drayage.spi.ConnectorState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose goods left with each departure, as it was told first: people combine orders there and take them apart again, and what
 * was booked must go by its name as long as it can be voided. Thread-safe as its state is.
 */
final class ToldDepartures {
    private static final String ROWS = "departure/";

    private final ConnectorState state;

    ToldDepartures(ConnectorState state) {
        this.state = state;
    }

    /** The orders of a departure in the order in which they were first told, those that are shown now included. */
    List<OrderReference> orders(String departure, Collection<OrderReference> shown) {
        Optional<String> row = state.get(ROWS + departure);
        Set<OrderReference> orders = new LinkedHashSet<>();
        row.ifPresent(text -> text.lines().map(ToldDepartures::parse).forEach(orders::add));
        if (orders.addAll(shown)) {
            state.put(
                    ROWS + departure,
                    String.join("\n", orders.stream().map(ToldDepartures::text).toList()));
        }
        return new ArrayList<>(orders);
    }

    private static String text(OrderReference order) {
        return order.kind() + " " + order.value();
    }

    private static OrderReference parse(String text) {
        int blank = text.indexOf(' ');
        return new OrderReference(OrderReference.Kind.valueOf(text.substring(0, blank)), text.substring(blank + 1));
    }
}
