package dev.drayage.simulation;

import dev.drayage.engine.Sync;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordType;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must stand in the systems when everything has come to rest, worked out from what people did. */
final class FinalCheck {
    private final Simulated sim;
    private final Ledger ledger;
    private final Flows flows;

    FinalCheck(Simulated sim, Ledger ledger, Flows flows) {
        this.sim = sim;
        this.ledger = ledger;
        this.flows = flows;
    }

    void check() {
        for (Sync<Paper> sync : flows.syncs()) {
            checkPosition(sync);
            flows.deletedFor(sync.name()).forEach(record -> checkDeleted(sync.name(), record));
            for (World.Held record : flows.readBy(sync.name())) {
                if (sim.oracle.mayBeDismissed(sync.name(), record.ref())) {
                    continue;
                }
                if (sync.name().startsWith("orders-")) {
                    checkOrder(sync.name(), record);
                } else if (sync.name().startsWith("shipments-")) {
                    checkShipment(sync.name(), record);
                } else if (sync.name().startsWith("stock-")) {
                    checkStock(sync, record);
                } else {
                    checkCompany(record);
                }
            }
        }
    }

    /** The checkpoint is past everything that people did. */
    private void checkPosition(Sync<Paper> sync) {
        Optional<Instant> mark = ledger.sync(sync.name()).flatMap(state -> state.watermark());
        for (World.Held record : flows.readBy(sync.name())) {
            if (mark.isEmpty() || !mark.get().isAfter(record.last().changedAt())) {
                wrong("G1", sync.name() + " stands at " + mark + ", before the last change of " + record.ref());
                return;
            }
        }
    }

    /** A person is told of what was deleted after it was booked; what was not booked is nobody's matter. */
    private void checkDeleted(String sync, World.Held record) {
        if (sim.oracle.mayBeDismissed(sync, record.ref())) {
            return;
        }
        String id = record.ref().id();
        boolean booked = sync.startsWith("orders-")
                ? !flows.erp.world().byKey(Paper.ORDER, "salesOrder-" + id).isEmpty()
                : flows.shops.stream()
                        .filter(shop -> sync.endsWith("-" + shop.account().id().toLowerCase(Locale.ROOT)))
                        .anyMatch(shop -> !shop.world()
                                .byKey(Paper.SHIPMENT, "shipment-" + id)
                                .isEmpty());
        Optional<RecordEntry> entry = entry(sync, record);
        boolean unknown = !booked || sim.oracle.wasEmptied();
        boolean nobodys = unknown && is(entry, RecordState.SKIPPED);
        require(
                isParked(entry, ErrorCode.RECORD_GONE) || nobodys,
                "G4",
                id + " was deleted and is " + entry + (booked ? ", booked" : ", not booked"));
    }

    private void checkOrder(String sync, World.Held record) {
        World erp = flows.erp.world();
        Paper order = record.last().paper();
        String id = record.ref().id();
        List<World.Held> booked = erp.byKey(Paper.ORDER, "salesOrder-" + id);
        List<World.Held> deposits = erp.byKey(Paper.DEPOSIT, "deposit-" + id);
        Optional<RecordEntry> entry = entry(sync, record);
        String where = id + " " + order.state() + " " + order.content() + " is " + entry + ", booked as " + booked;
        switch (order.state()) {
            case TEST -> require(booked.isEmpty(), "G9", where);
            case ODD -> require(isParked(entry, ErrorCode.VALUE_UNKNOWN), "G4", where);
            case UNREADABLE -> require(isParked(entry, ErrorCode.RECORD_UNREADABLE), "G4", where);
            case WAITING -> wrong("G1", where);
            case CANCELLED -> {
                boolean nothing = booked.isEmpty() && deposits.isEmpty();
                boolean told = isParked(entry, ErrorCode.WITHDRAWN_AFTER_BOOKING);
                boolean excused = nothing ? is(entry, RecordState.SKIPPED) : unfenced("order/" + id);
                require(told || excused, "G4", where);
            }
            case OPEN -> {
                if (!flows.catalogue().knows(order.sku())) {
                    require(booked.isEmpty() && isParked(entry, ErrorCode.SKU_UNKNOWN), "G4", where);
                    return;
                }
                require(booked.size() == 1, "G1", where);
                require(deposits.size() == 1, "G1", "deposits " + deposits + " of " + where);
                require(is(entry, RecordState.SETTLED), "G1", where);
                long customers = erp.all(Paper.CUSTOMER).stream()
                        .filter(customer -> customer.last().paper().subject().equals(order.subject()))
                        .count();
                require(customers == 1 || unfenced("customer/" + order.subject()), "G2", customers + " of " + where);
                if (!booked.isEmpty() && !unfenced("order/" + id)) {
                    require(booked.get(0).last().paper().content().equals(order.content()), "G1", where);
                }
            }
        }
    }

    private void checkShipment(String sync, World.Held record) {
        String shopId = sync.substring("shipments-".length());
        Paper shipment = record.last().paper();
        for (WorldConnector shop : flows.shops) {
            if (!shop.account().id().equalsIgnoreCase(shopId)
                    || !shipment.subject().startsWith(shop.account().id())) {
                continue;
            }
            List<World.Held> told = shop.world()
                    .byKey(Paper.SHIPMENT, "shipment-" + record.ref().id());
            boolean once = told.size() == 1 || (!told.isEmpty() && unfenced("order/" + shipment.subject()));
            String where = record.ref().id() + " " + shipment.state() + " is " + entry(sync, record) + ", told " + told;
            require(once && told.get(0).last().paper().content().equals(shipment.content()), "G1", where);
        }
    }

    private void checkStock(Sync<Paper> sync, World.Held record) {
        for (WorldConnector shop : flows.shops) {
            if (sync.sinks().keySet().stream().noneMatch(id -> id.account().equals(shop.account()))) {
                continue;
            }
            String counted = record.last().paper().content();
            List<World.Held> told =
                    shop.world().byKey(Paper.STOCK, "stock-" + record.ref().id());
            boolean right =
                    told.size() == 1 && told.get(0).last().paper().content().equals(counted);
            boolean excused = unfenced("stock/" + record.ref().id());
            require(
                    right || excused,
                    "G3",
                    record.ref().id() + " was counted " + counted + ", told " + told + ", is "
                            + entry(sync.name(), record));
        }
    }

    private void checkCompany(World.Held record) {
        World shop = flows.shops.get(0).world();
        World erp = flows.erp.world();
        String subject = record.last().paper().subject();
        if (unfenced("company/" + subject)) {
            return;
        }
        List<World.Held> left = about(shop, subject);
        List<World.Held> right = about(erp, subject);
        boolean anyDismissed = left.stream().anyMatch(held -> sim.oracle.mayBeDismissed("companies-to-erp", held.ref()))
                || right.stream().anyMatch(held -> sim.oracle.mayBeDismissed("companies-to-shop", held.ref()));
        if (anyDismissed) {
            return;
        }
        boolean same = left.size() == 1
                && right.size() == 1
                && left.get(0)
                        .last()
                        .paper()
                        .content()
                        .equals(right.get(0).last().paper().content());
        boolean alternated = left.stream()
                        .anyMatch(held -> isParked(entry("companies-to-erp", held), ErrorCode.PING_PONG))
                || right.stream().anyMatch(held -> isParked(entry("companies-to-shop", held), ErrorCode.PING_PONG));
        require(same || alternated, "G1", "the sides differ: " + left + " and " + right);
    }

    private static List<World.Held> about(World world, String subject) {
        RecordType<Paper> type = Paper.COMPANY;
        return world.all(type).stream()
                .filter(held -> held.last().paper().subject().equals(subject))
                .toList();
    }

    private Optional<RecordEntry> entry(String sync, World.Held record) {
        return ledger
                .records(RecordQuery.builder().sync(sync).addRefs(record.ref()).build())
                .stream()
                .findFirst();
    }

    private static boolean is(Optional<RecordEntry> entry, RecordState state) {
        return entry.map(known -> known.state() == state).orElse(false);
    }

    private static boolean isParked(Optional<RecordEntry> entry, ErrorCode code) {
        return is(entry, RecordState.PARKED) && entry.flatMap(RecordEntry::code).equals(Optional.of(code));
    }

    private boolean unfenced(String lane) {
        return sim.oracle.isUnfenced(lane);
    }

    private void require(boolean right, String guarantee, String where) {
        if (!right) {
            wrong(guarantee, where);
        }
    }

    private void wrong(String guarantee, String what) {
        sim.oracle.violated(guarantee, what);
    }
}
