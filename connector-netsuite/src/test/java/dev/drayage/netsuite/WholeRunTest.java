package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeRunTest {
    private static final int ORDERS = 40;
    private static final long SEED = 11;

    /** A shop's orders go through the engine into an account whose answers get lost. */
    @Test
    void every_order_is_booked_exactly_once_although_answers_get_lost() {
        try (TestBooks books = TestBooks.open()) {
            FakeWorld shop = new FakeWorld(TestBooks.SHOP, books.time);
            SyncStore store = new InMemorySyncStore(books.time);
            List<String> alarms = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                shop.put(SampleOrders.merchant(TestBooks.SHOP, "111-" + i, books.time.instant()));
                books.time.advance(Duration.ofSeconds(1));
            }
            books.netSuite
                    .faults()
                    .share(
                            0.10,
                            SEED,
                            Fault.LOST_ANSWER,
                            request -> request.path().endsWith("/salesOrder"))
                    .share(
                            0.05,
                            SEED + 1,
                            Fault.RESET,
                            request -> request.path().endsWith("/salesOrder"))
                    .share(
                            0.05,
                            SEED + 2,
                            Fault.SERVER_ERROR_AFTER_WORK,
                            request -> request.path().endsWith("/salesOrder"))
                    .share(0.10, SEED + 3, Fault.THROTTLED, request -> true);
            RunReport report = null;
            for (int i = 0; i < 6; i++) {
                books.time.advance(Duration.ofMinutes(10));
                try (SyncEngine engine = SyncEngine.builder()
                        .store(store)
                        .time(books.time)
                        .startAt(TestBooks.START)
                        .sync(OrderSyncs.amazonOrders(new FakeConnector(shop), books.connector))
                        .listener(new SyncListener() {
                            @Override
                            public void alarm(SyncEvent.Alarm event) {
                                alarms.add(event.code() + " " + event.message());
                            }
                        })
                        .build()) {
                    report = engine.run("amazon-orders", RunBudget.minutes(60));
                }
            }
            assertThat(report).isNotNull();
            List<StoredRecord> booked = books.netSuite.records("salesOrder");
            assertThat(booked.stream()
                            .map(order -> order.externalId().orElse(""))
                            .distinct())
                    .as("seed %s, %s, %s", SEED, report, alarms)
                    .hasSize(ORDERS);
            assertThat(booked).hasSize(ORDERS);
            assertThat(booked).allSatisfy(order -> assertThat(order.total()).hasValue(new BigDecimal("59.85")));
        }
    }
}
