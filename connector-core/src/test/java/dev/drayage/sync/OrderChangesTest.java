package dev.drayage.sync;

import static dev.drayage.sync.ShopAndErp.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Plan;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleBooks;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are changed or called off at the channel after they were booked. */
class OrderChangesTest {
    private final ShopAndErp world = new ShopAndErp();

    @BeforeEach
    void changes_are_followed() {
        world.orders = world.orders.followingChanges(true);
    }

    @Test
    void an_order_that_loses_a_line_is_changed_once() {
        book();
        world.shop.put(smaller("A").build());
        world.run(ORDERS);
        assertThat(world.writesSince(1)).containsExactly("update salesOrder of-salesOrder-A");
        assertThat(world.only(RecordType.SALES_ORDER).total()).isEqualTo(SampleBooks.usd("47.85"));
        assertThat(world.only(RecordType.SALES_ORDER).lines()).hasSize(1);
        world.runFromTheStart(ORDERS);
        world.shop.put(smaller("A").status(OrderStatus.SHIPPED).build());
        world.run(ORDERS);
        assertThat(world.writesSince(2)).isEmpty();
        assertThat(world.alarms).isEmpty();
    }

    @Test
    void an_order_that_ships_is_not_changed() {
        book();
        world.shop.put(world.orderOf("A").status(OrderStatus.SHIPPED).build());
        world.run(ORDERS);
        assertThat(world.writesSince(1)).isEmpty();
    }

    @Test
    void a_change_leaves_the_deposits_as_they_are() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        var paid = SampleBooks.payment("P1", "59.85", ShopAndErp.START);
        world.shop.put(world.orderOf("A").addPayments(paid).build());
        world.run(ORDERS);
        world.shop.put(smaller("A").addPayments(paid).build());
        world.run(ORDERS);
        assertThat(world.writesSince(2)).containsExactly("update salesOrder of-salesOrder-A");
    }

    @Test
    void G4_a_change_of_an_order_that_was_billed_is_told_a_person_for_its_invoice_stays_as_it_was() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        book();
        world.shop.put(smaller("A").build());
        world.run(ORDERS);
        assertThat(world.only(RecordType.INVOICE).total()).isEqualTo(SampleBooks.usd("59.85"));
        assertThat(world.order("A").code()).contains(ErrorCode.CHANGED_AFTER_BOOKING);
        assertThat(world.order("A").message()).contains("invoice");
    }

    @Test
    void G4_a_change_is_for_a_person_if_changes_are_not_followed() {
        world.orders = world.orders.followingChanges(false);
        book();
        world.shop.put(smaller("A").build());
        world.run(ORDERS);
        assertThat(world.writesSince(1)).isEmpty();
        assertThat(world.order("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(world.order("A").code()).contains(ErrorCode.CHANGED_AFTER_BOOKING);
    }

    @Test
    void an_order_that_is_called_off_is_taken_back_and_what_was_paid_stays_for_its_refund() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        var paid = SampleBooks.payment("P1", "59.85", ShopAndErp.START);
        world.shop.put(world.orderOf("A").addPayments(paid).build());
        world.run(ORDERS);
        world.shop.put(world.orderOf("A")
                .addPayments(paid)
                .status(OrderStatus.CANCELLED)
                .build());
        world.run(ORDERS);
        assertThat(world.writesSince(2)).containsExactly("void salesOrder of-salesOrder-A");
        assertThat(world.erp.isVoided(
                        world.held(RecordType.SALES_ORDER, "salesOrder-A").ref()))
                .isTrue();
        world.runFromTheStart(ORDERS);
        assertThat(world.writesSince(3)).isEmpty();
        assertThat(world.order("A").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void G2_an_order_that_is_called_off_is_taken_back_by_an_engine_that_knows_nothing_of_it() {
        book();
        world.emptyStore();
        world.shop.put(world.orderOf("A").status(OrderStatus.CANCELLED).build());
        world.run(ORDERS);
        assertThat(world.writesSince(1)).containsExactly("void salesOrder of-salesOrder-A");
    }

    @Test
    void an_order_that_was_called_off_before_it_was_booked_writes_nothing() {
        world.shop.put(world.orderOf("A").status(OrderStatus.CANCELLED).build());
        world.run(ORDERS);
        assertThat(world.erp.writes()).isEmpty();
        assertThat(world.alarms).isEmpty();
        assertThat(world.order("A").state()).isIn(RecordState.SETTLED, RecordState.SKIPPED);
    }

    @Test
    void G4_an_order_that_was_billed_and_is_called_off_is_for_a_person() {
        world.orders = world.orders.with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS);
        book();
        world.shop.put(world.orderOf("A").status(OrderStatus.CANCELLED).build());
        world.run(ORDERS);
        assertThat(world.order("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(world.order("A").message()).contains("is billed");
        assertThat(world.erp.stands(
                        world.held(RecordType.SALES_ORDER, "salesOrder-A").ref()))
                .isTrue();
    }

    @Test
    void G4_an_order_that_is_called_off_is_for_a_person_if_changes_are_not_followed() {
        world.orders = world.orders.followingChanges(false);
        book();
        world.shop.put(world.orderOf("A").status(OrderStatus.CANCELLED).build());
        world.run(ORDERS);
        assertThat(world.writesSince(1)).isEmpty();
        assertThat(world.order("A").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void G5_an_order_that_goes_back_and_forth_ends_with_a_person() {
        goBackAndForth();
        assertThat(world.order("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(world.order("A").code()).contains(ErrorCode.PING_PONG);
        assertThat(world.writesSince(1)).hasSize(4);
        assertThat(world.only(RecordType.SALES_ORDER).total()).isEqualTo(SampleBooks.usd("59.85"));
    }

    @Test
    void G6_a_plan_says_that_an_order_goes_back_and_forth() {
        goBackAndForth();
        try (SyncEngine engine = world.engine()) {
            RecordRef order = RecordRef.of(world.shop.account(), RecordType.SALES_ORDER, "A");
            assertThat(engine.plan(ORDERS, Selection.of(order)).records())
                    .singleElement()
                    .satisfies(planned -> {
                        assertThat(planned.verdict()).isEqualTo(Plan.Verdict.PARK);
                        assertThat(planned.reason())
                                .contains("back and forth")
                                .isEqualTo(world.order("A").message());
                    });
        }
    }

    private void goBackAndForth() {
        book();
        for (int edit = 0; edit < 9; edit++) {
            world.shop.put((edit % 2 == 0 ? smaller("A") : world.orderOf("A")).build());
            world.run(ORDERS);
            world.time.advance(Duration.ofMinutes(1));
        }
    }

    private void book() {
        world.shop.put(world.orderOf("A").build());
        world.run(ORDERS);
    }

    /** The order without its second line. */
    private SalesOrder.Builder smaller(String id) {
        return world.orderOf(id)
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                .total(SampleBooks.usd("47.85"));
    }
}
