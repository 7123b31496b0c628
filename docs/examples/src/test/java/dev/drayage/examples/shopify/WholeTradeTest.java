package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.LineReference;
import dev.drayage.testkit.netsuite.Books;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.Payout;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goods and money of a shop on their whole way: sold, shipped, given back, paid out. */
class WholeTradeTest {
    private static BigDecimal sum(List<Books.Transaction> transactions) {
        return transactions.stream().map(Books.Transaction::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a_partial_shipment_reaches_the_shop_and_its_corrected_tracking_too() {
        try (TradingPlace place = TradingPlace.open()) {
            ShopOrder order = place.world.shop.orders().placePaid(place.mugs(3));
            place.run();
            String fulfillment = place.ships(order, 2, "1Z1");
            place.run();
            assertThat(place.world.parked()).isEmpty();
            assertThat(order.fulfillments()).singleElement().satisfies(told -> {
                assertThat(told.tracking())
                        .extracting(Fulfillment.Tracking::number)
                        .containsExactly("1Z1");
                assertThat(told.lines())
                        .singleElement()
                        .satisfies(line -> assertThat(line.quantity()).isEqualTo(2));
            });
            assertThat(order.fulfillmentStatus()).isEqualTo("PARTIALLY_FULFILLED");
            place.world.netSuite.clerk().editTracking(fulfillment, List.of("1Z2"));
            place.run();
            assertThat(order.fulfillments())
                    .singleElement()
                    .satisfies(told -> assertThat(told.tracking())
                            .extracting(Fulfillment.Tracking::number)
                            .containsExactly("1Z2"));
        }
    }

    @Test
    void what_was_paid_given_back_and_paid_out_balances_to_the_cent() {
        try (TradingPlace place = TradingPlace.open()) {
            ShopOrder kept = place.world.shop.orders().placePaid(place.mugs(3));
            ShopOrder reduced = place.world.shop.orders().placePaid(place.mugs(2));
            place.run();
            place.world
                    .shop
                    .orders()
                    .refund(
                            reduced,
                            RefundDraft.empty()
                                    .cancelled(reduced.lines().get(0), 1, place.east)
                                    .paidBack());
            place.run();
            assertThat(place.world.parked()).isEmpty();
            Books books = place.world.netSuite.books();
            assertThat(sum(place.world.booked("customerRefund", reduced)))
                    .isEqualByComparingTo(reduced.totals().refunded().shop());
            assertThat(place.world.booked("salesOrder", reduced))
                    .singleElement()
                    .satisfies(booked -> assertThat(booked.total()).isEqualByComparingTo("25.00"));
            assertThat(books.balance(ShopAndBooks.PREPAID, "1").negate())
                    .isEqualByComparingTo(kept.totals()
                            .received()
                            .shop()
                            .add(reduced.totals().received().shop())
                            .subtract(reduced.totals().refunded().shop()));
            Payout payout = place.world.shop.payments().closePayout();
            place.world.shop.payments().settle(payout, Payout.Status.PAID);
            place.run();
            place.run();
            assertThat(place.world.parked()).isEmpty();
            assertThat(books.balance(ShopAndBooks.BANK, "1")).isEqualByComparingTo(payout.net());
            assertThat(books.balance(ShopAndBooks.UNDEPOSITED, "1")).isEqualByComparingTo("0");
            assertThat(books.balance(ShopAndBooks.REFUNDS, "1")).isEqualByComparingTo("0");
            assertThat(place.run()).allMatch(report -> report.written() == 0);
            place.world.emptyStore();
            assertThat(place.run())
                    .allMatch(report -> report.written() == 0 || report.sync().equals("storefront-stock"));
        }
    }

    @Test
    void what_was_paid_and_given_back_before_anybody_booked_it_keeps_no_payout_waiting() {
        try (TradingPlace place = TradingPlace.open()) {
            ShopOrder kept = place.world.shop.orders().placePaid(place.mugs(3));
            ShopOrder gone = place.world.shop.orders().placePaid(place.mugs(2));
            place.world
                    .shop
                    .orders()
                    .refund(
                            gone,
                            RefundDraft.empty()
                                    .cancelled(gone.lines().get(0), 2, place.east)
                                    .allShipping()
                                    .paidBack());
            place.world.shop.orders().cancel(gone, true);
            place.run();
            assertThat(place.world.booked("salesOrder", kept)).hasSize(1);
            assertThat(place.world.booked("salesOrder", gone)).isEmpty();
            Payout payout = place.world.shop.payments().closePayout();
            place.world.shop.payments().settle(payout, Payout.Status.PAID);
            place.run();
            place.run();
            Books books = place.world.netSuite.books();
            assertThat(place.world.parked()).isEmpty();
            assertThat(place.world.netSuite.records("deposit")).hasSize(1);
            assertThat(books.balance(ShopAndBooks.BANK, "1")).isEqualByComparingTo(payout.net());
            assertThat(books.balance(ShopAndBooks.UNDEPOSITED, "1")).isEqualByComparingTo("0");
            assertThat(books.balance(ShopAndBooks.REFUNDS, "1"))
                    .as("the charge and the refund cancel out there")
                    .isEqualByComparingTo("0");
        }
    }

    @Test
    void units_that_never_left_and_were_not_billed_are_paid_out_of_the_deposit_and_credited_to_nobody() {
        try (TradingPlace place = TradingPlace.open()) {
            ShopOrder order = place.world.shop.orders().placePaid(place.mugs(3));
            place.run();
            String booked = place.world.booked("salesOrder", order).get(0).id();
            place.ships(order, 1, "1Z1");
            place.world.netSuite.clerk().invoice(booked, "{\"item\":{\"items\":[{\"orderLine\":1,\"quantity\":1}]}}");
            place.run();
            place.world
                    .shop
                    .orders()
                    .refund(
                            order,
                            RefundDraft.empty()
                                    .cancelled(order.lines().get(0), 1, place.east)
                                    .paidBack());
            place.run();
            place.run();
            assertThat(place.world.parked()).isEmpty();
            assertThat(place.world.netSuite.records("creditMemo")).isEmpty();
            assertThat(sum(place.world.booked("customerRefund", order))).isEqualByComparingTo("20.00");
            place.ships(order, 1, "1Z2");
            place.world.netSuite.clerk().invoice(booked, "{}");
            place.run();
            assertThat(sum(place.world.booked("invoice", order)))
                    .isEqualByComparingTo(order.totals().currentTotal().shop());
        }
    }

    @Test
    void units_that_were_not_billed_together_with_carriage_that_was_are_for_a_person() {
        try (TradingPlace place = TradingPlace.open()) {
            ShopOrder order = place.world.shop.orders().placePaid(place.mugs(3));
            place.run();
            place.ships(order, 1, "1Z1");
            place.world
                    .netSuite
                    .clerk()
                    .invoice(
                            place.world.booked("salesOrder", order).get(0).id(),
                            "{\"item\":{\"items\":[{\"orderLine\":1,\"quantity\":1}]}}");
            place.run();
            place.world
                    .shop
                    .orders()
                    .refund(
                            order,
                            RefundDraft.empty()
                                    .cancelled(order.lines().get(0), 1, place.east)
                                    .allShipping()
                                    .paidBack());
            place.run();
            place.run();
            assertThat(place.world.netSuite.records("creditMemo")).isEmpty();
            assertThat(place.world.booked("customerRefund", order)).isEmpty();
            assertThat(place.world.parked())
                    .anySatisfy(parked -> assertThat(parked.code()).contains(ErrorCode.CHANGE_REFUSED));
        }
    }

    @Test
    void carriage_that_is_given_back_before_the_bill_waits_to_be_credited() {
        try (TradingPlace place = TradingPlace.open()) {
            ShopOrder order = place.world.shop.orders().placePaid(place.mugs(2));
            place.run();
            place.world
                    .shop
                    .orders()
                    .refund(order, RefundDraft.empty().allShipping().paidBack());
            place.run();
            assertThat(place.world.booked("customerRefund", order)).isEmpty();
            place.ships(order, 2, "1Z1");
            place.world
                    .netSuite
                    .clerk()
                    .invoice(place.world.booked("salesOrder", order).get(0).id(), "{}");
            for (int i = 0; i < 4; i++) {
                place.run();
            }
            assertThat(place.world.parked()).isEmpty();
            assertThat(sum(place.world.booked("creditMemo", order))).isEqualByComparingTo("5.00");
            assertThat(sum(place.world.booked("customerRefund", order))).isEqualByComparingTo("5.00");
        }
    }

    @Test
    void a_business_is_a_customer_before_its_order_is_booked_against_it() {
        try (TradingPlace place = TradingPlace.open()) {
            var company = place.world.shop.companies().company("Glenrock", "NS-12");
            var where = place.world.shop.companies().location(company, "Fallon", null);
            place.world.shop.companies().terms(where, PaymentTermsTemplate.NET_30);
            var who = place.world.shop.companies().contact(company, "Alan", "Rath", "alan@glenrock.example");
            ShopOrder order = place.world
                    .shop
                    .orders()
                    .place(NewOrder.of(NewLine.of("MUG", 10, "18.00").from(place.east))
                            .company(where, who)
                            .terms(PaymentTermsTemplate.NET_30)
                            .poNumber("PO-77"));
            place.run();
            place.run();
            assertThat(place.world.parked()).isEmpty();
            assertThat(place.world.booked("salesOrder", order)).singleElement().satisfies(booked -> {
                var customer = place.world
                        .netSuite
                        .record("customer", booked.customerId())
                        .orElseThrow();
                assertThat(customer.body().path("companyName").asText()).isEqualTo("Glenrock");
                var body = place.world
                        .netSuite
                        .record("salesOrder", booked.id())
                        .orElseThrow()
                        .body();
                assertThat(body.path("otherRefNum").asText()).isEqualTo("PO-77");
                assertThat(body.path("terms").path("id").asText()).isEqualTo("2");
            });
        }
    }

    @Test
    void the_stock_of_the_books_is_what_the_shop_promises() {
        try (TradingPlace place = TradingPlace.open()) {
            place.world.netSuite.clerk().countStock("98", "6", new BigDecimal("41"), BigDecimal.ZERO);
            place.run();
            place.run();
            assertThat(place.level.quantity("available")).isEqualTo(41);
        }
    }

    @Test
    void lines_are_known_by_the_number_of_their_line_item() {
        try (TradingPlace place = TradingPlace.open()) {
            ShopOrder order = place.world.shop.orders().placePaid(place.mugs(1));
            place.run();
            String gid = order.lines().get(0).gid();
            String line = gid.substring(gid.lastIndexOf('/') + 1);
            assertThat(place.world
                            .netSuite
                            .record(
                                    "salesOrder",
                                    place.world
                                            .booked("salesOrder", order)
                                            .get(0)
                                            .id())
                            .orElseThrow()
                            .body()
                            .path("item")
                            .path("items")
                            .get(0)
                            .path("custcol_drayage_line_id")
                            .asText())
                    .isEqualTo(LineReference.channel(line).value());
        }
    }
}
