package dev.drayage.sync;

import static dev.drayage.sync.ShopAndErp.COMPANIES;
import static dev.drayage.sync.ShopAndErp.ORDERS;
import static dev.drayage.sync.ShopAndErp.PAYOUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Plan;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.OrderPayment;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.Payout;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.testing.SampleBooks;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G6 for orders with payments and for payouts: what a plan says is what happens. */
class PlannedBooksTest {
    private final ShopAndErp world = new ShopAndErp();
    private final OrderPayment first = SampleBooks.payment("P1", "30.00", ShopAndErp.START);
    private final OrderPayment second = SampleBooks.payment("P2", "29.85", ShopAndErp.START);

    @Test
    void G6_a_plan_shows_invoice_and_payments_and_writes_them_when_it_is_applied() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        Plan plan = plan(ORDERS, RecordType.SALES_ORDER, "A");
        assertThat(only(plan).verdict()).isEqualTo(Plan.Verdict.WRITE);
        assertThat(only(plan).changes())
                .extracting(change -> change.action() + " " + change.type())
                .containsExactly(
                        "CREATE salesOrder", "CREATE invoice", "CREATE customerPayment", "CREATE customerPayment");
        assertThat(world.erp.writes()).isEmpty();
        try (SyncEngine engine = world.engine()) {
            engine.apply(plan);
        }
        assertThat(world.erp.writes())
                .containsExactly(
                        "create salesOrder salesOrder-A",
                        "create invoice invoice-A",
                        "create customerPayment payment-P1",
                        "create customerPayment payment-P2");
        assertThat(only(plan(ORDERS, RecordType.SALES_ORDER, "A")).verdict()).isEqualTo(Plan.Verdict.NOTHING);
    }

    @Test
    void G6_a_plan_of_a_later_payment_shows_that_payment_alone() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        world.shop.put(world.orderOf("A").addPayments(first, second).build());
        Plan plan = plan(ORDERS, RecordType.SALES_ORDER, "A");
        assertThat(only(plan).verdict()).isEqualTo(Plan.Verdict.WRITE);
        assertThat(only(plan).changes())
                .filteredOn(change -> change.action() != Plan.Action.NOTHING)
                .extracting(
                        change -> change.action() + " " + change.key().source().id())
                .containsExactly("CREATE P2");
    }

    @Test
    void G6_a_plan_without_a_ledger_binds_what_stands() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        int before = world.erp.writes().size();
        world.emptyStore();
        Plan plan = plan(ORDERS, RecordType.SALES_ORDER, "A");
        assertThat(only(plan).verdict()).isEqualTo(Plan.Verdict.ADOPT);
        assertThat(only(plan).changes()).extracting(Plan.PlannedChange::action).containsOnly(Plan.Action.ADOPT);
        try (SyncEngine engine = world.engine()) {
            engine.apply(plan);
        }
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(only(plan(ORDERS, RecordType.SALES_ORDER, "A")).verdict()).isEqualTo(Plan.Verdict.NOTHING);
    }

    @Test
    void G6_a_plan_says_that_an_order_of_a_business_would_wait() {
        world.orders =
                world.orders.with(OrderSyncs.CompanyCustomer.COMPANY).with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A", "C1").addPayments(first).build());
        Plan.PlannedRecord waiting = only(plan(ORDERS, RecordType.SALES_ORDER, "A"));
        assertThat(waiting.verdict()).isEqualTo(Plan.Verdict.WAIT);
        assertThat(waiting.reason()).startsWith("waits for").contains("C1");
        assertThat(waiting.changes())
                .extracting(Plan.PlannedChange::action)
                .containsOnly(Plan.Action.AWAIT)
                .hasSize(2);
        world.shop.put(SampleBooks.company(world.shop.account(), "C1").build());
        world.run(COMPANIES);
        Plan plan = plan(ORDERS, RecordType.SALES_ORDER, "A");
        assertThat(only(plan).verdict()).isEqualTo(Plan.Verdict.WRITE);
        try (SyncEngine engine = world.engine()) {
            engine.apply(plan);
        }
        assertThat(world.erp.all(RecordType.CUSTOMER_DEPOSIT)).hasSize(1);
    }

    @Test
    void G6_a_plan_says_what_becomes_of_an_order_that_is_called_off() {
        world.orders = world.orders.followingChanges(true);
        world.shop.put(world.orderOf("A").build());
        world.run(ORDERS);
        for (String id : List.of("A", "B")) {
            world.shop.put(world.orderOf(id).status(OrderStatus.CANCELLED).build());
        }
        assertThat(only(plan(ORDERS, RecordType.SALES_ORDER, "A")).changes())
                .extracting(Plan.PlannedChange::action)
                .containsExactly(Plan.Action.TAKE_BACK);
        assertThat(only(plan(ORDERS, RecordType.SALES_ORDER, "B")).verdict()).isEqualTo(Plan.Verdict.NOTHING);
        assertThat(world.erp.writes()).hasSize(1);
    }

    @Test
    void G6_a_plan_says_that_a_change_of_what_was_billed_is_for_a_person() {
        world.orders =
                world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS).followingChanges(true);
        world.shop.put(world.orderOf("A").build());
        world.run(ORDERS);
        world.shop.put(world.orderOf("A")
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                .total(SampleBooks.usd("47.85"))
                .build());
        assertThat(only(plan(ORDERS, RecordType.SALES_ORDER, "A")).verdict()).isEqualTo(Plan.Verdict.PARK);
    }

    @Test
    void G6_a_plan_says_why_a_payout_is_not_booked() {
        world.shop.put(payout().net(SampleBooks.usd("30.01")).build());
        assertThat(only(plan(PAYOUTS, RecordType.PAYOUT, "1")).verdict()).isEqualTo(Plan.Verdict.PARK);
        assertThat(only(plan(PAYOUTS, RecordType.PAYOUT, "1")).reason()).contains("USD 0.01");
        world.shop.put(payout().status(Payout.Status.SCHEDULED).build());
        assertThat(only(plan(PAYOUTS, RecordType.PAYOUT, "1")).verdict()).isEqualTo(Plan.Verdict.SKIP);
    }

    @Test
    void G6_a_plan_says_that_a_payout_that_failed_after_it_was_booked_is_for_a_person() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A").addPayments(first).build());
        world.run(ORDERS);
        world.shop.put(payout().build());
        world.run(PAYOUTS);
        world.shop.put(payout().status(Payout.Status.FAILED).entries(List.of()).build());
        assertThat(only(plan(PAYOUTS, RecordType.PAYOUT, "1")).verdict()).isEqualTo(Plan.Verdict.PARK);
        world.emptyStore();
        assertThat(only(plan(PAYOUTS, RecordType.PAYOUT, "1")).verdict()).isEqualTo(Plan.Verdict.PARK);
    }

    private Payout.Builder payout() {
        return SampleBooks.payout(world.shop.account(), "1", "30.00", world.time.instant())
                .addEntries(SampleBooks.charge("P1", "30.00", "0"));
    }

    private Plan plan(String sync, RecordType<?> type, String id) {
        world.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = world.engine()) {
            return engine.plan(sync, Selection.of(RecordRef.of(world.shop.account(), type, id)));
        }
    }

    private static Plan.PlannedRecord only(Plan plan) {
        assertThat(plan.records()).hasSize(1);
        return plan.records().get(0);
    }
}
