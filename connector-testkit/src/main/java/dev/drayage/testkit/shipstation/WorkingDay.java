package dev.drayage.testkit.shipstation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Ships by habit what shows among the orders; shipments created without {@code create_sales_order} do not. Not
 * thread-safe; the account guards it.
 */
final class WorkingDay {
    private final Account account;
    private final Despatch despatch;
    private final Habits habits;
    private final SplittableRandom random;
    private final Map<String, Integer> dueRounds = new HashMap<>();
    private final Set<String> hadTrouble = new HashSet<>();
    private List<Label> badLabels = new ArrayList<>();
    private int round;

    WorkingDay(Account account, Despatch despatch, Habits habits) {
        this.account = account;
        this.despatch = despatch;
        this.habits = habits;
        random = new SplittableRandom(habits.seed());
    }

    void work() {
        round++;
        List<Label> bad = badLabels;
        badLabels = new ArrayList<>();
        for (Label label : bad) {
            if (!account.label(label.labelId()).voided()) {
                despatch.voidLabel(label.labelId());
                dueRounds.put(label.shipmentId(), round + upTo(1));
            }
        }
        for (Shipment shipment : account.shipments()) {
            if (waits(shipment)
                    && dueRounds.computeIfAbsent(shipment.shipmentId(), id -> round + upTo(habits.lateRounds()))
                            <= round) {
                ship(shipment);
            }
        }
    }

    boolean hasWork() {
        return !badLabels.isEmpty() || account.shipments().stream().anyMatch(this::waits);
    }

    private boolean waits(Shipment shipment) {
        return shipment.salesOrder()
                && shipment.status() == ShipmentStatus.PENDING
                && !account.left(shipment.shipmentId());
    }

    private void ship(Shipment shipment) {
        String leaving = shipment.shipmentId();
        if (pieces(shipment) > 1 && !hadTrouble.contains(leaving) && happens(habits.splitShare())) {
            leaving = split(shipment);
        }
        ShipmentState state = account.shipmentOf(leaving);
        if (happens(habits.fulfillmentShare())) {
            String tracking = Despatch.trackingNumber("usps", account.nextNumber());
            despatch.markShipped(state, Map.of(), tracking, "usps", account.today());
            return;
        }
        Label label = despatch.buy(
                state, Packing.everything().cartons(1 + upTo(habits.cartons() - 1)), LabelStatus.COMPLETED);
        if (!hadTrouble.contains(leaving) && happens(habits.voidShare())) {
            hadTrouble.add(leaving);
            badLabels.add(label);
        }
    }

    /** Splits the order; answers which half leaves now. Either may, so that nobody relies on which it is. */
    private String split(Shipment shipment) {
        Shipment part = despatch.split(account.shipmentOf(shipment.shipmentId()), half(shipment));
        hadTrouble.add(shipment.shipmentId());
        hadTrouble.add(part.shipmentId());
        boolean partFirst = random.nextBoolean();
        dueRounds.put(partFirst ? shipment.shipmentId() : part.shipmentId(), round + 1 + upTo(habits.lateRounds()));
        return partFirst ? part.shipmentId() : shipment.shipmentId();
    }

    /** Some pieces of some lines: at least one, and not all. */
    private Map<String, Integer> half(Shipment shipment) {
        int left = 1 + random.nextInt(pieces(shipment) - 1);
        Map<String, Integer> moved = new LinkedHashMap<>();
        for (ShipmentItem item : shipment.items()) {
            int taken = Math.min(left, item.quantity());
            if (taken > 0) {
                moved.put(item.itemId(), taken);
                left -= taken;
            }
        }
        return moved;
    }

    private static int pieces(Shipment shipment) {
        return shipment.items().stream().mapToInt(ShipmentItem::quantity).sum();
    }

    private boolean happens(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    private int upTo(int most) {
        return most <= 0 ? 0 : random.nextInt(most + 1);
    }
}
