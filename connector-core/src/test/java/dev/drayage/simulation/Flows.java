package dev.drayage.simulation;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The syncs of a seed: orders of one or two shops, shipments back to them, stock, companies both ways. */
final class Flows {
    final WorldConnector erp;
    final List<WorldConnector> shops;
    final boolean orders;
    final boolean stock;
    final boolean companies;
    private final Catalogue catalogue;
    private final SyncPolicy policy;

    /** Draws which there are. */
    Flows(Simulated sim, WorldConnector erp, List<WorldConnector> shops, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.erp = erp;
        this.shops = shops;
        this.orders = sim.chance(0.65);
        this.stock = sim.chance(0.4);
        this.companies = (!orders && !stock) || sim.chance(0.3);
        this.policy = new SyncPolicy(
                Priority.ORDERS,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                sim.random.nextInt(3, 9),
                sim.random.nextInt(1, 12),
                Duration.ofMinutes(1),
                Duration.ofMinutes(20),
                Duration.ofDays(1),
                "");
    }

    /** The syncs, made anew for each engine. */
    List<Sync<Paper>> syncs() {
        List<Sync<Paper>> syncs = new ArrayList<>();
        for (WorldConnector shop : shops) {
            String id = shop.account().id().toLowerCase(Locale.ROOT);
            if (orders) {
                syncs.add(orders("orders-" + id, shop));
                syncs.add(shipments("shipments-" + id, shop));
            }
            if (stock) {
                syncs.add(oneToOne("stock-" + id, erp, shop, Paper.STOCK, "stock"));
            }
        }
        if (companies) {
            syncs.add(oneToOne("companies-to-erp", shops.get(0), erp, Paper.COMPANY, "company"));
            syncs.add(oneToOne("companies-to-shop", erp, shops.get(0), Paper.COMPANY, "company"));
        }
        return syncs;
    }

    /** Which SKUs the ERP knows. */
    Catalogue catalogue() {
        return catalogue;
    }

    /** How long one call may take. */
    Duration longestCall() {
        return policy.callTimeout();
    }

    /** Their names. */
    List<String> names() {
        return syncs().stream().map(Sync::name).toList();
    }

    /** The records that a sync reads. */
    List<World.Held> readBy(String name) {
        Sync<Paper> sync = named(name);
        return source(sync).all(sync.sourceType());
    }

    /** Records that it would read if nobody had deleted them. */
    List<World.Held> deletedFor(String name) {
        Sync<Paper> sync = named(name);
        return source(sync).deleted(sync.sourceType());
    }

    private Sync<Paper> named(String name) {
        return syncs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private World source(Sync<Paper> sync) {
        return shops.stream()
                .filter(shop -> shop.account().equals(sync.sourceAccount()))
                .findFirst()
                .orElse(erp)
                .world();
    }

    private Sync<Paper> orders(String name, WorldConnector shop) {
        return Sync.reading(name, shop, Paper.ORDER)
                .writing(erp, Paper.CUSTOMER)
                .writing(erp, Paper.ORDER)
                .writing(erp, Paper.DEPOSIT)
                .policy(policy)
                .translation(order -> switch (order.state()) {
                    case TEST -> new Translated.Skip("a trial order");
                    case WAITING -> hold("nobody has paid it yet");
                    case ODD, UNREADABLE ->
                        new Translated.Park(Violations.of(ErrorCode.VALUE_UNKNOWN, "state", "an odd state"));
                    case CANCELLED -> new Translated.Withdraw(List.of(booking(order)), "cancelled at the shop");
                    case OPEN -> {
                        Effect<Paper> buyer = buyer(order);
                        Effect<Paper> booking = booking(order).after(Set.of(buyer.key()));
                        Effect<Paper> deposit = Effect.of(
                                        key(order, erp, "deposit"),
                                        "deposit/" + order.ref().id(),
                                        Paper.DEPOSIT,
                                        order,
                                        Effect.Mode.CREATE_ONCE)
                                .after(Set.of(booking.key()));
                        yield Translated.effects(buyer, booking, deposit);
                    }
                })
                .build();
    }

    private Effect<Paper> buyer(Paper order) {
        RecordRef buyer = RecordRef.of(order.ref().account(), Paper.CUSTOMER, order.subject());
        return Effect.of(
                new EffectKey(buyer, erp.account(), "customer"),
                "customer/" + order.subject(),
                Paper.CUSTOMER,
                new Paper(buyer, order.subject(), "", Paper.State.OPEN, ""),
                Effect.Mode.CREATE_ONCE);
    }

    private Effect<Paper> booking(Paper order) {
        return Effect.of(
                key(order, erp, "salesOrder"),
                "order/" + order.ref().id(),
                Paper.ORDER,
                order,
                Effect.Mode.CREATE_OR_UPDATE);
    }

    private Sync<Paper> shipments(String name, WorldConnector shop) {
        AccountId account = shop.account();
        return Sync.reading(name, erp, Paper.SHIPMENT)
                .writing(shop, Paper.SHIPMENT)
                .policy(policy)
                .translation(shipment -> {
                    if (!shipment.subject().startsWith(account.id())) {
                        return new Translated.Skip("an order of another shop");
                    }
                    return shipment.state() == Paper.State.WAITING
                            ? hold("no tracking number yet")
                            : Translated.effects(Effect.of(
                                    key(shipment, shop, "shipment"),
                                    "order/" + shipment.subject(),
                                    Paper.SHIPMENT,
                                    shipment,
                                    Effect.Mode.CREATE_ONCE));
                })
                .build();
    }

    private Sync<Paper> oneToOne(
            String name, WorldConnector from, WorldConnector to, RecordType<Paper> type, String purpose) {
        return Sync.reading(name, from, type)
                .writing(to, type)
                .policy(policy)
                .translation(paper -> Translated.effects(Effect.of(
                        key(paper, to, purpose),
                        purpose + "/" + paper.subject(),
                        type,
                        paper,
                        Effect.Mode.CREATE_OR_UPDATE)))
                .build();
    }

    private static EffectKey key(Paper source, WorldConnector target, String purpose) {
        return new EffectKey(source.ref(), target.account(), purpose);
    }

    private static Translated hold(String why) {
        return new Translated.Hold(
                new Violation(ErrorCode.TRACKING_MISSING, "", why), Duration.ofMinutes(3), Instant.MAX);
    }
}
