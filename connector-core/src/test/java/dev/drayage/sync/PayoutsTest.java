package dev.drayage.sync;

import static dev.drayage.sync.ShopAndErp.ORDERS;
import static dev.drayage.sync.ShopAndErp.PAYOUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountPosting;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.Money;
import dev.drayage.model.Payout;
import dev.drayage.model.PayoutEntry;
import dev.drayage.model.PostingCategory;
import dev.drayage.model.RecordType;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleBooks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a channel paid out or took, in the books. Two payments of 30.00 and 29.85 dollars are booked already. */
class PayoutsTest {
    private final ShopAndErp world = new ShopAndErp();
    private int before;

    @BeforeEach
    void two_payments_are_booked() {
        world.orders = world.orders.with(OrderSyncs.Booking.ORDER_AND_DEPOSITS);
        world.shop.put(world.orderOf("A")
                .addPayments(
                        SampleBooks.payment("P1", "30.00", ShopAndErp.START),
                        SampleBooks.payment("P2", "29.85", ShopAndErp.START))
                .build());
        world.run(ORDERS);
        before = world.erp.writes().size();
    }

    @Test
    void a_payout_settles_its_payments_and_posts_fees_in_one_sum_for_each_word() {
        pay(payout("58.00")
                .addEntries(SampleBooks.charge("P1", "30.00", "1.00"), SampleBooks.charge("P2", "29.85", "0.85")));
        assertThat(world.writesSince(before)).containsExactly("create bankDeposit bankDeposit-1");
        BankDeposit deposit = world.only(RecordType.BANK_DEPOSIT);
        assertThat(deposit.total()).isEqualTo(SampleBooks.usd("58.00"));
        assertThat(deposit.payments())
                .containsExactly(
                        new DepositedPayment("P1", Optional.empty(), SampleBooks.usd("30.00")),
                        new DepositedPayment("P2", Optional.empty(), SampleBooks.usd("29.85")));
        assertThat(deposit.postings())
                .containsExactly(new AccountPosting(
                        PostingCategory.FEE, "CHARGE_FEE", SampleBooks.usd("-1.85"), "Fees of CHARGE"));
        assertThat(deposit.number()).isEqualTo("1");
        assertThat(deposit.paymentMethod()).isEqualTo("card");
        assertThat(entry().state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void fees_stand_each_by_itself_if_asked_for() {
        world.payouts = world.payouts.with(PayoutSyncs.Fees.SINGLE);
        pay(payout("58.00")
                .addEntries(SampleBooks.charge("P1", "30.00", "1.00"), SampleBooks.charge("P2", "29.85", "0.85")));
        assertThat(world.only(RecordType.BANK_DEPOSIT).postings())
                .extracting(AccountPosting::memo, posting -> posting.amount().toString())
                .containsExactly(
                        tuple("Fee of CHARGE row-P1", "USD -1.00"), tuple("Fee of CHARGE row-P2", "USD -0.85"));
    }

    @Test
    void disputes_reserves_and_what_nobody_knows_are_posted_under_the_channels_word() {
        pay(payout("5.25")
                .addEntries(
                        SampleBooks.charge("P1", "30.00", "1.00"),
                        SampleBooks.posting("d1", PostingCategory.DISPUTE, "CHARGEBACK_HOLD", "-15.00"),
                        SampleBooks.posting("r1", PostingCategory.RESERVE, "RISK_RESERVE", "-10.00"),
                        SampleBooks.posting("o1", PostingCategory.OTHER, "BRAND_NEW_WORD", "1.25")));
        assertThat(world.only(RecordType.BANK_DEPOSIT).postings())
                .contains(
                        new AccountPosting(
                                PostingCategory.DISPUTE,
                                "CHARGEBACK_HOLD",
                                SampleBooks.usd("-15.00"),
                                "CHARGEBACK_HOLD d1"),
                        new AccountPosting(
                                PostingCategory.OTHER, "BRAND_NEW_WORD", SampleBooks.usd("1.25"), "BRAND_NEW_WORD o1"));
    }

    @Test
    void fees_that_were_given_back_in_full_leave_no_posting() {
        pay(payout("59.85")
                .addEntries(SampleBooks.charge("P1", "30.00", "1.00"), SampleBooks.charge("P2", "29.85", "-1.00")));
        assertThat(world.only(RecordType.BANK_DEPOSIT).postings()).isEmpty();
    }

    @Test
    void G4_rows_that_do_not_come_to_the_payout_are_for_a_person_who_is_told_the_sums_by_kind() {
        pay(payout("58.01")
                .addEntries(
                        SampleBooks.charge("P1", "30.00", "1.00"),
                        SampleBooks.charge("P2", "29.85", "0.85"),
                        SampleBooks.posting("a1", PostingCategory.ADJUSTMENT, "CREDIT", "0.02")));
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(entry().code()).contains(ErrorCode.TOTAL_MISMATCH);
        assertThat(entry().message())
                .contains("payout 1", "USD 58.01", "3 rows", "USD 58.02", "CHARGE=USD 58.00", "CREDIT=USD 0.02");
    }

    @Test
    void G4_every_row_that_is_wrong_in_itself_is_named() {
        pay(payout("58.00")
                .addEntries(
                        SampleBooks.row("x1", PayoutEntry.Kind.PAYMENT, PostingCategory.OTHER, "CHARGE", "30.00", "1")
                                .net(SampleBooks.usd("28.99"))
                                .transactionId("P1")
                                .build(),
                        SampleBooks.charge("P2", "29.85", "0.85"),
                        SampleBooks.row("x2", PayoutEntry.Kind.REFUND, PostingCategory.OTHER, "REFUND", "0.01", "0")
                                .build()));
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(entry().code()).contains(ErrorCode.TOTAL_MISMATCH);
        assertThat(entry().message()).contains("CHARGE x1", "USD 28.99", "REFUND x2: names no payment");
        assertThat(entry().message()).doesNotContain("P2");
    }

    @Test
    void G4_a_payout_that_mixes_currencies_is_for_a_person() {
        pay(payout("30.00")
                .addEntries(PayoutEntry.builder()
                        .from(SampleBooks.charge("P1", "30.00", "0"))
                        .fee(Money.of("0.50", "EUR"))
                        .build()));
        assertThat(entry().code()).contains(ErrorCode.CURRENCY_MISMATCH);
    }

    @Test
    void G3_a_payout_that_takes_money_is_a_deposit_of_nothing_and_a_journal_entry_after_it() {
        pay(payout("-20.50")
                .addEntries(
                        SampleBooks.charge("P1", "30.00", "0.50"),
                        SampleBooks.posting("d1", PostingCategory.DISPUTE, "CHARGEBACK_HOLD", "-50.00")));
        assertThat(world.writesSince(before))
                .containsExactly("create bankDeposit bankDeposit-1", "create journalEntry journalEntry-1");
        BankDeposit deposit = world.only(RecordType.BANK_DEPOSIT);
        assertThat(deposit.total().isZero()).isTrue();
        assertThat(deposit.postings())
                .contains(AccountPosting.clearing(SampleBooks.usd("20.50"), "Taken by the channel"));
        JournalEntry journal = world.only(RecordType.JOURNAL_ENTRY);
        assertThat(journal.lines())
                .extracting(JournalEntry.Line::account, JournalEntry.Line::amount)
                .containsExactly(
                        tuple(JournalEntry.AccountName.payoutClearing(), SampleBooks.usd("20.50")),
                        tuple(JournalEntry.AccountName.bank(), SampleBooks.usd("-20.50")));
        assertThat(journal.memo()).isEqualTo("shop payout 1");
    }

    @Test
    void G2_an_emptied_store_doubles_neither_deposit_nor_journal_entry() {
        pay(payout("-20.50")
                .addEntries(
                        SampleBooks.charge("P1", "30.00", "0.50"),
                        SampleBooks.posting("d1", PostingCategory.DISPUTE, "CHARGEBACK_HOLD", "-50.00")));
        int written = world.erp.writes().size();
        world.emptyStore();
        world.run(PAYOUTS);
        assertThat(world.writesSince(written)).isEmpty();
        assertThat(entry().state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void a_payout_that_is_on_its_way_is_left_alone_until_it_is_paid() {
        pay(paid().status(Payout.Status.SCHEDULED));
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(entry().state()).isEqualTo(RecordState.SKIPPED);
        pay(paid());
        assertThat(world.writesSince(before)).containsExactly("create bankDeposit bankDeposit-1");
        assertThat(entry().state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void G4_a_payout_that_fails_after_it_was_booked_is_for_a_person() {
        pay(paid());
        pay(paid().status(Payout.Status.FAILED));
        assertThat(entry().state()).isEqualTo(RecordState.PARKED);
        assertThat(entry().code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
        assertThat(world.alarms).hasSize(1);
    }

    @Test
    void a_payout_that_fails_before_it_was_booked_is_none() {
        pay(paid().status(Payout.Status.FAILED));
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(entry().state()).isEqualTo(RecordState.SKIPPED);
        pay(paid().status(Payout.Status.CANCELLED));
        assertThat(entry().state()).isEqualTo(RecordState.SKIPPED);
        assertThat(world.alarms).isEmpty();
    }

    @Test
    void a_payout_that_failed_and_tells_its_rows_no_more_is_none_if_it_was_not_booked() {
        pay(payout("30.00").status(Payout.Status.FAILED));
        assertThat(entry().state()).isEqualTo(RecordState.SKIPPED);
    }

    @Test
    void G4_a_payout_that_failed_after_it_was_booked_is_for_a_person_though_it_tells_its_rows_no_more() {
        pay(paid());
        pay(payout("30.00").status(Payout.Status.FAILED));
        assertThat(entry().code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
        assertThat(world.alarms).hasSize(1);
    }

    @Test
    void G4_a_payout_that_failed_is_looked_for_in_the_books_by_an_engine_that_knows_nothing_of_it() {
        pay(paid());
        world.emptyStore();
        pay(payout("30.00").status(Payout.Status.FAILED));
        assertThat(entry().code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void G4_a_status_that_nobody_knows_is_for_a_person() {
        pay(paid().status(Payout.Status.UNKNOWN));
        assertThat(entry().code()).contains(ErrorCode.VALUE_UNKNOWN);
    }

    @Test
    void G4_a_payout_waits_for_a_payment_that_is_not_booked_yet() {
        pay(payout("40.00").addEntries(SampleBooks.charge("P1", "30.00", "0"), SampleBooks.charge("P3", "10.00", "0")));
        assertThat(world.writesSince(before)).isEmpty();
        assertThat(entry().state()).isEqualTo(RecordState.DEFERRED);
        assertThat(world.alarms).isEmpty();
        world.shop.put(world.orderOf("B")
                .addPayments(SampleBooks.payment("P3", "10.00", ShopAndErp.START))
                .build());
        world.run(ORDERS);
        world.time.advance(Duration.ofHours(1));
        world.run(PAYOUTS);
        assertThat(entry().state()).isEqualTo(RecordState.SETTLED);
        assertThat(world.only(RecordType.BANK_DEPOSIT).payments()).hasSize(2);
    }

    @Test
    void G4_a_payment_in_two_payouts_is_for_a_person() {
        pay(paid());
        world.shop.put(SampleBooks.payout(world.shop.account(), "2", "30.00", world.time.instant())
                .entries(List.of(SampleBooks.charge("P1", "30.00", "0")))
                .build());
        world.run(PAYOUTS);
        assertThat(world.erp.all(RecordType.BANK_DEPOSIT)).hasSize(1);
        assertThat(world.entry(PAYOUTS, RecordType.PAYOUT, "2").code()).contains(ErrorCode.REFUSED_BY_TARGET);
    }

    private void pay(Payout.Builder payout) {
        world.shop.put(payout.build());
        world.run(PAYOUTS);
    }

    private Payout.Builder paid() {
        return payout("30.00").addEntries(SampleBooks.charge("P1", "30.00", "0"));
    }

    private Payout.Builder payout(String net) {
        return SampleBooks.payout(world.shop.account(), "1", net, world.time.instant());
    }

    private RecordEntry entry() {
        return world.entry(PAYOUTS, RecordType.PAYOUT, "1");
    }
}
