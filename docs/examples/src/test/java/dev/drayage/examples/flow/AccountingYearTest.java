package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.engine.CompletenessReport;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.http.ApiClient;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.FulfilledBy;
import dev.drayage.testkit.amazon.FulfillmentStatus;
import dev.drayage.testkit.amazon.SimulatedAddress;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A year at eight hours behind UTC: what is sold around midnights, ends of months and changes of the clock lands on its own day. */
class AccountingYearTest {
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final ZoneOffset WINTER = ZoneOffset.ofHours(-8);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(-7);
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 14);
    private static final LocalDate AUTUMN = LocalDate.of(2027, 11, 7);

    /** Days as the clock on the wall showed them, by order; no zone's rules are asked. */
    private final Map<String, LocalDate> expected = new TreeMap<>();

    private final List<SimulatedOrder> sold = new ArrayList<>();

    private void sells(LocalDateTime wall, ZoneOffset offset) {
        String id = "111-%07d-0000001".formatted(sold.size() + 1);
        Instant at = wall.toInstant(offset);
        SimulatedOrder.Builder order = SimulatedOrder.builder(id, at)
                .recipient(new SimulatedAddress(
                        "Robin Example", "", "1 Harbor Way", "", "", "Oakland", "CA", "94607", "US", "", "RESIDENTIAL"))
                .item(SimulatedItem.builder("%014d".formatted(sold.size() + 1), "MUG-BLUE", 1, "9.99")
                        .build());
        if (sold.size() % 3 == 2) {
            order.fulfilledBy(FulfilledBy.AMAZON)
                    .status(FulfillmentStatus.SHIPPED)
                    .lastUpdatedTime(at.plus(Duration.ofHours(5)));
        }
        sold.add(order.build());
        expected.put(id, wall.toLocalDate());
    }

    private void aYearOfEdges() {
        LocalTime last = LocalTime.of(23, 59, 59, 999_000_000);
        for (YearMonth month = YearMonth.of(2026, 11);
                month.isBefore(YearMonth.of(2027, 11));
                month = month.plusMonths(1)) {
            LocalDate end = month.atEndOfMonth();
            ZoneOffset offset = end.isBefore(SPRING) ? WINTER : SUMMER;
            sells(end.atTime(12, 0), offset);
            sells(end.atTime(16, 0), offset); // already tomorrow in UTC, in winter
            sells(end.atTime(last), offset);
            sells(end.plusDays(1).atStartOfDay(), offset);
            sells(end.plusDays(1).atTime(0, 30), offset);
        }
        sells(SPRING.minusDays(1).atTime(last), WINTER);
        sells(SPRING.atStartOfDay(), WINTER);
        sells(SPRING.atTime(1, 59, 59), WINTER);
        sells(SPRING.atTime(3, 0), SUMMER);
        sells(SPRING.atTime(last), SUMMER);
        sells(AUTUMN.minusDays(1).atTime(last), SUMMER);
        sells(AUTUMN.atStartOfDay(), SUMMER);
        sells(AUTUMN.atTime(1, 30), SUMMER);
        sells(AUTUMN.atTime(1, 30), WINTER); // the same hour again
        sells(AUTUMN.atTime(last), WINTER);
        sells(AUTUMN.plusDays(1).atStartOfDay(), WINTER);
    }

    @Test
    void G1_nothing_is_lost_in_a_year_and_each_sale_is_booked_on_its_day() {
        aYearOfEdges();
        SettableTime time = new SettableTime(START);
        InMemorySyncStore store = new InMemorySyncStore(time);
        Instant end = AUTUMN.plusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        try (SimulatedWorld world = SimulatedWorld.start(time, sold)) {
            while (time.instant().isBefore(end)) {
                time.advance(Duration.ofHours(67)); // never at the same time of day twice in a row
                run(world, store, time);
            }
            Map<String, LocalDate> booked = new TreeMap<>();
            Stream.of("salesOrder", "cashSale")
                    .flatMap(type -> world.netsuite().records(type).stream())
                    .forEach(record -> assertThat(booked.put(order(record), day(record)))
                            .as("booked once")
                            .isNull());
            assertThat(booked).isEqualTo(expected);
            everyMonthIsComplete(world, store, time);
        }
    }

    private static String order(StoredRecord record) {
        return record.body().path("custbody_drayage_order_id").asText();
    }

    private static LocalDate day(StoredRecord record) {
        return LocalDate.parse(record.body().path("tranDate").asText());
    }

    private void run(SimulatedWorld world, InMemorySyncStore store, SettableTime time) {
        with(world, store, time, engine -> engine.run("amazon-orders", RunBudget.of(Duration.ofDays(2))));
    }

    private void everyMonthIsComplete(SimulatedWorld world, InMemorySyncStore store, SettableTime time) {
        with(world, store, time, engine -> {
            long seen = 0;
            for (YearMonth month = YearMonth.of(2026, 11);
                    month.isBefore(YearMonth.of(2027, 11));
                    month = month.plusMonths(1)) {
                CompletenessReport report =
                        engine.completeness("amazon-orders", firstInstant(month), firstInstant(month.plusMonths(1)));
                assertThat(report.complete()).as("%s", report).isTrue();
                seen += report.seen();
            }
            assertThat(seen)
                    .isEqualTo(sold.stream()
                            .filter(order -> order.lastUpdatedTime().isBefore(firstInstant(YearMonth.of(2027, 11))))
                            .count());
        });
    }

    private static Instant firstInstant(YearMonth month) {
        return month.atDay(1).atStartOfDay(SimulatedWorld.ZONE).toInstant();
    }

    private static void with(
            SimulatedWorld world, InMemorySyncStore store, SettableTime time, Consumer<SyncEngine> work) {
        Connectors connectors = Connectors.discover(
                new Connectors.Environment(store, "default", time, ApiClient.standardTransport(), new Random(1)));
        try (Connector amazon = connectors.open("amazon", world.amazonSettings());
                Connector netsuite = connectors.open("netsuite", world.netsuiteSettings());
                SyncEngine engine = SyncEngine.builder()
                        .store(store)
                        .time(time)
                        .startAt(START.minus(Duration.ofDays(5)))
                        .sync(OrderSyncs.amazonOrders(amazon, netsuite))
                        .build()) {
            work.accept(engine);
        }
    }
}
