package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is done to shipments at ShipStation. Not thread-safe; the account guards it. */
final class Despatch {
    private static final BigDecimal FIRST_CARTON = new BigDecimal("9.15");
    private static final BigDecimal NEXT_CARTON = new BigDecimal("6.40");

    private final Account account;
    private final SplitIdentity splitIdentity;
    private final ShipmentStatus statusOfMarkedShipped;

    Despatch(Account account, SplitIdentity splitIdentity, ShipmentStatus statusOfMarkedShipped) {
        this.account = account;
        this.splitIdentity = splitIdentity;
        this.statusOfMarkedShipped = statusOfMarkedShipped;
    }

    /** Moves pieces to a new shipment, and answers it. */
    Shipment split(ShipmentState original, Map<String, Integer> moved) {
        Shipment facts = original.facts();
        requireOpen(facts);
        if (!facts.salesOrder()) {
            throw new IllegalStateException(
                    facts.shipmentId() + " is no sales order (create_sales_order), so it cannot be split");
        }
        Map<String, Integer> byItem = resolved(facts, moved);
        List<ShipmentItem> staying = new ArrayList<>();
        List<ShipmentItem> leaving = new ArrayList<>();
        Map<String, ObjectNode> leavingFields = new HashMap<>();
        for (ShipmentItem item : facts.items()) {
            int pieces = byItem.getOrDefault(item.itemId(), 0);
            if (pieces < item.quantity()) {
                staying.add(item.withQuantity(item.quantity() - pieces));
            }
            if (pieces > 0) {
                ShipmentItem copy =
                        item.withItemId(Long.toString(account.nextNumber())).withQuantity(pieces);
                leaving.add(copy);
                leavingFields.put(copy.itemId(), original.itemFields().getOrDefault(item.itemId(), Json.object()));
            }
        }
        if (staying.isEmpty() || leaving.isEmpty()) {
            throw new IllegalArgumentException("a split moves something and leaves something of " + facts.shipmentId());
        }
        Instant now = account.now();
        account.change(original.with(facts.with(staying, now)));
        String shipmentId = account.nextId();
        Shipment part = new Shipment(
                shipmentId,
                switch (splitIdentity) {
                    case OWN -> shipmentId;
                    case ORIGINALS -> facts.externalShipmentId();
                    case ORIGINALS_ON_LABELS -> "";
                },
                facts.shipmentNumber(),
                ShipmentStatus.PENDING,
                facts.shipmentId(),
                true,
                now,
                now,
                leaving);
        account.add(new ShipmentState(part, withNewPackages(original.fields()), leavingFields));
        return part;
    }

    private ObjectNode withNewPackages(ObjectNode fields) {
        ObjectNode copy = fields.deepCopy();
        for (JsonNode parcel : copy.path("packages")) {
            ((ObjectNode) parcel).put("shipment_package_id", account.nextId());
        }
        return copy;
    }

    /** Buys a label for what the packing takes. */
    Label buy(ShipmentState state, Packing packing, LabelStatus status) {
        Shipment shipment = keepOnly(state, packing.taken());
        List<LabelPackage> cartons = new ArrayList<>();
        for (List<ShipmentItem> contents : packing.deal(shipment.items())) {
            long number = account.nextNumber();
            cartons.add(new LabelPackage(
                    number, cartons.size() + 1, trackingNumber(packing.carrierCode(), number), contents));
        }
        Label label = new Label(
                account.nextId(),
                shipment.shipmentId(),
                labelled(shipment),
                cartons.get(0).trackingNumber(),
                packing.carrierCode(),
                packing.serviceCode(),
                account.today(),
                account.now(),
                FIRST_CARTON.add(NEXT_CARTON.multiply(BigDecimal.valueOf(cartons.size() - 1L))),
                status,
                false,
                cartons);
        account.add(label);
        account.status(shipment.shipmentId(), ShipmentStatus.LABEL_PURCHASED);
        return label;
    }

    /** A label for the way back, with all that was shipped; the shipment stays as it is. */
    Label buyReturn(Shipment shipment) {
        long number = account.nextNumber();
        String tracking = trackingNumber("ups", number);
        Label label = new Label(
                account.nextId(),
                shipment.shipmentId(),
                labelled(shipment),
                tracking,
                "ups",
                "ups_ground",
                account.today(),
                account.now(),
                FIRST_CARTON,
                LabelStatus.COMPLETED,
                true,
                List.of(new LabelPackage(number, 1, tracking, shipment.items())));
        account.add(label);
        return label;
    }

    Label voidLabel(String labelId) {
        Label label = account.label(labelId);
        if (label.voided()) {
            throw new IllegalStateException(labelId + " is voided already");
        }
        return end(label, LabelStatus.VOIDED);
    }

    /** What became of a label that is being made. */
    Label made(String labelId, boolean well) {
        Label label = account.label(labelId);
        if (label.status() != LabelStatus.PROCESSING) {
            throw new IllegalStateException(labelId + " is not being made");
        }
        if (!well) {
            return end(label, LabelStatus.ERROR);
        }
        account.change(label.in(LabelStatus.COMPLETED));
        return account.label(labelId);
    }

    private Label end(Label label, LabelStatus status) {
        account.change(label.in(status));
        reopen(label.shipmentId());
        return account.label(label.labelId());
    }

    Label changeTracking(String labelId, List<String> numbers) {
        Label label = account.label(labelId);
        if (numbers.size() != label.packages().size()) {
            throw new IllegalArgumentException(
                    labelId + " has " + label.packages().size() + " cartons, not " + numbers.size());
        }
        List<LabelPackage> cartons = new ArrayList<>();
        for (LabelPackage carton : label.packages()) {
            cartons.add(carton.withTrackingNumber(numbers.get(carton.sequence() - 1)));
        }
        account.change(label.withPackages(cartons));
        return account.label(labelId);
    }

    /** Marks as shipped what is taken, or everything if nothing is named. */
    Fulfillment markShipped(
            ShipmentState state,
            Map<String, Integer> taken,
            String trackingNumber,
            String carrierCode,
            LocalDate shipDate) {
        Shipment shipment = keepOnly(state, taken);
        Fulfillment fulfillment = new Fulfillment(
                account.nextId(),
                shipment.shipmentId(),
                shipment.shipmentNumber(),
                trackingNumber,
                carrierCode,
                shipDate,
                account.now(),
                false,
                shipment.items());
        account.add(fulfillment);
        account.status(shipment.shipmentId(), statusOfMarkedShipped);
        return fulfillment;
    }

    Fulfillment voidFulfillment(String fulfillmentId) {
        Fulfillment fulfillment = account.fulfillment(fulfillmentId);
        if (fulfillment.voided()) {
            throw new IllegalStateException(fulfillmentId + " is voided already");
        }
        account.change(fulfillment.takenBack());
        reopen(fulfillment.shipmentId());
        return account.fulfillment(fulfillmentId);
    }

    void startProcessing(Shipment shipment) {
        requireOpen(shipment);
        account.status(shipment.shipmentId(), ShipmentStatus.PROCESSING);
    }

    void cancel(Shipment shipment) {
        if (account.left(shipment.shipmentId())) {
            throw new IllegalStateException(shipment.shipmentId() + " has left; void its labels first");
        }
        account.status(shipment.shipmentId(), ShipmentStatus.CANCELLED);
    }

    private void requireOpen(Shipment shipment) {
        if (!shipment.status().open() || account.left(shipment.shipmentId())) {
            throw new IllegalStateException(shipment.shipmentId() + " has left or is "
                    + shipment.status().text());
        }
    }

    private void reopen(String shipmentId) {
        if (!account.left(shipmentId)) {
            account.status(shipmentId, ShipmentStatus.PENDING);
        }
    }

    /** Splits off what is not taken; answers what stays on the shipment. */
    private Shipment keepOnly(ShipmentState state, Map<String, Integer> taken) {
        Shipment shipment = state.facts();
        requireOpen(shipment);
        if (taken.isEmpty()) {
            return shipment;
        }
        Map<String, Integer> byItem = resolved(shipment, taken);
        Map<String, Integer> rest = new LinkedHashMap<>();
        for (ShipmentItem item : shipment.items()) {
            int left = item.quantity() - byItem.getOrDefault(item.itemId(), 0);
            if (left > 0) {
                rest.put(item.itemId(), left);
            }
        }
        if (rest.isEmpty()) {
            return shipment;
        }
        split(state, rest);
        return account.shipmentOf(shipment.shipmentId()).facts();
    }

    private static Map<String, Integer> resolved(Shipment shipment, Map<String, Integer> pieces) {
        Map<String, Integer> byItem = new LinkedHashMap<>();
        pieces.forEach((line, quantity) -> {
            ShipmentItem item = shipment.items().stream()
                    .filter(one -> one.answersTo(line))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("shipment " + shipment.shipmentId() + " has no line " + line));
            if (quantity < 1 || quantity > item.quantity()) {
                throw new IllegalArgumentException("shipment " + shipment.shipmentId() + " has " + item.quantity()
                        + " of line " + line + ", not " + quantity);
            }
            byItem.put(item.itemId(), quantity);
        });
        return byItem;
    }

    private String labelled(Shipment shipment) {
        if (!shipment.externalShipmentId().isEmpty() || shipment.splitFrom().isEmpty()) {
            return shipment.externalShipmentId();
        }
        return labelled(account.shipmentOf(shipment.splitFrom()).facts());
    }

    static String trackingNumber(String carrierCode, long number) {
        return (carrierCode.equals("ups") ? "1Z999AA1" : "94001118") + String.format("%010d", number);
    }
}
