package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.error.ErrorCode;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.internal.locations.Locations;
import dev.drayage.spi.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the fulfillment orders that a parcel is of: by line id, at the location that the parcel left from, in as many groups as
 * Shopify has split the location's share into, and all in one call, which takes one location only. Immutable.
 */
final class ParcelAllocation {
    private final Locations locations;

    ParcelAllocation(Locations locations) {
        this.locations = locations;
    }

    /** The groups of one call, or why there is none. */
    Allocation allocate(Parcel parcel, OrderToShip order) {
        Optional<Violation> stranger = stranger(parcel, order);
        if (stranger.isPresent()) {
            return new Allocation.Refused(stranger.get());
        }
        Set<String> mapped = locations.of(parcel.place());
        List<FulfillmentOrder> parts = order.parts().stream()
                .filter(part -> part.isOpen() || part.mustWait())
                .filter(part -> parcel.units().keySet().stream().anyMatch(line -> part.remaining(line) > 0))
                .toList();
        Map<String, List<FulfillmentOrder>> byLocation = parts.stream()
                .filter(part -> mapped.isEmpty() || mapped.contains(part.location()))
                .collect(Collectors.groupingBy(FulfillmentOrder::location, LinkedHashMap::new, Collectors.toList()));
        if (byLocation.isEmpty()) {
            return new Allocation.Refused(exceeded(parcel, order, parts, List.of()));
        }
        if (mapped.isEmpty() && byLocation.size() > 1) {
            return new Allocation.Refused(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "location",
                    name(parcel) + " left from " + parcel.place().orElse("a place that is not told")
                            + ", and its lines are to be shipped from " + places(parts)
                            + "; say which is meant in " + ShopifySettings.LOCATIONS.name()));
        }
        return atOneOf(byLocation, parcel, order, parts);
    }

    private static Allocation atOneOf(
            Map<String, List<FulfillmentOrder>> byLocation,
            Parcel parcel,
            OrderToShip order,
            List<FulfillmentOrder> parts) {
        List<List<FulfillmentOrder>> enough = byLocation.values().stream()
                .filter(here -> suffices(here, parcel))
                .toList();
        for (List<FulfillmentOrder> here : enough) {
            List<FulfillmentOrder> open =
                    here.stream().filter(FulfillmentOrder::isOpen).toList();
            if (suffices(open, parcel)) {
                return open.stream().anyMatch(FulfillmentOrder::service)
                        ? new Allocation.Refused(ofService(parcel, open))
                        : new Allocation.Found(shares(open, parcel));
            }
        }
        if (!enough.isEmpty()) {
            return waiting(parcel, enough.get(0));
        }
        List<FulfillmentOrder> there =
                byLocation.values().stream().flatMap(List::stream).toList();
        return byLocation.size() > 1 && suffices(there, parcel)
                ? new Allocation.Refused(new Violation(
                        ErrorCode.REFUSED_BY_TARGET,
                        "location",
                        name(parcel) + " holds lines that Shopify ships from several locations, " + places(there)
                                + ", and one call takes one location; give one parcel for each location"))
                : new Allocation.Refused(exceeded(parcel, order, parts, there));
    }

    /** A line that Shopify does not mean to ship at all. */
    private static Optional<Violation> stranger(Parcel parcel, OrderToShip order) {
        return parcel.units().keySet().stream()
                .filter(line -> order.parts().stream()
                        .flatMap(part -> part.lines().stream())
                        .noneMatch(known -> known.lineItem().equals(line)))
                .findFirst()
                .map(line -> new Violation(
                        ErrorCode.LINE_UNKNOWN,
                        "lineItem",
                        "order " + order.number() + " has no line " + line
                                + " that is to be shipped: it was removed, or nothing is shipped for it"));
    }

    private static boolean suffices(List<FulfillmentOrder> parts, Parcel parcel) {
        return parcel.units().entrySet().stream()
                .allMatch(wanted -> remaining(parts, wanted.getKey()) >= wanted.getValue());
    }

    private static int remaining(List<FulfillmentOrder> parts, String line) {
        return parts.stream().mapToInt(part -> part.remaining(line)).sum();
    }

    private static List<Allocation.Share> shares(List<FulfillmentOrder> open, Parcel parcel) {
        Map<String, Integer> left = new LinkedHashMap<>(parcel.units());
        List<Allocation.Share> shares = new ArrayList<>();
        for (FulfillmentOrder part : open) {
            List<Allocation.Part> lines = new ArrayList<>();
            for (FulfillmentOrder.Line line : part.lines()) {
                int units = Math.min(line.remaining(), left.getOrDefault(line.lineItem(), 0));
                if (units > 0) {
                    lines.add(new Allocation.Part(line.id(), units));
                    left.merge(line.lineItem(), -units, Integer::sum);
                }
            }
            if (!lines.isEmpty()) {
                shares.add(new Allocation.Share(part.id(), lines));
            }
        }
        return shares;
    }

    private static Allocation waiting(Parcel parcel, List<FulfillmentOrder> here) {
        String why = here.stream()
                .filter(FulfillmentOrder::mustWait)
                .map(part -> part.waitsFor().isEmpty() ? part.status() : part.waitsFor())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Allocation.Waiting(
                "release of order " + parcel.order() + " at Shopify",
                new Violation(
                        ErrorCode.WAITING_FOR_RECORD,
                        "status",
                        name(parcel) + " cannot be told yet, because Shopify holds its lines back (" + why
                                + "); release them there"));
    }

    private static Violation ofService(Parcel parcel, List<FulfillmentOrder> open) {
        return new Violation(
                ErrorCode.REFUSED_BY_TARGET,
                "location",
                name(parcel) + " is assigned to the fulfillment service " + places(open)
                        + ", which tells Shopify itself; leave its shipments out by a filter, or move the fulfillment order"
                        + " to a location of your own");
    }

    private static Violation exceeded(
            Parcel parcel, OrderToShip order, List<FulfillmentOrder> everywhere, List<FulfillmentOrder> here) {
        StringBuilder text = new StringBuilder(name(parcel));
        parcel.units().forEach((line, wanted) -> {
            int there = remaining(here, line);
            if (wanted > there) {
                text.append(", line ").append(line).append(": ").append(wanted).append(" would ship, but only ");
                text.append(there).append(" are left");
                int elsewhere = remaining(everywhere, line) - there;
                if (elsewhere > 0) {
                    text.append(" where it left from and ").append(elsewhere).append(" elsewhere");
                }
            }
        });
        if (!everywhere.isEmpty() && !everywhere.equals(here)) {
            text.append("; Shopify ships its lines from ")
                    .append(places(everywhere))
                    .append(": move the fulfillment order there, or correct ")
                    .append(ShopifySettings.LOCATIONS.name());
        }
        if (order.cancelled()) {
            text.append("; the order was cancelled at Shopify");
        }
        return new Violation(ErrorCode.QUANTITY_EXCEEDED, "quantity", text.toString());
    }

    private static String places(List<FulfillmentOrder> parts) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.add(part.at()));
        return String.join(", ", names);
    }

    private static String name(Parcel parcel) {
        return "a parcel of order " + parcel.order();
    }
}
