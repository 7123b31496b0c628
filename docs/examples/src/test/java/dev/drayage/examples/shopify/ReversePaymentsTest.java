package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Sync;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PaymentSyncs;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that people book in NetSuite for an order of a shop, at the shop. */
class ReversePaymentsTest {
    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(
                OrderSyncs.orders(
                        "shopify-orders",
                        shop,
                        erp,
                        OrderSyncs.Options.standard().with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS)),
                PaymentSyncs.toStorefront(erp, shop));
    }

    private static ShopOrder onTerms(ShopAndBooks world) {
        ShopOrder order = world.shop
                .orders()
                .place(NewOrder.of(NewLine.of("MUG", 5, "20.00")).terms(PaymentTermsTemplate.NET_30));
        world.run(ReversePaymentsTest::syncs);
        return order;
    }

    private static void pays(ShopAndBooks world, String amount) {
        world.netSuite
                .bookkeeper()
                .enterPayment(world.netSuite.records("invoice").get(0).id(), new BigDecimal(amount));
    }

    private static BigDecimal received(ShopOrder order) {
        return order.totals().received().shop();
    }

    @Test
    void a_part_is_entered_exactly_and_the_rest_marks_the_order_as_paid() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = onTerms(world);
            pays(world, "33.33");
            world.run(ReversePaymentsTest::syncs);
            assertThat(received(order)).isEqualByComparingTo("33.33");
            assertThat(order.financialStatus()).contains("PARTIALLY_PAID");
            pays(world, "66.67");
            world.run(ReversePaymentsTest::syncs);
            assertThat(received(order)).isEqualByComparingTo("100.00");
            assertThat(order.financialStatus()).contains("PAID");
            world.run(ReversePaymentsTest::syncs);
            world.emptyStore();
            world.run(ReversePaymentsTest::syncs);
            world.run(ReversePaymentsTest::syncs);
            assertThat(world.netSuite.records("customerPayment")).hasSize(2);
            assertThat(order.payments()).hasSize(2);
            assertThat(world.parked()).isEmpty();
        }
    }

    @Test
    void what_the_shop_told_is_not_told_back() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = onTerms(world);
            world.shop.orders().pay(order, "shopify_payments", "40.00");
            world.run(ReversePaymentsTest::syncs);
            world.run(ReversePaymentsTest::syncs);
            assertThat(world.netSuite.records("customerPayment")).hasSize(1);
            assertThat(received(order)).isEqualByComparingTo("40.00");
            assertThat(world.parked()).isEmpty();
        }
    }

    @Test
    void G2_a_payment_whose_answer_was_lost_is_entered_once() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = onTerms(world);
            pays(world, "33.33");
            world.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
            for (int i = 0; i < 3; i++) {
                world.run(ReversePaymentsTest::syncs);
            }
            assertThat(received(order)).isEqualByComparingTo("33.33");
            assertThat(world.shop.journal().count("orderCreateManualPayment")).isEqualTo(1);
        }
    }

    @Test
    void G2_a_payment_whose_answer_was_lost_is_entered_once_where_the_shops_clock_is_behind() {
        try (ShopAndBooks world = ShopAndBooks.withShopBehind(Duration.ofSeconds(2))) {
            ShopOrder order = onTerms(world);
            pays(world, "30.00");
            world.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
            for (int i = 0; i < 4; i++) {
                world.run(ReversePaymentsTest::syncs);
            }
            assertThat(received(order)).isEqualByComparingTo("30.00");
            assertThat(world.shop.journal().count("orderCreateManualPayment")).isEqualTo(1);
        }
    }

    @Test
    void more_than_is_owed_is_told_to_people_and_not_entered() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = onTerms(world);
            pays(world, "60.00");
            world.shop.orders().pay(order, "paypal", "70.00");
            world.run(ReversePaymentsTest::syncs);
            assertThat(received(order)).isEqualByComparingTo("70.00");
            assertThat(world.parked())
                    .anySatisfy(parked -> assertThat(parked.code()).contains(ErrorCode.TOTAL_MISMATCH));
        }
    }
}
