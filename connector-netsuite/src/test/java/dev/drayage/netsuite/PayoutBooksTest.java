package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountPosting;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.Money;
import dev.drayage.model.PostingCategory;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testkit.netsuite.Books;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bank deposits and journal entries of payouts, as the books show them afterwards. */
class PayoutBooksTest {
    private static DepositedPayment payment(String id, String order, String amount) {
        return new DepositedPayment(id, Optional.of(order), Money.of(amount, "USD"));
    }

    private static AccountPosting posting(PostingCategory category, String type, String amount) {
        return new AccountPosting(category, type, Money.of(amount, "USD"), type);
    }

    private static BankDeposit payout(String total, List<DepositedPayment> payments, List<AccountPosting> postings) {
        return BankDeposit.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.PAYOUT, "P1"))
                .issuedAt(TestBooks.START)
                .total(Money.of(total, "USD"))
                .payments(payments)
                .postings(postings)
                .number("P1")
                .paymentMethod("card")
                .channel(MoneyBooks.CHANNEL)
                .build();
    }

    private static String deposit(TestBooks books, String payment, String order, String amount) {
        return MoneyBooks.written(MoneyBooks.write(
                books,
                RecordType.CUSTOMER_DEPOSIT,
                MoneyBooks.deposit(payment, order, amount),
                RecordType.SALES_ORDER.name(),
                MoneyBooks.order(books, order)));
    }

    private static Books.Transaction booked(TestBooks books, EffectOutcome outcome) {
        return books.netSuite.books().transaction(MoneyBooks.written(outcome)).orElseThrow();
    }

    private static BankDeposit usual() {
        return payout(
                "38.59",
                List.of(payment("tx1", "111-1", "59.85"), payment("rf1", "111-1", "-19.95")),
                List.of(posting(PostingCategory.FEE, "CHARGE_FEE", "-1.31")));
    }

    @Test
    void a_payout_picks_its_payments_and_comes_to_what_reached_the_bank() {
        try (TestBooks books = MoneyBooks.open()) {
            deposit(books, "tx1", "111-1", "59.85");
            deposit(books, "tx2", "111-2", "59.85");
            assertThat(booked(books, books.write(RecordType.BANK_DEPOSIT, usual()))
                            .total())
                    .isEqualByComparingTo("38.59");
            Books ledger = books.netSuite.books();
            assertThat(ledger.balance(MoneyBooks.BANK, "1")).isEqualByComparingTo("38.59");
            assertThat(ledger.balance(MoneyBooks.FEES, "1")).isEqualByComparingTo("1.31");
            assertThat(ledger.balance(MoneyBooks.REFUNDS, "1")).isEqualByComparingTo("19.95");
            assertThat(ledger.balance("1500", "1")).isEqualByComparingTo("59.85");
        }
    }

    @Test
    void a_payout_waits_for_a_payment_that_is_not_booked() {
        try (TestBooks books = MoneyBooks.open()) {
            assertThat(books.write(RecordType.BANK_DEPOSIT, usual())).isInstanceOf(EffectOutcome.Deferred.class);
            assertThat(books.netSuite.records("deposit")).isEmpty();
        }
    }

    @Test
    void a_payout_in_a_currency_that_the_account_lacks_is_not_booked_in_another_one() {
        try (TestBooks books = MoneyBooks.open()) {
            BankDeposit francs = BankDeposit.builder()
                    .from(payout("0.00", List.of(), List.of()))
                    .total(Money.of("1.00", "CHF"))
                    .postings(List.of(new AccountPosting(
                            PostingCategory.FEE, "CHARGE_FEE", Money.of("1.00", "CHF"), "CHARGE_FEE 1")))
                    .build();
            EffectOutcome outcome = books.write(RecordType.BANK_DEPOSIT, francs);
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.CURRENCY_MISMATCH);
            assertThat(books.netSuite.records("deposit")).isEmpty();
        }
    }

    @Test
    void a_payment_that_was_booked_with_another_sum_is_for_a_person() {
        try (TestBooks books = MoneyBooks.open()) {
            deposit(books, "tx1", "111-1", "59.84");
            EffectOutcome outcome = books.write(RecordType.BANK_DEPOSIT, usual());
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.TOTAL_MISMATCH);
            assertThat(((EffectOutcome.Rejected) outcome).violations().message())
                    .contains("59.84", "59.85", "tx1");
            assertThat(books.netSuite.records("deposit")).isEmpty();
        }
    }

    @Test
    void a_cash_sale_of_the_order_settles_a_payment_that_it_came_to() {
        try (TestBooks books = MoneyBooks.open()) {
            String order = MoneyBooks.order(books, "111-1");
            books.netSuite
                    .clerk()
                    .bill(
                            order,
                            "{\"undepFunds\":{\"id\":\"T\"},\"custbody_drayage_order_id\":\"111-1\","
                                    + "\"custbody_drayage_channel\":\"" + TestBooks.SHOP + "\"}");
            assertThat(books.write(
                            RecordType.BANK_DEPOSIT,
                            payout("59.85", List.of(payment("tx1", "111-1", "59.85")), List.of())))
                    .isInstanceOf(EffectOutcome.Applied.class);
            assertThat(books.netSuite.books().balance("1500", "1")).isEqualByComparingTo("0");
        }
    }

    @Test
    void a_sum_without_an_account_is_told_and_not_booked() {
        try (TestBooks books = MoneyBooks.open()) {
            deposit(books, "tx1", "111-1", "59.85");
            EffectOutcome outcome = books.write(
                    RecordType.BANK_DEPOSIT,
                    payout(
                            "69.85",
                            List.of(payment("tx1", "111-1", "59.85")),
                            List.of(posting(PostingCategory.OTHER, "MYSTERY", "10.00"))));
            assertThat(((EffectOutcome.Rejected) outcome).violations().message())
                    .contains("MYSTERY", "USD 10.00");
            assertThat(books.netSuite.records("deposit")).isEmpty();
        }
    }

    @Test
    void money_that_went_through_a_clearing_account_is_taken_from_there() {
        try (TestBooks books = MoneyBooks.open(settings -> settings.set("payment.accounts", "card=1300"))) {
            deposit(books, "tx1", "111-1", "59.85");
            books.write(RecordType.BANK_DEPOSIT, usual());
            assertThat(books.netSuite.books().balance(MoneyBooks.CLEARING, "1")).isEqualByComparingTo("0");
            assertThat(books.netSuite.books().balance(MoneyBooks.BANK, "1")).isEqualByComparingTo("38.59");
        }
    }

    @Test
    void a_payout_that_takes_money_leaves_the_bank_by_a_journal_entry() {
        try (TestBooks books = MoneyBooks.open()) {
            Money taken = Money.of("19.95", "USD");
            books.write(
                    RecordType.BANK_DEPOSIT,
                    payout(
                            "0.00",
                            List.of(payment("rf1", "111-1", "-19.95")),
                            List.of(AccountPosting.clearing(taken, "taken"))));
            JournalEntry entry = JournalEntry.builder()
                    .ref(RecordRef.of(TestBooks.SHOP, RecordType.PAYOUT, "P1"))
                    .postedAt(TestBooks.START)
                    .currency(Currency.getInstance("USD"))
                    .addLines(
                            new JournalEntry.Line(JournalEntry.AccountName.payoutClearing(), taken, "taken"),
                            new JournalEntry.Line(JournalEntry.AccountName.bank(), taken.negate(), "taken"))
                    .memo("payout P1")
                    .channel(MoneyBooks.CHANNEL)
                    .build();
            assertThat(books.write(RecordType.JOURNAL_ENTRY, entry)).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(books.netSuite.books().balance(MoneyBooks.BANK, "1")).isEqualByComparingTo("-19.95");
            assertThat(books.netSuite.books().balance(MoneyBooks.CLEARING, "1")).isEqualByComparingTo("0");
        }
    }

    @Test
    void G2_a_payout_is_deposited_once() {
        try (TestBooks books = MoneyBooks.open()) {
            deposit(books, "tx1", "111-1", "59.85");
            String first = MoneyBooks.written(books.write(RecordType.BANK_DEPOSIT, usual()));
            assertThat(MoneyBooks.written(books.write(RecordType.BANK_DEPOSIT, usual())))
                    .isEqualTo(first);
            assertThat(books.netSuite.books().balance(MoneyBooks.BANK, "1")).isEqualByComparingTo("38.59");
        }
    }
}
