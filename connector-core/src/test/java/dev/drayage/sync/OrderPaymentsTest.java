package dev.drayage.sync;

import static dev.drayage.sync.ShopAndErp.COMPANIES;
import static dev.drayage.sync.ShopAndErp.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.BuyingCompany;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Invoice;
import dev.drayage.model.Money;
import dev.drayage.model.OrderPayment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordType;
import dev.drayage.store.RecordState;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleBooks;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was paid for an order, in the books. */
class OrderPaymentsTest {
    private final ShopAndErp world = new ShopAndErp();
    private final OrderPayment first = SampleBooks.payment("P1", "30.00", ShopAndErp.START.plusSeconds(60));
    private final OrderPayment second = SampleBooks.payment("P2", "29.85", ShopAndErp.START.plusSeconds(120));

    @Test
    void payments_are_no_matter_of_the_books_unless_they_are_asked_for() {
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        assertThat(world.erp.writes()).containsExactly("create salesOrder salesOrder-A");
    }

    @Test
    void G3_deposits_follow_their_order_one_for_each_payment() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        world.run(ORDERS);
        assertThat(world.erp.writes())
                .containsExactly(
                        "create salesOrder salesOrder-A",
                        "create customerDeposit payment-P1",
                        "create customerDeposit payment-P2");
        FakeWorld.Held held = world.held(RecordType.CUSTOMER_DEPOSIT, "payment-P1");
        assertThat(world.erp.bases(held.ref()))
                .containsExactly(
                        world.held(RecordType.SALES_ORDER, "salesOrder-A").ref());
        CustomerDeposit deposit = (CustomerDeposit) held.record();
        assertThat(deposit.amount()).isEqualTo(SampleBooks.usd("30.00"));
        assertThat(deposit.paidAt()).isEqualTo(first.paidAt());
        assertThat(deposit.method()).isEqualTo("card");
        assertThat(deposit.transactionId()).contains("P1");
        assertThat(deposit.orderReferences())
                .containsExactly(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "A"));
    }

    @Test
    void G2_a_later_payment_adds_its_deposit_and_nothing_else() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        int before = world.erp.writes().size();
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        world.run(ORDERS);
        assertThat(world.writesSince(before)).containsExactly("create customerDeposit payment-P2");
        assertThat(world.order("A").state()).isEqualTo(RecordState.SETTLED);
        assertThat(world.alarms).isEmpty();
    }

    @Test
    void G2_a_payment_is_known_by_its_id_whatever_else_the_channel_tells_of_it_later() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        int before = world.erp.writes().size();
        OrderPayment settled =
                new OrderPayment("P1", "visa", first.amount(), first.paidAt().plusSeconds(5));
        world.shop.put(world.orderOf("A")
                .addPayments(settled)
                .status(OrderStatus.SHIPPED)
                .build());
        world.run(ORDERS);
        assertThat(world.writesSince(before)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OrderSyncs.Booking.class)
    void G2_what_is_read_again_is_not_booked_again(OrderSyncs.Booking booking) {
        world.orders = world.orders.with(booking);
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        world.run(ORDERS);
        int before = world.erp.writes().size();
        world.shop.put(world.orderOf("A")
                .addPayments(first, second)
                .status(OrderStatus.SHIPPED)
                .build());
        world.runFromTheStart(ORDERS);
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(world.order("A").state()).isEqualTo(RecordState.SETTLED);
    }

    @ParameterizedTest
    @EnumSource(OrderSyncs.Booking.class)
    void G2_an_emptied_store_doubles_nothing(OrderSyncs.Booking booking) {
        world.orders = world.orders.with(booking).followingChanges(true);
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        world.run(ORDERS);
        int before = world.erp.writes().size();
        world.emptyStore();
        world.run(ORDERS);
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(world.order("A").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void G2_a_payment_that_came_after_the_store_was_lost_is_the_only_one_booked() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        int before = world.erp.writes().size();
        world.emptyStore();
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        world.run(ORDERS);
        assertThat(world.writesSince(before)).containsExactly("create customerPayment payment-P2");
    }

    @Test
    void G3_an_invoice_follows_its_order_and_payments_follow_the_invoice() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        world.run(ORDERS);
        assertThat(world.erp.writes())
                .containsExactly(
                        "create salesOrder salesOrder-A",
                        "create invoice invoice-A",
                        "create customerPayment payment-P1",
                        "create customerPayment payment-P2");
        Invoice invoice = world.only(RecordType.INVOICE);
        assertThat(invoice.total()).isEqualTo(SampleBooks.usd("59.85"));
        assertThat(invoice.lines()).hasSize(2);
        assertThat(invoice.issuedAt()).isEqualTo(ShopAndErp.START);
        FakeWorld.Held payment = world.held(RecordType.CUSTOMER_PAYMENT, "payment-P2");
        assertThat(world.erp.bases(payment.ref()))
                .containsExactly(world.held(RecordType.INVOICE, "invoice-A").ref());
        assertThat(((CustomerPayment) payment.record()).amount()).isEqualTo(SampleBooks.usd("29.85"));
    }

    @Test
    void an_order_that_is_not_paid_yet_is_billed_and_paid_later() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        world.shop.put(world.orderOf("A").build());
        world.run(ORDERS);
        assertThat(world.erp.writes()).containsExactly("create salesOrder salesOrder-A", "create invoice invoice-A");
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        assertThat(world.writesSince(2)).containsExactly("create customerPayment payment-P1");
    }

    @Test
    void G4_a_payment_that_the_books_refuse_leaves_the_order_and_the_other_payments_booked() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        OrderPayment tooMuch = SampleBooks.payment("P9", "59.86", ShopAndErp.START);
        world.shop.put(world.orderOf("A").addPayments(tooMuch, first).build());
        world.run(ORDERS);
        assertThat(world.erp.writes())
                .containsExactly(
                        "create salesOrder salesOrder-A",
                        "create invoice invoice-A",
                        "create customerPayment payment-P1");
        assertThat(world.order("A").code()).contains(ErrorCode.REFUSED_BY_TARGET);
    }

    @Test
    void G3_payments_of_an_order_that_was_refused_wait_with_it() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.books.fakeSink(RecordType.SALES_ORDER).refuse("A", ErrorCode.SKU_UNKNOWN);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        assertThat(world.erp.writes()).isEmpty();
        assertThat(world.order("A").code()).contains(ErrorCode.SKU_UNKNOWN);
    }

    @Test
    void G4_a_payment_is_booked_though_a_change_of_its_order_is_for_a_person() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A").build());
        world.run(ORDERS);
        world.shop.put(world.orderOf("A")
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                .total(SampleBooks.usd("47.85"))
                .addPayments(first)
                .build());
        world.run(ORDERS);
        assertThat(world.order("A").code()).contains(ErrorCode.CHANGED_AFTER_BOOKING);
        assertThat(world.writesSince(1)).containsExactly("create customerDeposit payment-P1");
    }

    @Test
    void what_the_channel_ships_is_a_cash_sale_that_needs_no_payment() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        world.shop.put(SampleOrders.channel(world.shop.account(), "F", ShopAndErp.START));
        world.run(ORDERS);
        assertThat(world.erp.writes()).containsExactly("create cashSale cashSale-F");
    }

    @ParameterizedTest
    @EnumSource(value = OrderSyncs.Booking.class, mode = EnumSource.Mode.EXCLUDE, names = "ORDER")
    void G4_a_payment_in_another_currency_than_its_order_is_for_a_person(OrderSyncs.Booking booking) {
        world.orders = world.orders.with(booking);
        OrderPayment foreign = new OrderPayment("P1", "card", Money.of("55.00", "EUR"), ShopAndErp.START);
        world.shop.put(world.orderOf("A").addPayments(foreign).build());
        world.shop.put(world.orderOf("B").addPayments(second).build());
        world.run(ORDERS);
        assertThat(world.order("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(world.order("A").code()).contains(ErrorCode.CURRENCY_MISMATCH);
        assertThat(world.order("A").message()).contains("P1", "EUR", "USD");
        assertThat(world.erp.byKey(RecordType.SALES_ORDER, "salesOrder-A")).isEmpty();
        assertThat(world.order("B").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void businesses_and_people_are_booked_each_in_their_own_way() {
        world.orders = world.orders
                .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                .withCompanyBooking(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.shop.put(world.orderOf("B", "C1").addPayments(second).build());
        world.run(ORDERS);
        assertThat(world.erp.all(RecordType.CUSTOMER_DEPOSIT))
                .extracting(FakeWorld.Held::nativeKey)
                .containsExactly("payment-P1");
        assertThat(world.erp.all(RecordType.INVOICE))
                .extracting(FakeWorld.Held::nativeKey)
                .containsExactly("invoice-B");
        assertThat(world.erp.all(RecordType.CUSTOMER_PAYMENT))
                .extracting(FakeWorld.Held::nativeKey)
                .containsExactly("payment-P2");
    }

    @Test
    void G4_an_order_of_a_business_waits_for_its_customer_and_lands_by_itself() {
        world.orders =
                world.orders.with(OrderSyncs.CompanyCustomer.COMPANY).with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(SampleBooks.company(world.shop.account(), "C1").build());
        world.shop.put(world.orderOf("A", "C1").addPayments(first).build());
        world.run(ORDERS);
        assertThat(world.erp.writes()).isEmpty();
        assertThat(world.order("A").state()).isEqualTo(RecordState.DEFERRED);
        assertThat(world.order("A").code()).contains(ErrorCode.WAITING_FOR_RECORD);
        assertThat(world.alarms).isEmpty();
        world.run(COMPANIES);
        world.run(ORDERS);
        assertThat(world.order("A").state()).isEqualTo(RecordState.SETTLED);
        assertThat(payersOf("A")).containsExactly("of-customer-C1");
        assertThat(world.erp.all(RecordType.CUSTOMER_DEPOSIT)).hasSize(1);
    }

    @Test
    void an_order_that_has_waited_long_lands_in_the_first_run_after_its_customer() {
        world.orders = world.orders.with(OrderSyncs.CompanyCustomer.COMPANY);
        world.shop.put(world.orderOf("A", "C1").build());
        for (int run = 0; run < 8; run++) {
            world.run(ORDERS);
            world.time.advance(Duration.ofHours(1));
        }
        assertThat(world.order("A").state()).isEqualTo(RecordState.DEFERRED);
        world.shop.put(SampleBooks.company(world.shop.account(), "C1").build());
        world.run(ORDERS);
        world.run(COMPANIES);
        world.run(ORDERS);
        assertThat(world.order("A").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void an_order_of_a_place_is_booked_against_the_places_customer_else_the_companys() {
        world.orders = world.orders.with(OrderSyncs.CompanyCustomer.LOCATION);
        world.shop.put(SampleBooks.company(world.shop.account(), "C1").build());
        world.run(COMPANIES);
        world.shop.put(world.orderOf("A", "C1").build());
        world.shop.put(world.orderOf("B", "C1")
                .company(world.orderOf("B", "C1")
                        .build()
                        .company()
                        .map(company -> new BuyingCompany(company.company(), Optional.empty(), Optional.empty())))
                .build());
        world.run(ORDERS);
        assertThat(payersOf("A")).containsExactly("of-customer-C1-main");
        assertThat(payersOf("B")).containsExactly("of-customer-C1");
    }

    @Test
    void a_business_is_as_any_buyer_unless_it_is_told_apart() {
        world.orders = world.orders.with(OrderSyncs.Customers.PER_BUYER);
        world.shop.put(world.orderOf("A", "C1").build());
        world.run(ORDERS);
        assertThat(world.erp.all(RecordType.CUSTOMER)).hasSize(1);
        assertThat(payersOf("A")).hasSize(1);
    }

    private List<String> payersOf(String order) {
        return world
                .erp
                .bases(world.held(RecordType.SALES_ORDER, "salesOrder-" + order).ref())
                .stream()
                .map(ref -> ref.id())
                .toList();
    }
}
