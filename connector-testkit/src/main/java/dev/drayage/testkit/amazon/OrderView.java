package dev.drayage.testkit.amazon;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An order as Amazon sees it now, for checks that do not go through the API. Immutable snapshot.
 *
 * @param order the order as placed
 * @param status status as shown
 * @param lastUpdatedTime last change as shown
 * @param packages packages as shown
 * @param acceptedPackages packages as accepted, shown already or not
 * @param shipped units shown as shipped, by order item id
 * @param cancelled units cancelled, by order item id
 */
public record OrderView(
        SimulatedOrder order,
        FulfillmentStatus status,
        Instant lastUpdatedTime,
        List<SimulatedPackage> packages,
        List<SimulatedPackage> acceptedPackages,
        Map<String, Integer> shipped,
        Map<String, Integer> cancelled) {

    public OrderView {
        packages = List.copyOf(packages);
        acceptedPackages = List.copyOf(acceptedPackages);
        shipped = Map.copyOf(shipped);
        cancelled = Map.copyOf(cancelled);
    }
}
