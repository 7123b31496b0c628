package dev.drayage.amazon.internal.shipments;

import dev.drayage.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Amazon shows of an order's shipping: status, units of each line, and the packages that were confirmed. Immutable.
 *
 * @param status Amazon's word; empty if it was not asked for
 * @param fulfilledBy Amazon's word; empty if it was not asked for
 * @param marketplaceId the store; empty if Amazon does not tell
 * @param open units that may be in packages, by order item id: ordered less cancelled
 * @param packages the packages
 */
record ConfirmedOrder(
        String status,
        String fulfilledBy,
        String marketplaceId,
        Map<String, Integer> open,
        List<ConfirmedPackage> packages) {

    ConfirmedOrder {
        open = Map.copyOf(open);
        packages = List.copyOf(packages);
    }

    /**
     * One package.
     *
     * @param reference {@code packageReferenceId}; not a number if it was not confirmed through the API
     * @param carrier carrier as shown: code or name
     * @param trackingNumber tracking number; empty if none is shown
     * @param units units by order item id
     */
    record ConfirmedPackage(String reference, String carrier, String trackingNumber, SortedMap<String, Integer> units) {
        boolean holds(String contentDigest) {
            return Confirmation.contentDigest(trackingNumber, units).equals(contentDigest);
        }
    }

    /** Reads an order as {@code getOrder} gives it. */
    static ConfirmedOrder of(JsonValue order) {
        Map<String, Integer> open = new TreeMap<>();
        boolean departed = false;
        for (JsonValue item : order.elements("orderItems")) {
            JsonValue told = item.at("fulfillment");
            Optional<Integer> done = told.at("quantityFulfilled").whole();
            Optional<Integer> left = told.at("quantityUnfulfilled").whole();
            int ordered = item.requiredWhole("quantityOrdered");
            departed |= done.orElse(0) > 0;
            int live = done.isPresent() && left.isPresent() ? Math.min(ordered, done.get() + left.get()) : ordered;
            open.merge(item.requiredText("orderItemId"), live, Integer::sum);
        }
        List<ConfirmedPackage> packages = new ArrayList<>();
        if (departed) {
            order.required("packages"); // without them what left would look as if it were still to be told
        }
        for (JsonValue parcel : order.elements("packages")) {
            SortedMap<String, Integer> units = new TreeMap<>();
            for (JsonValue item : parcel.elements("packageItems")) {
                units.merge(item.requiredText("orderItemId"), item.requiredWhole("quantity"), Integer::sum);
            }
            packages.add(new ConfirmedPackage(
                    parcel.requiredText("packageReferenceId"),
                    parcel.text("carrier").orElse(""),
                    parcel.text("trackingNumber").orElse(""),
                    units));
        }
        return new ConfirmedOrder(
                order.at("fulfillment").text("fulfillmentStatus").orElse(""),
                order.at("fulfillment").text("fulfilledBy").orElse(""),
                order.at("salesChannel").text("marketplaceId").orElse(""),
                open,
                packages);
    }

    /** The package of a reference. */
    Optional<ConfirmedPackage> withReference(String reference) {
        return packages.stream()
                .filter(parcel -> parcel.reference().equals(reference))
                .findFirst();
    }

    /** The package that stands for a confirmation: under its reference, or under the same tracking number and carrier. */
    Optional<ConfirmedPackage> standsFor(Confirmation confirmation) {
        return withReference(confirmation.reference())
                .or(() -> packages.stream()
                        .filter(parcel -> !parcel.trackingNumber().isBlank())
                        .filter(parcel ->
                                parcel.trackingNumber().strip().equalsIgnoreCase(confirmation.trackingNumber()))
                        .filter(parcel -> parcel.carrier()
                                        .equalsIgnoreCase(confirmation.carrier().code())
                                || confirmation.carrier().name().stream().anyMatch(parcel.carrier()::equalsIgnoreCase))
                        .findFirst());
    }

    /** Units of a line in all packages but one. */
    int packedElsewhere(String orderItemId, Optional<ConfirmedPackage> except) {
        return packages.stream()
                .filter(parcel -> !parcel.equals(except.orElse(null)))
                .mapToInt(parcel -> parcel.units().getOrDefault(orderItemId, 0))
                .sum();
    }
}
