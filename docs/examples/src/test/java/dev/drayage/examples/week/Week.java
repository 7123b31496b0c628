package dev.drayage.examples.week;

import dev.drayage.engine.Sync;
import dev.drayage.examples.shopify.ShopAndBooks;
import dev.drayage.spi.Connector;
import dev.drayage.store.RecordEntry;
import dev.drayage.sync.CompanySyncs;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderEditSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.RefundSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seven days of trade in one shop; all of it follows from a seed. Not thread-safe. */
final class Week implements AutoCloseable {
    private static final int DAYS = 7;
    private static final int RUNS_A_DAY = 5;
    private static final int QUIET_RUNS = 6;

    final ShopAndBooks world = ShopAndBooks.open();
    final Watch watch = new Watch(world);
    final BooksPeople books;
    private final ShopPeople shop;
    private final Random random;
    private int untilIntrusion = -1;

    Week(long seed) {
        random = new Random(seed);
        world.netSuiteSettings.put("orders.allowCorrections", "true");
        world.shopSettings.put("orders.postModifications", "true");
        world.shopSettings.put("carrier.map", "UPS=UPS");
        var east = world.shop.stock().location("East");
        world.shopSettings.put("location.map", east.number() + "=6");
        var mug = world.shop.stock().product("MUG", "Mug", "20.00");
        var tee = world.shop.stock().product("TEE", "Tee", "12.00");
        world.shop.stock().available(mug, east, 10_000);
        world.shop.stock().available(tee, east, 10_000);
        world.netSuite.clerk().countStock("98", "6", new BigDecimal("10000"), BigDecimal.ZERO);
        world.netSuite.clerk().countStock("99", "6", new BigDecimal("10000"), BigDecimal.ZERO);
        var company = world.shop.companies().company("Glenrock", "NS-12");
        var where = world.shop.companies().location(company, "Fallon", null);
        var who = world.shop.companies().contact(company, "Alan", "Rath", "alan@glenrock.example");
        shop = new ShopPeople(world.shop.orders(), east, List.of(mug, tee), where, who, watch, random);
        books = new BooksPeople(world.netSuite.clerk(), watch, random);
    }

    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(
                CompanySyncs.toErp(shop, erp),
                OrderSyncs.orders(
                        "shopify-orders",
                        shop,
                        erp,
                        OrderSyncs.Options.standard()
                                .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                                .with(OrderSyncs.CompanyCustomer.COMPANY)
                                .followingChanges(true)),
                OrderEditSyncs.toStorefront(erp, shop),
                RefundSyncs.toErp(shop, erp),
                FulfillmentSyncs.toStorefront(
                        erp,
                        shop,
                        FulfillmentSyncs.ConfirmationOptions.standard().tellingProgress(false)));
    }

    /** Lives through the week, and as many runs after it as it takes until nothing waits any more. */
    void pass() {
        int emptied = random.nextInt(DAYS * RUNS_A_DAY);
        for (int run = 0; run < DAYS * RUNS_A_DAY; run++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                shop.order();
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                somethingHappens();
            }
            if (run == emptied) {
                world.emptyStore();
            }
            trouble();
            untilIntrusion = random.nextInt(4) == 0 ? random.nextInt(60) : -1;
            world.time.advance(Duration.ofSeconds(random.nextInt(2_400)));
            world.run(Week::syncs, this::around);
            world.shop.faults().clear();
            world.netSuite.faults().clear();
            if (run % RUNS_A_DAY == RUNS_A_DAY - 1) {
                world.time.advance(Duration.ofHours(14));
            }
        }
        untilIntrusion = -1;
        for (int run = 0; run < QUIET_RUNS; run++) {
            world.time.advance(Duration.ofMinutes(40));
            world.run(Week::syncs, this::around);
        }
    }

    private void somethingHappens() {
        List<ShopOrder> orders = world.shop.orders().all();
        if (orders.isEmpty()) {
            return;
        }
        int lately = Math.min(orders.size(), 10);
        ShopOrder order = orders.get(orders.size() - 1 - random.nextInt(lately));
        world.time.advance(Duration.ofMillis(random.nextInt(3) * 400L));
        int kind = random.nextInt(5);
        if (kind != 0 && kind != 1) {
            books.work(order);
        }
        if (kind != 2 && kind != 3) {
            shop.work(order);
        }
    }

    private void trouble() {
        var faults = random.nextBoolean() ? world.shop.faults() : world.netSuite.faults();
        switch (random.nextInt(8)) {
            case 0 -> world.shop.faults().next(1 + random.nextInt(2), Fault.LOST_ANSWER, ShopifySimulator::isMutation);
            case 1 ->
                world.netSuite
                        .faults()
                        .next(
                                1 + random.nextInt(2),
                                Fault.LOST_ANSWER,
                                request -> !request.method().equals("GET")
                                        && request.path().contains("/record/"));
            case 2 -> faults.next(30, Fault.SERVER_ERROR, request -> true);
            case 3 -> faults.share(0.1, random.nextLong(), Fault.RESET, request -> true);
            default -> {}
        }
    }

    private Object around(String call, Interposed.Action action) throws Throwable {
        if (untilIntrusion >= 0 && --untilIntrusion < 0) {
            somethingHappens();
            untilIntrusion = random.nextInt(3) == 0 ? random.nextInt(4) : -1;
        }
        try {
            return action.run();
        } finally {
            if (call.equals("RecordSink.apply")) {
                watch.look(call);
            }
        }
    }

    /** Records of an order that wait for people, of whichever sync. */
    List<RecordEntry> parked(ShopOrder order) {
        String id = watch.booked(order).map(booked -> booked.id()).orElse("");
        String number = Long.toString(order.number());
        List<RecordEntry> found = new ArrayList<>();
        for (RecordEntry entry : world.parked()) {
            String wanted =
                    Map.of("shopify-orders", number, "storefront-edits", id).get(entry.sync());
            if (entry.ref().id().equals(wanted)) {
                found.add(entry);
            }
        }
        return found;
    }

    @Override
    public void close() {
        world.close();
    }
}
