package dev.drayage.sync;

import static dev.drayage.sync.ShopAndErp.ORDERS;
import static dev.drayage.sync.ShopAndErp.REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Charge;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.Money;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundedPayment;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.TaxLine;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleBooks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a channel gave back, in the books. */
class RefundsTest {
    private final ShopAndErp world = new ShopAndErp();

    @Test
    void G3_the_credit_comes_first_then_the_money() {
        order("A");
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "10.00"), SampleBooks.back("T2", "9.95")));
        assertThat(world.writesSince(1))
                .containsExactly(
                        "create refund refund-R1",
                        "create customerRefund customerRefund-T1",
                        "create customerRefund customerRefund-T2");
        Refund credit = world.only(RecordType.REFUND);
        assertThat(credit.total()).isEqualTo(SampleBooks.usd("19.95"));
        FakeWorld.Held money = world.held(RecordType.CUSTOMER_REFUND, "customerRefund-T1");
        assertThat(world.erp.bases(money.ref()))
                .containsExactly(world.held(RecordType.REFUND, "refund-R1").ref());
        assertThat(((CustomerRefund) money.record()).payment()).isEqualTo(SampleBooks.back("T1", "10.00"));
        assertThat(entry("R1").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void a_credit_without_money_is_a_credit_alone() {
        order("A");
        give(refund("R1", "A"));
        assertThat(world.writesSince(1)).containsExactly("create refund refund-R1");
    }

    @Test
    void G2_money_that_goes_later_is_added_to_the_credit_that_stands() {
        order("A");
        give(refund("R1", "A"));
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "19.95")));
        assertThat(world.writesSince(2)).containsExactly("create customerRefund customerRefund-T1");
    }

    @Test
    void nothing_is_credited_while_money_is_on_its_way() {
        order("A");
        give(refund("R1", "A").moneyPending(true));
        assertThat(world.writesSince(1)).isEmpty();
        assertThat(entry("R1").state()).isEqualTo(RecordState.DEFERRED);
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "19.95")));
        assertThat(world.writesSince(1))
                .containsExactly("create refund refund-R1", "create customerRefund customerRefund-T1");
    }

    @Test
    void G2_an_emptied_store_doubles_neither_credit_nor_money() {
        order("A");
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "19.95")));
        int before = world.erp.writes().size();
        world.emptyStore();
        world.run(REFUNDS);
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(entry("R1").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void parts_of_every_kind_tie_to_the_total() {
        order("A");
        give(refund("R1", "A")
                .addCharges(new Charge(Charge.Kind.SHIPPING, SampleBooks.usd("7.95")))
                .addTaxes(tax("0.66", false), tax("9.99", true))
                .addAdjustments(
                        new Refund.Adjustment("restocking fee", SampleBooks.usd("-5.00")),
                        new Refund.Adjustment("goodwill", SampleBooks.usd("1.00")))
                .total(SampleBooks.usd("24.56"))
                .addPayments(SampleBooks.back("T1", "24.56")));
        assertThat(world.writesSince(1)).hasSize(2);
    }

    @Test
    void a_sum_alone_is_given_back_without_goods() {
        order("A");
        give(refund("R1", "A")
                .lines(List.of())
                .addAdjustments(new Refund.Adjustment("goodwill", SampleBooks.usd("5.00")))
                .total(SampleBooks.usd("5.00"))
                .addPayments(SampleBooks.back("T1", "5.00")));
        assertThat(world.writesSince(1)).hasSize(2);
    }

    @Test
    void G4_parts_that_do_not_come_to_the_total_are_for_a_person_who_is_told_the_difference() {
        order("A");
        give(refund("R1", "A").total(SampleBooks.usd("19.94")));
        assertThat(world.writesSince(1)).isEmpty();
        assertThat(entry("R1").code()).contains(ErrorCode.TOTAL_MISMATCH);
        assertThat(entry("R1").message()).contains("refund R1 of order A", "USD 19.94", "USD 19.95", "USD -0.01");
    }

    @Test
    void G4_more_money_than_was_given_back_is_for_a_person() {
        order("A");
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "10.00"), SampleBooks.back("T2", "9.96")));
        assertThat(world.writesSince(1)).isEmpty();
        assertThat(entry("R1").code()).contains(ErrorCode.TOTAL_MISMATCH);
        assertThat(entry("R1").message()).contains("paid back USD 19.96");
    }

    @Test
    void G4_a_refund_that_mixes_currencies_is_for_a_person() {
        order("A");
        give(refund("R1", "A")
                .addPayments(new RefundedPayment("T1", Optional.empty(), "card", Money.of("19.95", "EUR"))));
        assertThat(world.writesSince(1)).isEmpty();
        assertThat(entry("R1").code()).contains(ErrorCode.CURRENCY_MISMATCH);
    }

    @Test
    void goods_that_were_taken_off_for_nothing_are_no_matter_of_the_books() {
        order("A");
        give(refund("R1", "A").lines(List.of()).total(SampleBooks.usd("0")));
        assertThat(world.writesSince(1)).isEmpty();
        assertThat(entry("R1").state()).isEqualTo(RecordState.SKIPPED);
    }

    @Test
    void goods_that_were_taken_off_become_a_credit_once_money_goes() {
        order("A");
        give(refund("R1", "A").lines(List.of()).total(SampleBooks.usd("0")));
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "19.95")));
        assertThat(world.writesSince(1))
                .containsExactly("create refund refund-R1", "create customerRefund customerRefund-T1");
        assertThat(world.alarms).isEmpty();
    }

    @Test
    void G4_a_refund_of_which_nothing_is_left_after_it_was_booked_is_for_a_person() {
        order("A");
        give(refund("R1", "A"));
        give(refund("R1", "A").lines(List.of()).total(SampleBooks.usd("0")));
        assertThat(entry("R1").state()).isEqualTo(RecordState.PARKED);
        assertThat(entry("R1").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
        assertThat(world.alarms).hasSize(1);
    }

    @Test
    void G4_a_refund_waits_until_its_order_is_booked() {
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "19.95")));
        give(refund("R1", "A").addPayments(SampleBooks.back("T1", "19.95")));
        assertThat(world.erp.writes()).isEmpty();
        assertThat(entry("R1").state()).isEqualTo(RecordState.DEFERRED);
        assertThat(entry("R1").code()).contains(ErrorCode.WAITING_FOR_RECORD);
        assertThat(world.alarms).isEmpty();
        order("A");
        world.time.advance(Duration.ofHours(1));
        world.run(REFUNDS);
        assertThat(world.writesSince(1))
                .containsExactly("create refund refund-R1", "create customerRefund customerRefund-T1");
        assertThat(entry("R1").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void two_refunds_of_one_order_stand_beside_each_other() {
        order("A");
        world.shop.put(
                refund("R1", "A").addPayments(SampleBooks.back("T1", "19.95")).build());
        world.shop.put(
                refund("R2", "A").addPayments(SampleBooks.back("T2", "19.95")).build());
        world.run(REFUNDS);
        assertThat(world.erp.all(RecordType.REFUND)).hasSize(2);
        assertThat(world.erp.all(RecordType.CUSTOMER_REFUND)).hasSize(2);
    }

    private void order(String id) {
        world.shop.put(world.orderOf(id).build());
        world.run(ORDERS);
    }

    private void give(Refund.Builder refund) {
        world.shop.put(refund.build());
        world.run(REFUNDS);
    }

    private Refund.Builder refund(String id, String order) {
        return SampleBooks.refund(world.shop.account(), id, order, world.time.instant());
    }

    private RecordEntry entry(String id) {
        return world.entry(REFUNDS, RecordType.REFUND, id);
    }

    private static TaxLine tax(String amount, boolean included) {
        return new TaxLine(TaxLine.Subject.SHIPPING, SampleBooks.usd(amount), RemittedBy.SELLER, included);
    }
}
