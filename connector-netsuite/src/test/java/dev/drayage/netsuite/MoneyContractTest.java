package dev.drayage.netsuite;

import dev.drayage.model.AccountPosting;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.Invoice;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.Money;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.PostingCategory;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundedPayment;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Every record about money keeps the contracts of sinks and sources. */
class MoneyContractTest {
    private static TestBooks withInvoices() {
        TestBooks books = MoneyBooks.open(settings -> settings.set("payment.options", "card=4"));
        for (int i = 0; i < 3; i++) {
            MoneyBooks.invoiced(books, "111-" + i);
        }
        return books;
    }

    private static TestBooks withDeposits() {
        TestBooks books = MoneyBooks.open(settings -> settings.set("payment.options", "card=4"));
        for (int i = 0; i < 3; i++) {
            MoneyBooks.order(books, "111-" + i);
            MoneyBooks.written(
                    books.write(RecordType.CUSTOMER_DEPOSIT, MoneyBooks.deposit("tx" + i, "111-" + i, "59.85")));
        }
        return books;
    }

    private static String order(int number) {
        return "111-" + number % 3;
    }

    private static CustomerRefund refunded(String id, String parent, String method) {
        return CustomerRefund.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.CUSTOMER_REFUND, id))
                .orderReferences(MoneyBooks.references("111-0"))
                .payment(new RefundedPayment(id, Optional.of(parent), method, Money.of("1.00", "USD")))
                .refundedAt(TestBooks.START)
                .channel(MoneyBooks.CHANNEL)
                .build();
    }

    private static Refund goodwill(int number) {
        return MoneyBooks.refund("R" + number, order(number), "1.00")
                .addAdjustments(new Refund.Adjustment("goodwill", Money.of("1.00", "USD")))
                .addPayments(MoneyBooks.back("rf" + number, "tx" + number, "1.00"))
                .build();
    }

    private static BankDeposit payout(int number, String type) {
        return BankDeposit.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.PAYOUT, "P" + number))
                .issuedAt(TestBooks.START)
                .total(Money.of("5.00", "USD"))
                .addPostings(new AccountPosting(PostingCategory.OTHER, type, Money.of("5.00", "USD"), type))
                .number("P" + number)
                .paymentMethod("card")
                .channel(MoneyBooks.CHANNEL)
                .build();
    }

    private static JournalEntry entry(int number, String type) {
        Money sum = Money.of("5.00", "USD");
        return JournalEntry.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.PAYOUT, "P" + number))
                .postedAt(TestBooks.START)
                .currency(Currency.getInstance("USD"))
                .addLines(
                        new JournalEntry.Line(JournalEntry.AccountName.bank(), sum, type),
                        new JournalEntry.Line(
                                new JournalEntry.AccountName(
                                        JournalEntry.AccountName.Kind.POSTING, PostingCategory.OTHER, type),
                                sum.negate(),
                                type))
                .memo("entry " + number)
                .channel(MoneyBooks.CHANNEL)
                .build();
    }

    @Nested
    class ItsInvoices extends SinkContract<Invoice> {
        @Override
        protected SinkUnderTest<Invoice> open() {
            return new BooksSink<>(
                    MoneyBooks.open(),
                    RecordType.INVOICE,
                    i -> MoneyBooks.invoice("111-" + i),
                    Invoice.builder()
                            .from(MoneyBooks.invoice("111-9"))
                            .terms(new PaymentTerms("whenever", Optional.empty(), Optional.empty()))
                            .build());
        }
    }

    @Nested
    class ItsPayments extends SinkContract<CustomerPayment> {
        @Override
        protected SinkUnderTest<CustomerPayment> open() {
            return new BooksSink<>(
                    withInvoices(),
                    RecordType.CUSTOMER_PAYMENT,
                    i -> MoneyBooks.payment("tx" + i, order(i), "1.00"),
                    CustomerPayment.builder()
                            .from(MoneyBooks.payment("tx9", "111-0", "1.00"))
                            .method("cowries")
                            .build());
        }
    }

    @Nested
    class ItsDeposits extends SinkContract<CustomerDeposit> {
        @Override
        protected SinkUnderTest<CustomerDeposit> open() {
            return new BooksSink<>(
                    withInvoices(),
                    RecordType.CUSTOMER_DEPOSIT,
                    i -> MoneyBooks.deposit("tx" + i, order(i), "1.00"),
                    CustomerDeposit.builder()
                            .from(MoneyBooks.deposit("tx9", "111-0", "1.00"))
                            .method("cowries")
                            .build());
        }
    }

    @Nested
    class ItsRefunds extends SinkContract<Refund> {
        @Override
        protected SinkUnderTest<Refund> open() {
            return new BooksSink<>(
                    withInvoices(),
                    RecordType.REFUND,
                    MoneyContractTest::goodwill,
                    MoneyBooks.refund("R9", "111-0", "1.00")
                            .addLines(
                                    MoneyBooks.line("L1", "NOBODY-SELLS-THIS", 1, "1.00", RefundLine.Restock.RETURNED))
                            .build());
        }
    }

    @Nested
    class ItsCustomerRefunds extends SinkContract<CustomerRefund> {
        @Override
        protected SinkUnderTest<CustomerRefund> open() {
            return new BooksSink<>(
                    withDeposits(),
                    RecordType.CUSTOMER_REFUND,
                    i -> refunded("rf" + i, "tx" + i % 3, "card"),
                    refunded("rf9", "tx0", "cowries"));
        }
    }

    @Nested
    class ItsBankDeposits extends SinkContract<BankDeposit> {
        @Override
        protected SinkUnderTest<BankDeposit> open() {
            return new BooksSink<>(
                    MoneyBooks.open(settings -> settings.set("payout.accounts", "BONUS=" + MoneyBooks.FEES)),
                    RecordType.BANK_DEPOSIT,
                    i -> payout(i, "BONUS"),
                    payout(9, "MYSTERY"));
        }
    }

    @Nested
    class ItsJournalEntries extends SinkContract<JournalEntry> {
        @Override
        protected SinkUnderTest<JournalEntry> open() {
            return new BooksSink<>(
                    MoneyBooks.open(settings -> settings.set("payout.accounts", "BONUS=" + MoneyBooks.FEES)),
                    RecordType.JOURNAL_ENTRY,
                    i -> entry(i, "BONUS"),
                    entry(9, "MYSTERY"));
        }
    }

    @Nested
    class ItsReceivedPayments extends WindowSourceContract<CustomerPayment> {
        @Override
        protected SourceUnderTest<CustomerPayment> open() {
            return new PaidInvoices();
        }
    }

    @Nested
    class ItsReceivedDeposits extends WindowSourceContract<CustomerDeposit> {
        @Override
        protected SourceUnderTest<CustomerDeposit> open() {
            return new PaidDeposits();
        }
    }
}
