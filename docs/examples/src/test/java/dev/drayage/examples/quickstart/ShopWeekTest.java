package dev.drayage.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.Connectors;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.OversellGuard;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopOrder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The second half of the quickstart, and faults that its checkers must notice. Each test undoes what it planted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopWeekTest {
    private static final long SEED = 7;

    private final SettableTime time = new SettableTime(SimulatedWorld.WEEK_START);
    private final SimulatedWorld world = SimulatedWorld.start(time, List.of(), ShopBooks::prepare);
    private final SimulatedShop shop = SimulatedShop.start(time);
    private final SyncStore store = new InMemorySyncStore(time);
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ShopWeek week =
            new ShopWeek(world, shop, time, SEED, this::round, new PrintStream(told, true, StandardCharsets.UTF_8));

    @BeforeAll
    void trade() {
        System.out.println("seed " + SEED);
        week.trade();
    }

    @AfterAll
    void close() {
        shop.close();
        world.close();
    }

    private void round() {
        time.advance(Duration.ofMinutes(20));
        Connectors connectors =
                Connectors.discover(Connectors.Environment.of(store).at(time));
        try (Connector netsuite = connectors.open("netsuite", ShopBooks.settings(world.netsuiteSettings()));
                Connector amazon = connectors.open("amazon", world.amazonSettings());
                Connector storefront = connectors.open("shopify", shop.settings())) {
            OversellGuard guard = OversellGuard.open(
                    store, "default", netsuite, OversellGuard.Options.standard().on(time));
            SyncEngine.Builder builder = SyncEngine.builder()
                    .store(store)
                    .time(time)
                    .startAt(SimulatedWorld.WEEK_START)
                    .sync(OrderSyncs.amazonOrders(guard.watching(amazon), netsuite));
            ShopSyncs.of(netsuite, storefront, guard).forEach(builder::sync);
            builder.sync(ShopSyncs.amazonStock(guard, amazon));
            try (SyncEngine engine = builder.build()) {
                for (String sync : engine.syncs()) {
                    assertThat(engine.run(sync, RunBudget.minutes(60)).ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
                }
            }
        }
    }

    private ShopOrder first() {
        return shop.shopify().orders().all().get(0);
    }

    private StoredRecord booked(ShopOrder order) {
        return ShopLedger.sales(world.netsuite())
                .getOrDefault(Long.toString(order.number()), List.of())
                .get(0);
    }

    private void noticed(String fault, String summary) {
        ShopChecker checker = week.checker();
        assertThat(checker.check()).anySatisfy(line -> assertThat(line).contains(fault));
        assertThat(checker.summary()).contains(summary);
    }

    @Test
    void the_stories_end_without_a_fault_and_need_nobody() {
        ShopChecker checker = week.checker();
        assertThat(checker.check()).isEmpty();
        assertThat(checker.summary()).matches("(\\d+) shopify = \\1 netsuite, difference 0\\.00");
        assertThat(week.faultsOfRace()).isEmpty();
        assertThat(store.ledger("default")
                        .records(RecordQuery.builder()
                                .addStates(RecordState.PARKED)
                                .build()))
                .isEmpty();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "12 mugs; the shop shows 12", "FULFILLED, [1ZQSCORRECTED", "PARTIALLY_PAID", "payout: CHARGE");
    }

    @Test
    void an_order_that_was_lost_is_noticed() {
        ShopOrder lost = shop.shopify()
                .orders()
                .placePaid(NewOrder.of(NewLine.of("CAP-GREY", 1, "22.49")).shipping("Parcel", "4.90", "", "0"));
        noticed(lost.name() + " is not in NetSuite", "difference 54.78");
        shop.shopify().orders().delete(lost);
    }

    @Test
    void an_order_that_was_booked_twice_is_noticed() {
        String twice = world.netsuite()
                .clerk()
                .enter(
                        "salesOrder",
                        ("{\"entity\":{\"id\":\"111\"},\"custbody_drayage_channel\":\"%s\","
                                        + "\"custbody_drayage_order_id\":\"%d\",\"item\":{\"items\":[{\"item\":{\"id\":"
                                        + "\"1000\"},\"quantity\":1,\"price\":{\"id\":\"-1\"},\"rate\":9.99}]}}")
                                .formatted(SimulatedShop.CHANNEL, first().number()));
        noticed(first().name() + " is booked 2 times", "difference 9.99");
        world.netsuite().clerk().delete("salesOrder", twice);
    }

    @Test
    void a_wrong_total_is_noticed() {
        StoredRecord order = booked(first());
        JsonNode line = order.body().path("item").path("items").get(0);
        BigDecimal rate = new BigDecimal(line.path("rate").asText());
        BigDecimal off = new BigDecimal(line.path("quantity").asText()).multiply(new BigDecimal("0.01"));
        world.netsuite().clerk().changeRate(order.id(), 1, rate.add(new BigDecimal("0.01")));
        noticed("the total of " + first().name(), "difference " + off.setScale(2));
        world.netsuite().clerk().changeRate(order.id(), 1, rate);
    }

    @Test
    void money_that_nobody_paid_is_noticed() {
        String deposit =
                world.netsuite().bookkeeper().enterDeposit(booked(first()).id(), new BigDecimal("1.00"));
        noticed("received for " + first().name(), "difference 1.00");
        world.netsuite().bookkeeper().delete("customerDeposit", deposit);
    }

    @Test
    void a_promise_of_what_is_sold_is_noticed() {
        world.amazon().listings().enter(StockRace.SKU, Marketplace.US, "DEFAULT", 5);
        assertThat(week.faultsOfRace()).anySatisfy(line -> assertThat(line).contains("Amazon shows 5"));
        world.amazon().listings().enter(StockRace.SKU, Marketplace.US, "DEFAULT", 0);
    }
}
