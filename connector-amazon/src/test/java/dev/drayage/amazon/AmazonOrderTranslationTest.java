package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Address;
import dev.drayage.model.CustomValue;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.testkit.amazon.FulfillmentStatus;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedAddress;
import dev.drayage.testkit.amazon.SimulatedBuyer;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmazonOrderTranslationTest {
    private final SellerCentral seller = new SellerCentral();

    @AfterEach
    void close() {
        seller.close();
    }

    private static SimulatedOrder.Builder order() {
        return SellerCentral.order(SellerCentral.ORDER)
                .item(SellerCentral.item().build())
                .buyer(SimulatedBuyer.of("Jane Doe", "x1@marketplace.amazon.com")
                        .forCompany("Doe Ltd", "PO-7"))
                .recipient(SimulatedAddress.of("Jane Doe", "1 Main Street", "Seattle", "WA", "98101", "US")
                        .withPhone("+1 206 555 0100"));
    }

    private Change<SalesOrder> change() {
        return seller.firstPage().changes().get(0);
    }

    private SalesOrder read(SimulatedOrder.Builder order) {
        seller.amazon.orders().add(order.build());
        return ((Change.Present<SalesOrder>) change()).record();
    }

    private Change.Unreadable<SalesOrder> refused(SimulatedOrder.Builder order) {
        seller.amazon.orders().add(order.build());
        return (Change.Unreadable<SalesOrder>) change();
    }

    @Test
    void a_merchant_order_carries_its_address_and_nothing_of_the_buyer_unless_asked() {
        SalesOrder order = read(order());

        Address address = order.shipTo().orElseThrow();
        assertThat(address.name()).contains("Jane Doe");
        assertThat(address.lines()).containsExactly("1 Main Street");
        assertThat(address.postalCode()).contains("98101");
        assertThat(order.buyer()).isEmpty();
    }

    @Test
    void the_buyer_is_read_only_when_asked_for() {
        seller.settings.buyerData(true);

        SalesOrder order = read(order());

        assertThat(order.buyer().orElseThrow().email()).contains("x1@marketplace.amazon.com");
        assertThat(order.buyer().orElseThrow().purchaseOrderNumber()).contains("PO-7");
    }

    @Test
    void no_address_is_read_when_it_is_not_asked_for() {
        seller.settings.recipientData(false);

        assertThat(read(order()).shipTo()).isEmpty();
    }

    @Test
    void an_order_shipped_by_amazon_keeps_only_the_place() {
        SalesOrder order = read(order().fulfilledBy(dev.drayage.testkit.amazon.FulfilledBy.AMAZON)
                .status(FulfillmentStatus.SHIPPED));

        assertThat(order.fulfilledBy()).isEqualTo(FulfilledBy.CHANNEL);
        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        Address address = order.shipTo().orElseThrow();
        assertThat(address.city()).contains("Seattle");
        assertThat(address.name()).isEmpty();
        assertThat(address.lines()).isEmpty();
        assertThat(address.postalCode()).isEmpty();
    }

    @Test
    void the_fields_that_route_and_map_an_order_are_there() {
        SalesOrder order = read(order().programs("PRIME", "AMAZON_BUSINESS", "A_PROGRAM_OF_TOMORROW")
                .serviceLevel("NEXT_DAY")
                .sellerOrderId("SO-10045"));

        assertThat(order.channel().marketplaceId()).isEqualTo(Marketplace.US.id());
        assertThat(order.channel().programs())
                .contains(AmazonPrograms.PRIME, AmazonPrograms.AMAZON_BUSINESS, "A_PROGRAM_OF_TOMORROW");
        assertThat(order.customFields().text(AmazonFields.ORDER_ID)).contains(SellerCentral.ORDER);
        assertThat(order.customFields().text(AmazonFields.SELLER_ORDER_ID)).contains("SO-10045");
        assertThat(order.customFields().get(AmazonFields.IS_BUSINESS)).contains(new CustomValue.Flag(true));
        assertThat(order.customFields().get(AmazonFields.IS_PRIME)).contains(new CustomValue.Flag(true));
        assertThat(order.shippingService()).contains("NEXT_DAY");
        assertThat(order.lines().get(0).customFields().text(AmazonFields.ASIN)).contains("B0TEST0001");
    }

    @Test
    void a_pending_order_is_pending_although_it_has_no_price_no_address_and_no_lines() {
        SalesOrder order = read(order().status(FulfillmentStatus.PENDING).itemsHiddenWhilePending());

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.lines()).isEmpty();
        assertThat(order.total().isZero()).isTrue();
        assertThat(order.currency().getCurrencyCode()).isEqualTo("USD");
    }

    @Test
    void a_pending_order_with_lines_and_without_prices_counts_as_nothing() {
        SalesOrder order = read(order().status(FulfillmentStatus.PENDING_AVAILABILITY));

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.amount().isZero()).isTrue());
    }

    @Test
    void a_cancelled_order_is_read_as_cancelled() {
        seller.amazon.orders().add(order().build());
        seller.amazon.orders().cancel(SellerCentral.ORDER, "BUYER", "");
        seller.time.advance(Duration.ofMinutes(5));

        assertThat(((Change.Present<SalesOrder>) change()).record().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void an_order_of_another_shop_is_marked() {
        assertThat(read(order().nonAmazonChannel()).channel().programs()).contains(AmazonPrograms.NON_AMAZON);
    }

    @Test
    void a_replacement_names_the_order_that_it_replaces_and_costs_nothing() {
        SalesOrder order = read(SellerCentral.order(SellerCentral.ORDER)
                .item(SimulatedItem.builder(SellerCentral.LINE, "WIDGET-1", 1, "0.00")
                        .build())
                .replaces("111-1111111-1111111"));

        assertThat(order.replacementFor()).contains("111-1111111-1111111");
        assertThat(order.total().isZero()).isTrue();
    }

    @Test
    void cancelled_units_are_taken_off_the_quantity_and_told() {
        seller.amazon
                .orders()
                .add(SellerCentral.order(SellerCentral.ORDER)
                        .item(SellerCentral.item().proceeds("ITEM", "19.99").build())
                        .build());
        seller.amazon.orders().cancelItem(SellerCentral.ORDER, SellerCentral.LINE, 1, "NoInventory");
        seller.time.advance(Duration.ofMinutes(5));

        OrderLine line =
                ((Change.Present<SalesOrder>) change()).record().lines().get(0);

        assertThat(line.quantity()).isEqualByComparingTo("1");
        assertThat(line.amount()).isEqualTo(Money.of("19.99", "USD"));
        assertThat(line.customFields().get(AmazonFields.QUANTITY_CANCELLED))
                .contains(new CustomValue.Decimal(BigDecimal.ONE));
    }

    @Test
    void an_amount_that_still_holds_cancelled_units_parks_the_order() {
        seller.amazon.orders().add(order().build());
        seller.amazon.orders().cancelItem(SellerCentral.ORDER, SellerCentral.LINE, 1, "NoInventory");
        seller.time.advance(Duration.ofMinutes(5));

        Change.Unreadable<SalesOrder> parked = (Change.Unreadable<SalesOrder>) change();
        assertThat(parked.code()).isEqualTo(ErrorCode.TOTAL_MISMATCH);
        assertThat(parked.message()).contains(SellerCentral.LINE, "1 of 2 units were cancelled");
    }

    @Test
    void a_request_to_cancel_is_a_flag_and_no_cancellation() {
        seller.amazon.orders().add(order().build());
        seller.amazon.orders().requestCancellation(SellerCentral.ORDER, SellerCentral.LINE, "changed my mind");
        seller.time.advance(Duration.ofMinutes(5));

        SalesOrder order = ((Change.Present<SalesOrder>) change()).record();

        assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
        assertThat(order.customFields().get(AmazonFields.CANCELLATION_REQUESTED))
                .contains(new CustomValue.Flag(true));
    }

    @Test
    void gift_wrap_and_message_travel_with_their_line() {
        OrderLine line = read(SellerCentral.order(SellerCentral.ORDER)
                        .item(SellerCentral.item()
                                .giftWrap("STANDARD", "Happy birthday", "3.50")
                                .build()))
                .lines()
                .get(0);

        assertThat(line.giftWrapLevel()).contains("STANDARD");
        assertThat(line.giftMessage()).contains("Happy birthday");
    }

    @Test
    void an_order_without_lines_is_parked() {
        raw("{\"orderId\":\"%s\",\"createdTime\":\"2026-11-20\",\"lastUpdatedTime\":\"1.5E9\",\"salesChannel\":"
                + "{\"channelName\":\"AMAZON\"},\"fulfillment\":{\"fulfillmentStatus\":\"UNSHIPPED\",\"fulfilledBy\":"
                + "\"MERCHANT\"},\"orderItems\":[],\"proceeds\":{\"grandTotal\":{\"amount\":\"19.99\",\"currencyCode\":"
                + "\"USD\"}}}");

        assertThat(((Change.Unreadable<SalesOrder>) change()).code()).isEqualTo(ErrorCode.ORDER_WITHOUT_LINES);
    }

    @Test
    void unknown_words_that_route_an_order_park_it_with_a_remedy() {
        raw("{\"orderId\":\"%s\",\"createdTime\":\"2026-11-20 10:00:00\",\"lastUpdatedTime\":"
                + "\"2026-11-20T10:00:00+00:00\",\"salesChannel\":{\"channelName\":\"AMAZON\"},\"fulfillment\":"
                + "{\"fulfillmentStatus\":\"TELEPORTED\",\"fulfilledBy\":\"MERCHANT\"},\"orderItems\":[]}");

        Change.Unreadable<SalesOrder> parked = (Change.Unreadable<SalesOrder>) change();
        assertThat(parked.code()).isEqualTo(ErrorCode.VALUE_UNKNOWN);
        assertThat(parked.message()).contains("TELEPORTED").contains("update the library");
    }

    @Test
    void an_unknown_breakdown_parks_the_order_and_names_the_type() {
        Change.Unreadable<SalesOrder> parked = refused(SellerCentral.order(SellerCentral.ORDER)
                .item(SellerCentral.item().proceeds("MOON_FEE", "1.00").build()));

        assertThat(parked.code()).isEqualTo(ErrorCode.VALUE_UNKNOWN);
        assertThat(parked.message()).contains("MOON_FEE");
    }

    private void raw(String json) {
        Instant changed = SellerCentral.NOW.minus(Duration.ofMinutes(10));
        seller.amazon.orders().addRaw(SellerCentral.ORDER, changed, changed, json.replace("%s", SellerCentral.ORDER));
    }
}
