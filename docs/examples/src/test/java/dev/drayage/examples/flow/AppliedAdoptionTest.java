package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Plan;
import dev.drayage.engine.Selection;
import dev.drayage.examples.quickstart.Flow;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk types an order in, and a person plans before anything runs. */
class AppliedAdoptionTest {
    private static final AccountId SELLER = new AccountId("amazon", "A1QUICKSTART-na");
    private static final String YOUNG = "111-7777777-7777777";

    private final SmallWorld world;

    AppliedAdoptionTest(@TempDir Path exchange) {
        world = FourOrders.world(exchange.resolve("exchange"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void G6_a_plan_that_says_adopt_does_not_book_a_second_sale_when_it_is_applied() {
        world.pass(); // the ledger is older than the order
        sellYoung();
        enter(YOUNG, "00000000000077", "10.00");
        world.time.advance(Duration.ofMinutes(20));
        try (Flow flow = world.open()) {
            Plan plan =
                    flow.engine().plan(Flow.ORDERS, Selection.of(RecordRef.of(SELLER, RecordType.SALES_ORDER, YOUNG)));
            assertThat(plan.records())
                    .singleElement()
                    .satisfies(record -> assertThat(record.verdict()).isEqualTo(Plan.Verdict.ADOPT));
            flow.engine().apply(plan);
        }
        assertThat(sales(YOUNG)).as("sales of one order").hasSize(1);
    }

    @Test
    void G2_a_clerks_sale_with_another_total_is_not_adopted_without_a_word() {
        enter(FourOrders.PRIME, "00000000000031", "93.99"); // Amazon says 39.99
        world.passes(3);
        assertThat(sales(FourOrders.PRIME)).hasSize(1);
        assertThat(world.parked())
                .as("somebody is told that 93.99 is not 39.99")
                .anyMatch(entry -> entry.sync().equals(Flow.ORDERS));
    }

    private void sellYoung() {
        world.systems()
                .amazon()
                .orders()
                .add(SimulatedOrder.builder(YOUNG, world.time.instant())
                        .item(SimulatedItem.builder("00000000000077", "MUG-BLUE", 1, "10.00")
                                .build())
                        .build());
    }

    private void enter(String order, String line, String rate) {
        world.systems().netsuite().clerk().enter("salesOrder", """
                {"entity": {"id": "110"}, "orderStatus": {"id": "B"}, "location": {"id": "6"},
                 "custbody_drayage_order_id": "%s", "custbody_drayage_channel": "amazon:A1QUICKSTART-na/ATVPDKIKX0DER",
                 "item": {"items": [
                  {"item": {"id": "1012"}, "quantity": 1, "rate": %s, "price": {"id": "-1"},
                   "custcol_drayage_line_id": "%s"}]}}
                """.formatted(order, rate, line));
    }

    private List<StoredRecord> sales(String order) {
        return world.systems().netsuite().records("salesOrder").stream()
                .filter(sale ->
                        sale.body().path("custbody_drayage_order_id").asText().equals(order))
                .toList();
    }
}
