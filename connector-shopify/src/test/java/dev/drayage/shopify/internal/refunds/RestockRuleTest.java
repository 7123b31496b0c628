package dev.drayage.shopify.internal.refunds;

import static dev.drayage.shopify.internal.SimulatedShop.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundLine.Restock;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.RecordSource;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.OrderRefund;
import dev.drayage.testkit.shopify.Orders;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of refunded goods, by the refund's word and else by what was shipped of the order. */
class RestockRuleTest {
    private final SimulatedShop simulated = new SimulatedShop();
    private final Orders orders = simulated.shop.orders();
    private final StockLocation east = simulated.shop.stock().location("East");
    private final RecordSource<Refund> source = simulated.source(RecordType.REFUND);

    @AfterEach
    void close() {
        assertThat(simulated.shop.traffic().violations()).isEmpty();
        simulated.close();
    }

    private ShopOrder sold() {
        return orders.placePaid(NewOrder.of(NewLine.of("SHIRT-1", 2, "20.00").tax("VAT", "0.1")));
    }

    private static OrderLine shirts(ShopOrder order) {
        return order.lines().get(0);
    }

    private Refund given(ShopOrder order, RefundDraft draft) {
        return read(orders.refund(order, draft));
    }

    private Refund read(OrderRefund refund) {
        RecordRef ref = RecordRef.of(ACCOUNT, RecordType.REFUND, Long.toString(refund.number()));
        return RefundTie.tied(SimulatedShop.record(source.fetch(ref, simulated.call())));
    }

    private ShopOrder shipped(ShopOrder order) {
        orders.ship(order.openFulfillmentOrders().get(0), "UPS", "1Z1");
        return order;
    }

    @Test
    void the_word_of_a_refund_says_what_became_of_the_goods() {
        ShopOrder order = sold();
        Refund cancelled = given(
                order, RefundDraft.empty().cancelled(shirts(order), 1, east).paidBack());
        shipped(order);
        Refund returned = given(
                order, RefundDraft.empty().returned(shirts(order), 1, east).paidBack());

        assertThat(cancelled.lines().get(0).restock()).isEqualTo(Restock.CANCELLED);
        assertThat(returned.lines().get(0).restock()).isEqualTo(Restock.RETURNED);
    }

    @Test
    void goods_without_a_word_are_cancelled_if_they_never_left_and_else_not_back() {
        ShopOrder order = sold();
        OrderRefund before =
                orders.refund(order, RefundDraft.empty().line(shirts(order), 1).paidBack());
        assertThat(read(before).lines()).extracting(RefundLine::restock).containsExactly(Restock.CANCELLED);
        simulated.pass(Duration.ofHours(1));
        shipped(order);
        assertThat(read(before).lines())
                .as("a later shipment")
                .extracting(RefundLine::restock)
                .containsExactly(Restock.CANCELLED);

        OrderRefund after =
                orders.refund(order, RefundDraft.empty().line(shirts(order), 1).paidBack());

        assertThat(read(after).lines()).extracting(RefundLine::restock).containsExactly(Restock.NONE);
        assertThat(read(before).lines())
                .as("a later refund")
                .extracting(RefundLine::restock)
                .containsExactly(Restock.CANCELLED);
    }

    @Test
    void a_line_of_which_some_left_is_two_lines_to_the_cent() {
        ShopOrder order =
                orders.placePaid(NewOrder.of(NewLine.of("SHIRT-1", 3, "3.33").tax("VAT", "0.07")));
        orders.ship(order.openFulfillmentOrders().get(0), shirts(order), 1, "UPS", "1Z1");
        Refund refund = given(order, RefundDraft.empty().line(shirts(order), 3).paidBack());

        assertThat(refund.lines())
                .extracting(RefundLine::restock)
                .containsExactlyInAnyOrder(Restock.NONE, Restock.CANCELLED);
        assertThat(refund.lines())
                .filteredOn(line -> line.restock() == Restock.CANCELLED)
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("2"));
        assertThat(refund.total()).isEqualTo(Money.of("10.69", "USD"));
        assertThat(RefundTie.paid(refund)).isEqualTo(refund.total());
    }

    @Test
    void what_is_not_shipped_did_not_wait_to_leave() {
        ShopOrder order =
                orders.placePaid(NewOrder.of(NewLine.of("MANUAL-PDF", 1, "9.00").digital()));

        assertThat(given(order, RefundDraft.empty().line(shirts(order), 1).paidBack())
                        .lines())
                .extracting(RefundLine::restock)
                .containsExactly(Restock.NONE);
    }

    @Test
    void a_return_and_a_silent_refund_of_shipped_goods_are_told_apart() {
        ShopOrder order = shipped(sold());
        OrderRefund returned = orders.refund(
                order, RefundDraft.empty().returned(shirts(order), 1, east).paidBack());
        OrderRefund silent =
                orders.refund(order, RefundDraft.empty().line(shirts(order), 1).paidBack());

        assertThat(List.of(returned, silent))
                .extracting(refund -> read(refund).lines().get(0).restock())
                .containsExactly(Restock.RETURNED, Restock.NONE);
    }

    @Test
    void a_shipment_that_was_cancelled_never_left() {
        ShopOrder order = sold();
        var shipment = orders.ship(order.openFulfillmentOrders().get(0), "UPS", "1Z1");
        orders.cancel(shipment);

        assertThat(given(order, RefundDraft.empty().line(shirts(order), 2).paidBack())
                        .lines())
                .extracting(RefundLine::restock)
                .containsExactly(Restock.CANCELLED);
    }
}
