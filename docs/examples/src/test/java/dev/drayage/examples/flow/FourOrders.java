package dev.drayage.examples.flow;

import dev.drayage.testkit.amazon.FulfilledBy;
import dev.drayage.testkit.amazon.FulfillmentStatus;
import dev.drayage.testkit.amazon.SimulatedAddress;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One order of each kind: two lines with gift wrap that leave in two parcels, one that Amazon ships, one of Prime that the
 * merchant ships, and one of which only a part has left.
 */
final class FourOrders {
    static final String GIFT = "111-0000001-0000001";
    static final String BY_AMAZON = "111-0000002-0000002";
    static final String PRIME = "111-0000003-0000003";
    static final String IN_PARTS = "111-0000004-0000004";

    /** Parcels that Amazon has to know in the end. */
    static final int CONFIRMED_PARCELS = 3;

    private FourOrders() {}

    /** The world with them, their shipment file dropped. */
    static SmallWorld world(Path folder) {
        SmallWorld world = SmallWorld.with(folder, orders(SmallWorld.GO_LIVE.plus(Duration.ofHours(2))));
        world.systems().amazon().orders().shipWithoutConfirmation(PRIME);
        world.warehouse.drop("shipments.csv", shipments(SmallWorld.GO_LIVE.plus(Duration.ofHours(20))));
        return world;
    }

    /** The orders but that of Prime, sold two hours after go-live. */
    static List<SimulatedOrder> withoutPrime() {
        return orders(SmallWorld.GO_LIVE.plus(Duration.ofHours(2))).stream()
                .filter(order -> !order.orderId().equals(PRIME))
                .toList();
    }

    /** Whether nothing is left to do in it. */
    static boolean isDone(SmallWorld world) {
        return world.isQuiet() && areBooked(world);
    }

    /** The articles sold, with their internal ids in NetSuite. */
    static Map<String, String> skus() {
        return Map.of(
                "MUG-BLUE", "1000", "CAP-GREY", "1005", "PEN-STEEL", "1009", "LAMP-DESK", "1012", "BAG-CANVAS", "1007");
    }

    /** Whether these four have gone all their way, whatever else there is. */
    static boolean areBooked(SmallWorld world) {
        return Stream.of("salesOrder " + GIFT, "cashSale " + BY_AMAZON, "salesOrder " + PRIME, "salesOrder " + IN_PARTS)
                        .allMatch(key -> world.picture().containsKey(key)
                                && !world.picture().containsKey(key + " copy 2"))
                && world.systems().netsuite().records("itemFulfillment").size() == 3
                && world.picture().keySet().stream()
                                .filter(key -> key.startsWith("package "))
                                .count()
                        == CONFIRMED_PARCELS;
    }

    private static List<SimulatedOrder> orders(Instant placed) {
        return List.of(
                order(GIFT, placed)
                        .item(SimulatedItem.builder("00000000000011", "MUG-BLUE", 2, "9.99")
                                .asin("B0QUICK000")
                                .giftWrap("Gift bag", "Happy birthday", "3.99")
                                .tax("ITEM", "1.70")
                                .tax("GIFT_WRAP", "0.34")
                                .marketplaceFacilitator()
                                .build())
                        .item(SimulatedItem.builder("00000000000012", "CAP-GREY", 1, "22.49")
                                .shipping("4.99")
                                .discount("ITEM", "-2.25")
                                .build())
                        .build(),
                order(BY_AMAZON, placed.plusSeconds(60))
                        .fulfilledBy(FulfilledBy.AMAZON)
                        .status(FulfillmentStatus.SHIPPED)
                        .serviceLevel("SECOND_DAY")
                        .lastUpdatedTime(placed.plus(Duration.ofHours(5)))
                        .item(SimulatedItem.builder("00000000000021", "PEN-STEEL", 3, "32.49")
                                .tax("ITEM", "8.29")
                                .build())
                        .build(),
                order(PRIME, placed.plusSeconds(120))
                        .programs("PRIME")
                        .serviceLevel("SECOND_DAY")
                        .item(SimulatedItem.builder("00000000000031", "LAMP-DESK", 1, "39.99")
                                .build())
                        .build(),
                order(IN_PARTS, placed.plusSeconds(180))
                        .item(SimulatedItem.builder("00000000000041", "MUG-BLUE", 3, "9.99")
                                .build())
                        .item(SimulatedItem.builder("00000000000042", "BAG-CANVAS", 1, "27.49")
                                .tax("ITEM", "2.34")
                                .build())
                        .build());
    }

    private static SimulatedOrder.Builder order(String id, Instant placed) {
        return SimulatedOrder.builder(id, placed)
                .serviceLevel("STANDARD")
                .recipient(new SimulatedAddress(
                        "Robin Example",
                        "",
                        "1 Harbor Way",
                        "",
                        "",
                        "Oakland",
                        "CA",
                        "94607",
                        "US",
                        "",
                        "RESIDENTIAL"));
    }

    private static List<String> shipments(Instant at) {
        return List.of(
                row("SH-1", GIFT, "00000000000011", "MUG-BLUE", 2, at, "C1", "1Z0000000000000011"),
                row("SH-1", GIFT, "00000000000012", "CAP-GREY", 1, at, "C2", "1Z0000000000000012"),
                row("SH-3", PRIME, "00000000000031", "LAMP-DESK", 1, at, "C3", "1Z0000000000000031"),
                row("SH-4", IN_PARTS, "00000000000041", "MUG-BLUE", 2, at, "C4", "1Z0000000000000041"));
    }

    private static String row(
            String shipment,
            String order,
            String line,
            String sku,
            int units,
            Instant at,
            String carton,
            String tracking) {
        return String.join(
                ",",
                shipment,
                order,
                line,
                sku,
                Integer.toString(units),
                at.toString(),
                carton,
                "United Parcel Service",
                tracking);
    }
}
