package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Comparison;
import dev.drayage.engine.ComparisonReport;
import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.engine.Difference;
import dev.drayage.engine.RunBudget;
import dev.drayage.examples.quickstart.Flow;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amazon's orders and NetSuite's sales are compared, where one of them has lost, doubled or changed something. */
class ComparedOrdersTest {
    private final SmallWorld world;

    ComparedOrdersTest(@TempDir Path exchange) {
        world = FourOrders.world(exchange.resolve("exchange"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void run() {
        world.time.advance(Duration.ofMinutes(20));
        try (Flow flow = world.open()) {
            flow.run(Flow.ORDERS, RunBudget.minutes(60));
        }
    }

    private ComparisonReport compare(UnaryOperator<Comparison> how) {
        world.time.advance(Duration.ofMinutes(20));
        Slice.Window sinceGoLive = new Slice.Window(SmallWorld.GO_LIVE, world.time.instant());
        try (Flow flow = world.open()) {
            return flow.engine().operations(Flow.ORDERS, "clerk").compare(how.apply(Comparison.of(sinceGoLive)));
        }
    }

    private List<StoredRecord> sales(String order) {
        return Stream.of("salesOrder", "cashSale")
                .flatMap(type -> world.systems().netsuite().records(type).stream())
                .filter(sale ->
                        sale.body().path("custbody_drayage_order_id").asText().equals(order))
                .toList();
    }

    private String booked(String order) {
        assertThat(sales(order)).hasSize(1);
        return sales(order).get(0).id();
    }

    @Test
    void G1_an_order_that_amazon_does_not_list_by_last_update_is_found_by_its_creation_and_booked_once() {
        world.systems().amazon().orders().hideFromSearchByLastUpdate(FourOrders.GIFT);
        run();
        assertThat(sales(FourOrders.GIFT)).isEmpty();
        ComparisonReport report = compare(Comparison::andBook);
        assertThat(report.differences()).as(report.summary()).singleElement().satisfies(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.UNSEEN);
            assertThat(found.ref().id()).isEqualTo(FourOrders.GIFT);
            assertThat(found.asked()).isTrue();
        });
        assertThat(report.secondMethod()).isTrue();
        assertThat(sales(FourOrders.GIFT)).isEmpty();
        run();
        booked(FourOrders.GIFT);
        world.systems().amazon().orders().showInSearch(FourOrders.GIFT);
        try (Flow flow = world.open()) {
            flow.engine().operations(Flow.ORDERS, "clerk").reset();
        }
        world.passes(2);
        booked(FourOrders.GIFT);
        assertThat(FourOrders.areBooked(world)).isTrue();
        ComparisonReport again = compare(how -> how);
        assertThat(again.agrees())
                .as("%s %s", again.summary(), again.differences())
                .isTrue();
        assertThat(again.count(Verdict.SAME)).isEqualTo(4);
    }

    @Test
    void what_people_did_in_netsuite_is_told_and_left_as_it_is() {
        run();
        assertThat(compare(how -> how).agrees()).isTrue();
        var clerk = world.systems().netsuite().clerk();
        clerk.delete("salesOrder", booked(FourOrders.PRIME));
        clerk.changeRate(booked(FourOrders.GIFT), 1, new BigDecimal("5.00"));
        String copy = clerk.enter("salesOrder", """
                {"entity": {"id": "110"}, "orderStatus": {"id": "B"}, "location": {"id": "6"},
                 "custbody_drayage_order_id": "%s", "custbody_drayage_channel": "amazon:A1QUICKSTART-na/ATVPDKIKX0DER",
                 "item": {"items": [
                  {"item": {"id": "1000"}, "quantity": 3, "rate": 9.99, "price": {"id": "-1"}}]}}
                """.formatted(FourOrders.IN_PARTS));
        Map<String, String> before = world.picture();
        ComparisonReport report = compare(Comparison::andBook);
        assertThat(report.differences())
                .extracting(found -> found.ref().id() + " " + found.verdict())
                .containsExactlyInAnyOrder(
                        FourOrders.PRIME + " MISSING", FourOrders.GIFT + " DRIFTED", FourOrders.IN_PARTS + " DOUBLED");
        assertThat(report.differences())
                .filteredOn(found -> found.verdict() == Verdict.DOUBLED)
                .extracting(Difference::message)
                .singleElement()
                .asString()
                .contains(copy);
        assertThat(report.count(Verdict.SAME)).isEqualTo(1);
        assertThat(report.asked()).isZero();
        assertThat(world.picture()).isEqualTo(before);
    }
}
