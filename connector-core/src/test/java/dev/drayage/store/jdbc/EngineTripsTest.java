package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SteeredEngines;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a run goes to the database for each record of pages of a hundred. */
final class EngineTripsTest {
    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");
    private static final int ORDERS = 2_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void a_record_that_is_booked_costs_a_tenth_of_a_trip_and_a_known_one_a_fortieth(Embedded kind) throws Exception {
        Trips trips = run(kind, SyncEngine.builder());
        assertThat(trips.booked()).isLessThanOrEqualTo(ORDERS / 10);
        assertThat(trips.known()).isLessThanOrEqualTo(ORDERS / 40);
    }

    @Test
    void results_that_come_back_one_at_a_time_share_commits_all_the_same() throws Exception {
        JobsInTurn jobs = new JobsInTurn();
        Trips trips = run(Embedded.SQLITE, SteeredEngines.builder(() -> jobs).executor(jobs));
        assertThat(trips.booked()).isLessThanOrEqualTo(ORDERS / 6);
        assertThat(trips.known()).isLessThanOrEqualTo(ORDERS / 40);
    }

    /** How many trips a run made that booked all orders, and the next one that read them again. */
    private record Trips(int booked, int known) {}

    private Trips run(Embedded kind, SyncEngine.Builder builder) throws Exception {
        SettableTime time = new SettableTime(START);
        FakeWorld storefront = new FakeWorld(new AccountId("shop", "S1"), time);
        FakeConnector shop = new FakeConnector(storefront);
        FakeConnector erp = new FakeConnector(new FakeWorld(new AccountId("erp", "E1"), time));
        shop.fakeSource(RecordType.SALES_ORDER).pageSize(100);
        try (IdleConnections connections = kind.open(directory.resolve("store"))) {
            MeteredDataSource meter = new MeteredDataSource(connections, true);
            try (SyncEngine engine = builder.store(JdbcSyncStore.of(meter.dataSource()))
                    .time(time)
                    .sync(OrderSyncs.orders("orders", shop, erp, OrderSyncs.Options.standard()))
                    .build()) {
                engine.run("orders", RunBudget.minutes(60));
                for (int i = 0; i < ORDERS; i++) {
                    storefront.put(SampleOrders.merchant(storefront.account(), "o-" + i, time.instant()));
                    time.advance(Duration.ofMillis(100));
                }
                time.advance(Duration.ofMinutes(3));
                int booked = trips(meter, engine, ORDERS);
                engine.operations("orders", "test").seek(START.minus(Duration.ofHours(1)));
                int known = trips(meter, engine, ORDERS);
                assertThat(erp.world().all(RecordType.SALES_ORDER)).hasSize(ORDERS);
                return new Trips(booked, known);
            }
        }
    }

    private static int trips(MeteredDataSource meter, SyncEngine engine, long orders) {
        meter.takeTrips();
        RunReport report = engine.run("orders", RunBudget.minutes(60));
        assertThat(report.read()).isEqualTo(orders);
        int trips = meter.takeTrips().size();
        System.out.println(trips + " trips for " + orders + " records: " + report.summary());
        return trips;
    }
}
