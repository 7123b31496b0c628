package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.TaxLine;
import dev.drayage.spi.Change;
import dev.drayage.testkit.amazon.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every order that Amazon's own sandbox answers with, read through the connector. */
class AmazonSandboxPairsTest {
    private static final String MODEL = "orders_2026-01-01";

    private final SellerCentral seller = new SellerCentral();

    @AfterEach
    void close() {
        seller.close();
    }

    private List<SalesOrder> orders() {
        List<Change<SalesOrder>> changes = new ArrayList<>();
        for (JsonNode answer : AmazonSpecs.answers(MODEL, "searchOrders")) {
            seller.amazon.plannedAnswers().next(Operation.SEARCH_ORDERS, 200, answer.toString());
            changes.addAll(seller.firstPage().changes());
        }
        for (JsonNode answer : AmazonSpecs.answers(MODEL, "getOrder")) {
            seller.amazon.plannedAnswers().next(Operation.GET_ORDER, 200, answer.toString());
            String id = answer.path("order").path("orderId").asText();
            changes.add(seller.orders()
                    .fetch(RecordRef.parse("amazon:A1EXAMPLESELLER-na/salesOrder/" + id), seller.call()));
        }
        assertThat(changes).hasSize(6).allSatisfy(change -> assertThat(change).isInstanceOf(Change.Present.class));
        return changes.stream()
                .map(change -> ((Change.Present<SalesOrder>) change).record())
                .toList();
    }

    @Test
    void every_sandbox_order_is_read_and_ties_to_its_total() {
        assertThat(orders()).allSatisfy(order -> {
            assertThat(OrderTotals.check(order)).isEmpty();
            assertThat(order.lines()).isNotEmpty();
            assertThat(order.total().signum()).isPositive();
        });
    }

    @Test
    void the_american_sandbox_order_has_its_tax_on_top() {
        SalesOrder order = orders().stream()
                .filter(read -> read.number().equals("114-9876543-1234567"))
                .findFirst()
                .orElseThrow();

        assertThat(order.total()).hasToString("USD 49.99");
        assertThat(order.lines().get(0).taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.amount()).hasToString("USD 10.00");
            assertThat(tax.remittedBy()).isEqualTo(RemittedBy.SELLER);
            assertThat(tax).extracting(TaxLine::includedInPrice).isEqualTo(false);
        });
        assertThat(order.channel().programs()).containsExactly("IN_STORE_PICK_UP");
    }
}
