package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.model.LineReference;
import dev.drayage.spi.Connector;
import dev.drayage.sync.CompanySyncs;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PayoutSyncs;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.sync.RefundSyncs;
import dev.drayage.testkit.netsuite.Books;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.InventoryLevel;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.Payout;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Goods and money of a shop on their whole way: sold, shipped, given back, paid out. */
class WholeTradeTest {
    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(
                CompanySyncs.toErp(shop, erp),
                OrderSyncs.orders(
                        "shopify-orders",
                        shop,
                        erp,
                        OrderSyncs.Options.standard()
                                .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                                .with(OrderSyncs.CompanyCustomer.COMPANY)
                                .followingChanges(true)),
                RefundSyncs.toErp(shop, erp),
                PayoutSyncs.toErp(shop, erp),
                FulfillmentSyncs.toStorefront(
                        erp,
                        shop,
                        FulfillmentSyncs.ConfirmationOptions.standard().tellingProgress(false)),
                PromiseSyncs.toStorefront(erp, shop));
    }

    /** Shop and books with one place, which both know. */
    private static final class Place implements AutoCloseable {
        final ShopAndBooks world = ShopAndBooks.open();
        final StockLocation east = world.shop.stock().location("East");
        final Variant mug = world.shop.stock().product("MUG", "Mug", "20.00");
        final InventoryLevel level = world.shop.stock().available(mug, east, 100);

        Place() {
            world.shopSettings.put("location.map", east.number() + "=6");
            world.shopSettings.put("carrier.map", "UPS=UPS");
            world.netSuiteSettings.put("stock.locations", "6");
        }

        NewOrder mugs(int units) {
            return NewOrder.of(NewLine.of("MUG", units, "20.00").from(east)).shipping("Standard", "5.00", "VAT", "0");
        }

        List<RunReport> run() {
            return world.run(WholeTradeTest::syncs);
        }

        /** A warehouse ships units of an order's only line. */
        String ships(ShopOrder order, int units, String number) {
            return world.netSuite
                    .clerk()
                    .fulfill(
                            world.booked("salesOrder", order).get(0).id(),
                            "{\"shipStatus\":{\"id\":\"C\"},\"custbody_drayage_carrier\":\"UPS\","
                                    + "\"item\":{\"items\":[{\"orderLine\":1,\"itemReceive\":true,\"quantity\":" + units
                                    + ",\"location\":{\"id\":\"6\"}}]},\"package\":{\"items\":[{\"packageTrackingNumber\":\""
                                    + number + "\",\"packageWeight\":1}]}}");
        }

        @Override
        public void close() {
            world.close();
        }
    }

    private static BigDecimal sum(List<Books.Transaction> transactions) {
        return transactions.stream().map(Books.Transaction::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void a_partial_shipment_reaches_the_shop_and_its_corrected_tracking_too() {
        try (Place place = new Place()) {
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
        try (Place place = new Place()) {
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
    void a_business_is_a_customer_before_its_order_is_booked_against_it() {
        try (Place place = new Place()) {
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
        try (Place place = new Place()) {
            place.world.netSuite.clerk().countStock("98", "6", new BigDecimal("41"), BigDecimal.ZERO);
            place.run();
            place.run();
            assertThat(place.level.quantity("available")).isEqualTo(41);
        }
    }

    @Test
    void lines_are_known_by_the_number_of_their_line_item() {
        try (Place place = new Place()) {
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
