package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testkit.netsuite.Books;
import dev.drayage.testkit.shopify.Discount;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders of a shop and what was paid for them, in the books. */
class OrdersAndPaymentsTest {
    private static List<Sync<?>> deposits(Connector shop, Connector erp) {
        return List.of(OrderSyncs.orders(
                "shopify-orders",
                shop,
                erp,
                OrderSyncs.Options.standard()
                        .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                        .followingChanges(true)));
    }

    private static List<Sync<?>> invoices(Connector shop, Connector erp) {
        return List.of(OrderSyncs.orders(
                "shopify-orders",
                shop,
                erp,
                OrderSyncs.Options.standard().with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS)));
    }

    private static NewOrder basket() {
        return NewOrder.of(
                        NewLine.of("MUG", 3, "19.99").tax("State", "0.0825"),
                        NewLine.of("TEE", 1, "12.00").tax("State", "0.0825"))
                .shipping("Standard", "5.00", "State", "0.0825")
                .discount(Discount.code("TEN", "10"))
                .tip("2.00");
    }

    private static BigDecimal sum(List<Books.Transaction> transactions) {
        return transactions.stream().map(Books.Transaction::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void stands(ShopAndBooks world, ShopOrder order) {
        assertThat(world.booked("salesOrder", order))
                .singleElement()
                .satisfies(booked -> assertThat(booked.total())
                        .isEqualByComparingTo(order.totals().currentTotal().shop()));
        assertThat(sum(world.booked("customerDeposit", order)))
                .isEqualByComparingTo(order.totals().received().shop());
    }

    @Test
    void an_order_lands_once_with_its_total_and_a_deposit_of_what_was_paid() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = world.shop.orders().placePaid(basket());
            world.run(OrdersAndPaymentsTest::deposits);
            stands(world, order);
            assertThat(world.netSuite.books().balance(ShopAndBooks.UNDEPOSITED, "1"))
                    .isEqualByComparingTo(order.totals().received().shop());
            assertThat(world.run(OrdersAndPaymentsTest::deposits)).allMatch(report -> report.written() == 0);
            world.emptyStore();
            assertThat(world.run(OrdersAndPaymentsTest::deposits)).allMatch(report -> report.written() == 0);
            stands(world, order);
            assertThat(world.booked("customerDeposit", order)).hasSize(1);
        }
    }

    @Test
    void a_later_payment_is_one_more_deposit() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = world.shop.orders().place(basket());
            world.shop.orders().pay(order, "gift_card", "25.00");
            world.run(OrdersAndPaymentsTest::deposits);
            assertThat(world.booked("customerDeposit", order)).hasSize(1);
            world.shop.orders().pay(order);
            world.run(OrdersAndPaymentsTest::deposits);
            assertThat(world.booked("customerDeposit", order)).hasSize(2);
            stands(world, order);
        }
    }

    @Test
    void an_edit_at_the_shop_follows_and_a_cancellation_closes_the_order() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder edited = world.shop.orders().placePaid(basket());
            ShopOrder cancelled = world.shop.orders().placePaid(basket());
            world.run(OrdersAndPaymentsTest::deposits);
            world.shop.orders().edit(edited, edited.lines().get(0), 1);
            world.shop.orders().cancel(cancelled, true);
            world.run(OrdersAndPaymentsTest::deposits);
            stands(world, edited);
            assertThat(world.booked("salesOrder", cancelled))
                    .singleElement()
                    .satisfies(booked -> assertThat(booked.status()).isEqualTo("H"));
            assertThat(world.parked()).isEmpty();
        }
    }

    @Test
    void an_order_that_both_sides_changed_is_parked_with_both_versions() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = world.shop.orders().placePaid(basket());
            world.run(OrdersAndPaymentsTest::deposits);
            String id = world.booked("salesOrder", order).get(0).id();
            world.netSuite.clerk().changeQuantity(id, 1, BigDecimal.valueOf(7));
            world.shop.orders().edit(order, order.lines().get(0), 1);
            world.run(OrdersAndPaymentsTest::deposits);
            assertThat(world.parked()).singleElement().satisfies(parked -> {
                assertThat(parked.code()).contains(ErrorCode.CONFLICT);
                assertThat(parked.message()).contains("1 units for 19.99 here", "7 units for");
            });
        }
    }

    @Test
    void invoice_and_payment_land_where_the_host_wants_them() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = world.shop.orders().place(basket());
            world.shop.orders().pay(order, "shopify_payments", "30.00");
            world.run(OrdersAndPaymentsTest::invoices);
            BigDecimal total = order.totals().currentTotal().shop();
            assertThat(world.netSuite.records("invoice")).hasSize(1);
            String invoice = world.netSuite.records("invoice").get(0).id();
            assertThat(world.netSuite.books().transaction(invoice).orElseThrow().total())
                    .isEqualByComparingTo(total);
            assertThat(world.netSuite.books().transaction(invoice).orElseThrow().open())
                    .isEqualByComparingTo(total.subtract(new BigDecimal("30.00")));
        }
    }

    @Test
    void G2_lost_answers_of_order_and_deposit_double_nothing() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = world.shop.orders().placePaid(basket());
            world.netSuite
                    .faults()
                    .next(
                            2,
                            Fault.LOST_ANSWER,
                            request -> request.method().equals("POST")
                                    && request.path().contains("/record/"));
            for (int i = 0; i < 3; i++) {
                world.run(OrdersAndPaymentsTest::deposits);
            }
            stands(world, order);
            assertThat(world.booked("customerDeposit", order)).hasSize(1);
            assertThat(world.run(OrdersAndPaymentsTest::deposits)).allMatch(report -> report.written() == 0);
        }
    }

    @Test
    void an_outage_of_the_shop_loses_nothing() {
        try (ShopAndBooks world = ShopAndBooks.open()) {
            ShopOrder order = world.shop.orders().placePaid(basket());
            world.shop.faults().next(20, Fault.SERVER_ERROR, request -> true);
            assertThat(world.run(OrdersAndPaymentsTest::deposits))
                    .extracting(RunReport::ending)
                    .containsExactly(RunReport.Ending.OUTAGE);
            world.shop.faults().clear();
            world.run(OrdersAndPaymentsTest::deposits);
            stands(world, order);
        }
    }
}
