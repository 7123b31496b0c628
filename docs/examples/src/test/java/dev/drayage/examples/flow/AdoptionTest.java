package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.examples.quickstart.Flow;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G2 and G6 where the books are not empty, and where a person looks before anything is written. */
class AdoptionTest {
    private static final AccountId SELLER = new AccountId("amazon", "A1QUICKSTART-na");

    private final SmallWorld world;

    AdoptionTest(@TempDir Path exchange) {
        world = FourOrders.world(exchange.resolve("exchange"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void G2_an_order_that_a_clerk_has_entered_is_adopted_not_doubled() {
        String entered = enterByHand();
        List<RunReport> reports = world.pass();
        assertThat(sales(FourOrders.IN_PARTS)).extracting(StoredRecord::id).containsExactly(entered);
        assertThat(reports.get(0).written()).isEqualTo(3);
        world.passes(2);
        assertThat(world.parked()).isEmpty();
        assertThat(FourOrders.isDone(world)).isTrue();
        assertThat(sales(FourOrders.IN_PARTS)).hasSize(1);
        assertThat(world.systems().netsuite().createdFrom(entered)).hasSize(1);
    }

    @Test
    void G6_a_plan_writes_nothing_even_where_it_could_not_and_says_what_the_run_then_does() {
        enterByHand();
        world.systems().netsuite().faults().share(1, 1, Fault.SERVER_ERROR, AdoptionTest::isWrite);
        world.systems().amazon().faults().share(1, 1, Fault.SERVER_ERROR, AdoptionTest::isWrite);
        Map<String, String> before = world.picture();
        Plan plan;
        world.time.advance(Duration.ofMinutes(20));
        try (Flow flow = world.open()) {
            plan = flow.engine().plan(Flow.ORDERS, Selection.next(100));
        }
        assertThat(world.picture()).isEqualTo(before);
        Map<String, String> said = new TreeMap<>();
        for (Plan.PlannedRecord record : plan.records()) {
            said.put(
                    record.ref().id(),
                    record.verdict() + " "
                            + record.changes().stream()
                                    .map(Plan.PlannedChange::type)
                                    .toList());
        }
        assertThat(plan.complete()).isTrue();
        assertThat(said)
                .isEqualTo(Map.of(
                        FourOrders.GIFT, "WRITE [salesOrder]",
                        FourOrders.BY_AMAZON, "WRITE [cashSale]",
                        FourOrders.PRIME, "WRITE [salesOrder]",
                        FourOrders.IN_PARTS, "ADOPT [salesOrder]"));
        world.systems().netsuite().faults().clear();
        world.systems().amazon().faults().clear();
        RunReport run = world.pass().get(0);
        assertThat(run.written()).isEqualTo(3);
        assertThat(run.count(Outcome.APPLIED)).isEqualTo(4);
        said.forEach((order, verdict) -> assertThat(sales(order))
                .as(verdict)
                .extracting(StoredRecord::type)
                .allMatch(verdict::contains)
                .hasSize(1));
    }

    @Test
    void G12_one_order_is_pushed_by_hand_and_the_run_leaves_it_alone() {
        try (Flow flow = world.open()) {
            RunReport pushed =
                    flow.engine().push(Flow.ORDERS, RecordRef.of(SELLER, RecordType.SALES_ORDER, FourOrders.GIFT));
            assertThat(pushed.count(Outcome.APPLIED)).isEqualTo(1);
            assertThat(pushed.written()).isEqualTo(1);
        }
        List<StoredRecord> first = sales(FourOrders.GIFT);
        assertThat(first).hasSize(1);
        assertThat(world.systems().netsuite().records("salesOrder")).hasSize(1);
        world.passes(3);
        assertThat(sales(FourOrders.GIFT))
                .extracting(StoredRecord::id)
                .containsExactly(first.get(0).id());
        assertThat(FourOrders.isDone(world)).isTrue();
    }

    /** The order of two lines, as somebody typed it who knew the channel's ids. */
    private String enterByHand() {
        return world.systems().netsuite().clerk().enter("salesOrder", """
                {"entity": {"id": "110"}, "orderStatus": {"id": "B"}, "location": {"id": "6"},
                 "custbody_drayage_order_id": "%s", "custbody_drayage_channel": "amazon:A1QUICKSTART-na/ATVPDKIKX0DER",
                 "item": {"items": [
                  {"item": {"id": "1000"}, "quantity": 3, "rate": 9.99, "price": {"id": "-1"},
                   "custcol_drayage_line_id": "00000000000041"},
                  {"item": {"id": "1007"}, "quantity": 1, "rate": 27.49, "price": {"id": "-1"},
                   "custcol_drayage_line_id": "00000000000042"},
                  {"item": {"id": "303"}, "quantity": 1, "rate": 2.34, "price": {"id": "-1"}}]}}
                """.formatted(FourOrders.IN_PARTS));
    }

    private List<StoredRecord> sales(String order) {
        return List.of("salesOrder", "cashSale").stream()
                .flatMap(type -> world.systems().netsuite().records(type).stream())
                .filter(sale ->
                        sale.body().path("custbody_drayage_order_id").asText().equals(order))
                .toList();
    }

    private static boolean isWrite(WireRequest request) {
        return !request.method().equals("GET")
                && !request.path().endsWith("/suiteql")
                && !request.path().endsWith("/token");
    }
}
