package dev.drayage.simulation;

import dev.drayage.model.RecordRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** People who buy, pay, change their minds, ship, count and edit, at random moments on all sides. */
final class Trade {
    private final Simulated sim;
    private final Flows flows;
    private final Catalogue catalogue;
    private final Webhooks webhooks;
    private int serial;
    private int orders;
    private int companies;

    Trade(Simulated sim, Flows flows, Catalogue catalogue, Webhooks webhooks) {
        this.sim = sim;
        this.flows = flows;
        this.catalogue = catalogue;
        this.webhooks = webhooks;
    }

    /** So many acts, spread over a time. */
    void during(Duration time, int acts) {
        for (int i = 0; i < acts; i++) {
            sim.scheduler.after(sim.between(Duration.ZERO, time), this::act);
        }
    }

    /** What can be put right is: orders are paid, parcels get their numbers, most odd records are corrected. */
    void tidyUp() {
        for (WorldConnector shop : flows.shops) {
            for (World.Held order : List.copyOf(shop.world().all(Paper.ORDER))) {
                Paper paper = order.last().paper();
                boolean waits = paper.state() == Paper.State.WAITING;
                boolean bad = paper.state() == Paper.State.ODD || paper.state() == Paper.State.UNREADABLE;
                if (isPersons(order) && (waits || (bad && sim.chance(0.5)))) {
                    shop.world().put(paper.in(Paper.State.OPEN).saying(news()));
                }
                if (sim.chance(0.7)) {
                    catalogue.enter(paper.sku());
                }
            }
        }
        for (World.Held shipment : List.copyOf(flows.erp.world().all(Paper.SHIPMENT))) {
            giveTracking(shipment);
        }
    }

    private void act() {
        List<Runnable> acts = new ArrayList<>();
        if (flows.orders) {
            acts.addAll(List.of(
                    this::place,
                    this::place,
                    this::place,
                    this::change,
                    this::change,
                    this::ship,
                    this::ship,
                    this::track));
            if (sim.chance(0.3)) {
                acts.add(this::cancel);
            }
            if (sim.faults.strikes(Fault.DELETIONS)) {
                acts.addAll(List.of(this::delete, this::delete));
            }
        }
        if (flows.stock) {
            acts.addAll(List.of(this::count, this::count, this::count));
        }
        if (flows.companies) {
            acts.addAll(List.of(this::found, this::edit, this::edit));
        }
        sim.one(acts).run();
    }

    private void place() {
        if (flows.shops.size() > 1 && sim.chance(0.5)) {
            String buyer = "buyer-of-both-" + orders;
            flows.shops.forEach(shop -> place(shop, () -> buyer));
        } else {
            place(sim.one(flows.shops), () -> "buyer-" + sim.random.nextInt(4));
        }
    }

    private void place(WorldConnector shop, Supplier<String> buyer) {
        int burst = sim.chance(0.2) ? sim.random.nextInt(2, 7) : 1;
        for (int i = 0; i < burst; i++) {
            String sku = "sku-" + sim.random.nextInt(6);
            Paper.State state = Paper.State.OPEN;
            double kind = sim.random.nextDouble();
            if (kind < 0.12) {
                state = Paper.State.WAITING;
            } else if (kind < 0.16) {
                state = Paper.State.TEST;
            }
            if (sim.faults.strikes(Fault.BAD_RECORDS)) {
                sku = "new-" + sim.random.nextInt(3);
                catalogue.lacks(sku);
            } else if (sim.faults.strikes(Fault.BAD_RECORDS)) {
                state = sim.one(List.of(Paper.State.ODD, Paper.State.UNREADABLE));
            }
            RecordRef ref = shop.world().ref(Paper.ORDER, shop.account().id() + "-" + orders++);
            put(shop, new Paper(ref, buyer.get(), sku, state, news()));
        }
    }

    private void change() {
        WorldConnector shop = sim.one(flows.shops);
        List<World.Held> candidates = shop.world().all(Paper.ORDER).stream()
                .filter(order -> order.last().paper().state() != Paper.State.CANCELLED)
                .toList();
        if (!candidates.isEmpty()) {
            Paper paper = sim.one(candidates).last().paper();
            Paper.State state = paper.state() == Paper.State.TEST ? paper.state() : Paper.State.OPEN;
            put(shop, paper.in(state).saying(news()));
        }
        if (sim.chance(0.3)) {
            catalogue.enter("new-" + sim.random.nextInt(3));
        }
    }

    private void cancel() {
        WorldConnector shop = sim.one(flows.shops);
        List<World.Held> all = shop.world().all(Paper.ORDER);
        if (!all.isEmpty()) {
            Paper paper = sim.one(all).last().paper();
            put(shop, paper.in(Paper.State.CANCELLED).saying(news()));
        }
    }

    /** An order at its shop or a shipment at the ERP, as people made it. */
    private void delete() {
        WorldConnector side = sim.chance(0.7) ? sim.one(flows.shops) : flows.erp;
        List<World.Held> all = side.world().all(side == flows.erp ? Paper.SHIPMENT : Paper.ORDER);
        if (!all.isEmpty()) {
            World.Held record = sim.one(all);
            side.world().delete(record);
            tell(side, record.last().paper());
        }
    }

    private void ship() {
        World erp = flows.erp.world();
        List<World.Held> booked = erp.all(Paper.ORDER);
        if (booked.isEmpty()) {
            return;
        }
        World.Held order = sim.one(booked);
        String id = order.nativeKey().substring("salesOrder-".length());
        RecordRef ref = erp.ref(Paper.SHIPMENT, (sim.chance(0.4) ? "if2-" : "if-") + id);
        if (erp.get(ref).isEmpty() && !erp.isDeleted(ref)) {
            Paper.State state = sim.chance(0.3) ? Paper.State.WAITING : Paper.State.OPEN;
            put(flows.erp, new Paper(ref, id, "", state, news()));
        }
    }

    private void track() {
        List<World.Held> shipments = flows.erp.world().all(Paper.SHIPMENT);
        if (!shipments.isEmpty()) {
            giveTracking(sim.one(shipments));
        }
    }

    private void giveTracking(World.Held shipment) {
        if (shipment.last().paper().state() == Paper.State.WAITING) {
            put(flows.erp, shipment.last().paper().in(Paper.State.OPEN).saying(news()));
        }
    }

    private void count() {
        String sku = "sku-" + sim.random.nextInt(4);
        int times = sim.chance(0.3) ? 3 : 1;
        for (int i = 0; i < times; i++) {
            put(flows.erp, new Paper(flows.erp.world().ref(Paper.STOCK, sku), sku, "", Paper.State.OPEN, news()));
        }
    }

    private void found() {
        WorldConnector side = sim.chance(0.5) ? flows.erp : flows.shops.get(0);
        String id = "co-" + companies++;
        put(side, new Paper(side.world().ref(Paper.COMPANY, id), id, "", Paper.State.OPEN, news()));
    }

    private void edit() {
        WorldConnector side = sim.chance(0.5) ? flows.erp : flows.shops.get(0);
        List<World.Held> all = side.world().all(Paper.COMPANY);
        if (!all.isEmpty()) {
            put(side, sim.one(all).last().paper().saying(news()));
        }
    }

    private void put(WorldConnector side, Paper paper) {
        side.world().put(paper);
        tell(side, paper);
    }

    private void tell(WorldConnector side, Paper paper) {
        String shop = flows.shops.get(0).account().id();
        boolean ofOrder = paper.ref().type().equals(Paper.ORDER.name());
        boolean ofShipment = paper.ref().type().equals(Paper.SHIPMENT.name());
        if (ofOrder || ofShipment) {
            shop = (ofOrder ? paper.ref().id() : paper.subject()).substring(0, 1);
        }
        String sync = switch (paper.ref().type()) {
            case "salesOrder" -> "orders-" + shop;
            case "itemFulfillment" -> "shipments-" + shop;
            case "inventoryLevel" -> "stock-" + shop;
            default -> side == flows.erp ? "companies-to-shop" : "companies-to-erp";
        };
        webhooks.changed(sync.toLowerCase(Locale.ROOT), paper.ref());
    }

    private static boolean isPersons(World.Held record) {
        return record.nativeKey().isEmpty();
    }

    private String news() {
        return "text-" + serial++;
    }
}
