package dev.drayage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drayage.testing.SampleBooks;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records of the books that cannot be made wrong. */
class BookRecordsTest {
    private static final AccountId SHOP = new AccountId("shop", "S1");
    private static final SalesChannel CHANNEL = new SalesChannel(SHOP, "MARKET", Set.of());

    @Test
    void a_bank_deposit_is_what_its_parts_come_to() {
        assertThat(deposit("28.50").build().total()).isEqualTo(SampleBooks.usd("28.50"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deposit("28.51").build())
                .withMessageContaining("USD 28.50");
    }

    @Test
    void a_bank_deposit_never_takes_money() {
        BankDeposit.Builder taking = deposit("-1.50");
        taking.payments(Set.of());
        assertThatIllegalArgumentException().isThrownBy(taking::build).withMessageContaining("below zero");
    }

    @Test
    void sums_of_a_journal_entry_cancel_each_other_out() {
        assertThat(journal("-5.00").build().lines()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal("-5.01").build())
                .withMessageContaining("out of balance by USD -0.01");
    }

    @Test
    void a_journal_entry_has_two_sums_at_least() {
        JournalEntry.Builder entry = journal("-5.00");
        entry.lines(Set.of(line(JournalEntry.AccountName.bank(), "0")));
        assertThatIllegalArgumentException().isThrownBy(entry::build).withMessageContaining("two");
    }

    @Test
    void money_that_was_paid_or_given_back_is_above_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleBooks.payment("P", "0", Instant.EPOCH));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleBooks.back("T", "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> payment("0").build());
    }

    @Test
    void a_payment_names_its_order() {
        CustomerDeposit.Builder payment = payment("1");
        payment.orderReferences(Set.of());
        assertThatIllegalArgumentException().isThrownBy(payment::build).withMessageContaining("name the order");
    }

    @Test
    void a_refund_names_its_order() {
        Refund.Builder refund = SampleBooks.refund(SHOP, "R", "A", Instant.EPOCH);
        refund.orderReferences(Set.of());
        assertThatIllegalArgumentException().isThrownBy(refund::build).withMessageContaining("name the order");
    }

    @Test
    void G11_a_customers_sign_is_never_printed() {
        CustomerMatch match = new CustomerMatch(CustomerMatch.By.EMAIL, "sam@example.com");
        assertThat(match).hasToString("CustomerMatch[EMAIL]");
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerMatch(CustomerMatch.By.TAX_ID, " "));
    }

    private static BankDeposit.Builder deposit(String total) {
        return BankDeposit.builder()
                .ref(RecordRef.of(SHOP, RecordType.PAYOUT, "1"))
                .issuedAt(Instant.EPOCH)
                .total(SampleBooks.usd(total))
                .addPayments(new DepositedPayment("P1", Optional.empty(), SampleBooks.usd("30.00")))
                .addPostings(new AccountPosting(PostingCategory.FEE, "CHARGE_FEE", SampleBooks.usd("-1.50"), "Fee"))
                .number("1")
                .paymentMethod("card")
                .channel(CHANNEL);
    }

    private static JournalEntry.Builder journal(String bank) {
        return JournalEntry.builder()
                .ref(RecordRef.of(SHOP, RecordType.PAYOUT, "1"))
                .postedAt(Instant.EPOCH)
                .currency(Currency.getInstance("USD"))
                .addLines(
                        line(JournalEntry.AccountName.payoutClearing(), "5.00"),
                        line(JournalEntry.AccountName.bank(), bank))
                .memo("payout 1")
                .channel(CHANNEL);
    }

    private static JournalEntry.Line line(JournalEntry.AccountName account, String amount) {
        return new JournalEntry.Line(account, SampleBooks.usd(amount), "payout 1");
    }

    private static CustomerDeposit.Builder payment(String amount) {
        return CustomerDeposit.builder()
                .ref(RecordRef.of(SHOP, RecordType.CUSTOMER_PAYMENT, "P"))
                .amount(SampleBooks.usd(amount))
                .paidAt(Instant.EPOCH)
                .method("card")
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "A"))
                .channel(CHANNEL);
    }
}
