package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Invoice;
import dev.drayage.model.Money;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordType;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.netsuite.Books;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Invoices, payments and deposits, as the books show them afterwards. */
class MoneyReceivedTest {
    private static Books.Transaction booked(TestBooks books, String id) {
        return books.netSuite.books().transaction(id).orElseThrow();
    }

    private static StoredRecord stored(TestBooks books, String type, String id) {
        return books.netSuite.record(type, id).orElseThrow();
    }

    @Test
    void an_invoice_bills_the_whole_order_and_names_it() {
        try (TestBooks books = MoneyBooks.open()) {
            String order = MoneyBooks.order(books, "111-1");
            String invoice = MoneyBooks.written(MoneyBooks.write(
                    books, RecordType.INVOICE, MoneyBooks.invoice("111-1"), RecordType.SALES_ORDER.name(), order));
            assertThat(booked(books, invoice).total()).isEqualByComparingTo("59.85");
            assertThat(booked(books, invoice).open()).isEqualByComparingTo("59.85");
            assertThat(stored(books, "invoice", invoice).createdFrom()).contains(order);
        }
    }

    @Test
    void terms_are_those_that_the_settings_name() {
        try (TestBooks books = MoneyBooks.open()) {
            String order = MoneyBooks.order(books, "111-1");
            Invoice invoice = Invoice.builder()
                    .from(MoneyBooks.invoice("111-1"))
                    .terms(new PaymentTerms("Net 30", Optional.of(30), Optional.empty()))
                    .build();
            String id = MoneyBooks.written(
                    MoneyBooks.write(books, RecordType.INVOICE, invoice, RecordType.SALES_ORDER.name(), order));
            assertThat(stored(books, "invoice", id)
                            .body()
                            .path("terms")
                            .path("id")
                            .asText())
                    .isEqualTo("2");
        }
    }

    @Test
    void terms_that_the_settings_do_not_name_are_no_default() {
        try (TestBooks books = MoneyBooks.open()) {
            String order = MoneyBooks.order(books, "111-1");
            Invoice invoice = Invoice.builder()
                    .from(MoneyBooks.invoice("111-1"))
                    .terms(new PaymentTerms("Net 45", Optional.of(45), Optional.empty()))
                    .build();
            EffectOutcome outcome =
                    MoneyBooks.write(books, RecordType.INVOICE, invoice, RecordType.SALES_ORDER.name(), order);
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.VALUE_UNMAPPED);
            assertThat(books.netSuite.records("invoice")).isEmpty();
        }
    }

    @Test
    void an_invoice_without_an_order_has_lines_of_its_own() {
        try (TestBooks books = MoneyBooks.open()) {
            String invoice = MoneyBooks.written(books.write(RecordType.INVOICE, MoneyBooks.invoice("111-1")));
            assertThat(booked(books, invoice).total()).isEqualByComparingTo("59.85");
            assertThat(stored(books, "invoice", invoice).createdFrom()).isEmpty();
        }
    }

    @Test
    void partial_payments_pay_exactly_their_own_sums() {
        try (TestBooks books = MoneyBooks.open()) {
            String invoice = MoneyBooks.invoiced(books, "111-1");
            for (String[] part : new String[][] {{"tx1", "20.00"}, {"tx2", "39.84"}}) {
                MoneyBooks.written(MoneyBooks.write(
                        books,
                        RecordType.CUSTOMER_PAYMENT,
                        MoneyBooks.payment(part[0], "111-1", part[1]),
                        RecordType.INVOICE.name(),
                        invoice));
            }
            assertThat(booked(books, invoice).open()).isEqualByComparingTo("0.01");
            assertThat(booked(books, invoice).status()).isEqualTo("A");
        }
    }

    @Test
    void a_payment_of_more_than_is_open_is_refused_and_books_nothing() {
        try (TestBooks books = MoneyBooks.open()) {
            String invoice = MoneyBooks.invoiced(books, "111-1");
            EffectOutcome outcome = MoneyBooks.write(
                    books,
                    RecordType.CUSTOMER_PAYMENT,
                    MoneyBooks.payment("tx1", "111-1", "59.86"),
                    RecordType.INVOICE.name(),
                    invoice);
            assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
            assertThat(books.netSuite.records("customerPayment")).isEmpty();
            assertThat(booked(books, invoice).open()).isEqualByComparingTo("59.85");
        }
    }

    @Test
    void a_payment_without_its_invoice_at_hand_finds_it_by_the_order() {
        try (TestBooks books = MoneyBooks.open()) {
            String invoice = MoneyBooks.invoiced(books, "111-1");
            MoneyBooks.invoiced(books, "111-2");
            MoneyBooks.written(books.write(RecordType.CUSTOMER_PAYMENT, MoneyBooks.payment("tx1", "111-1", "59.85")));
            assertThat(booked(books, invoice).status()).isEqualTo("B");
        }
    }

    @Test
    void a_payment_waits_for_an_invoice_that_is_not_there() {
        try (TestBooks books = MoneyBooks.open()) {
            MoneyBooks.order(books, "111-1");
            assertThat(books.write(RecordType.CUSTOMER_PAYMENT, MoneyBooks.payment("tx1", "111-1", "59.85")))
                    .isInstanceOf(EffectOutcome.Deferred.class);
        }
    }

    @Test
    void G2_a_payment_whose_answer_was_lost_is_found_and_not_paid_twice() {
        try (TestBooks books = MoneyBooks.open()) {
            String invoice = MoneyBooks.invoiced(books, "111-1");
            CustomerPayment payment = MoneyBooks.payment("tx1", "111-1", "20.00");
            books.netSuite
                    .faults()
                    .next(1, Fault.LOST_ANSWER, request -> request.path().endsWith("customerPayment"));
            assertThat(MoneyBooks.write(
                            books, RecordType.CUSTOMER_PAYMENT, payment, RecordType.INVOICE.name(), invoice))
                    .isInstanceOf(EffectOutcome.Unknown.class);
            assertThat(books.resolve(RecordType.CUSTOMER_PAYMENT, payment)).isInstanceOf(Resolution.Landed.class);
            assertThat(booked(books, invoice).open()).isEqualByComparingTo("39.85");
        }
    }

    @Test
    void money_goes_to_undeposited_funds_unless_an_account_is_named_for_its_means() {
        try (TestBooks books = MoneyBooks.open(settings -> settings.set("payment.accounts", "gift_card=1300"))) {
            String order = MoneyBooks.order(books, "111-1");
            String card = MoneyBooks.written(MoneyBooks.write(
                    books,
                    RecordType.CUSTOMER_DEPOSIT,
                    MoneyBooks.deposit("tx1", "111-1", "50.00"),
                    RecordType.SALES_ORDER.name(),
                    order));
            CustomerDeposit gift = CustomerDeposit.builder()
                    .from(MoneyBooks.deposit("tx2", "111-1", "9.85"))
                    .method("gift_card")
                    .build();
            String used = MoneyBooks.written(
                    MoneyBooks.write(books, RecordType.CUSTOMER_DEPOSIT, gift, RecordType.SALES_ORDER.name(), order));
            assertThat(books.netSuite.books().balance("1500", "1")).isEqualByComparingTo("50.00");
            assertThat(books.netSuite.books().balance("1300", "1")).isEqualByComparingTo("9.85");
            assertThat(books.netSuite.books().balance("1700", "1")).isEqualByComparingTo("-59.85");
            assertThat(stored(books, "customerDeposit", card)
                            .body()
                            .path("custbody_drayage_payment_id")
                            .asText())
                    .isEqualTo("tx1");
            assertThat(stored(books, "customerDeposit", used)
                            .body()
                            .path("memo")
                            .asText())
                    .contains("gift_card");
        }
    }

    @Test
    void a_deposit_is_in_the_name_of_the_orders_own_customer() {
        try (TestBooks books = MoneyBooks.open()) {
            String order = books.netSuite.clerk().enter("salesOrder", """
                    {"entity":{"id":"110"},"custbody_drayage_order_id":"111-7",
                     "custbody_drayage_channel":"%s",
                     "item":{"items":[{"item":{"id":"98"},"quantity":1,"rate":10}]}}
                    """.formatted(TestBooks.SHOP));
            String deposit = MoneyBooks.written(
                    books.write(RecordType.CUSTOMER_DEPOSIT, MoneyBooks.deposit("tx1", "111-7", "10.00")));
            assertThat(booked(books, deposit).customerId()).isEqualTo("110");
            assertThat(stored(books, "customerDeposit", deposit)
                            .body()
                            .path("salesOrder")
                            .path("id")
                            .asText())
                    .isEqualTo(order);
        }
    }

    @Test
    void a_means_of_payment_without_an_entry_is_no_default() {
        try (TestBooks books = MoneyBooks.open(settings -> settings.set("payment.options", "cash=4"))) {
            MoneyBooks.order(books, "111-1");
            EffectOutcome outcome =
                    books.write(RecordType.CUSTOMER_DEPOSIT, MoneyBooks.deposit("tx1", "111-1", "10.00"));
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.VALUE_UNMAPPED);
            assertThat(books.netSuite.records("customerDeposit")).isEmpty();
        }
    }

    @Test
    void a_closed_period_parks_a_payment_with_its_own_code() {
        try (TestBooks books = MoneyBooks.open()) {
            String invoice = MoneyBooks.invoiced(books, "111-1");
            books.netSuite.bookkeeper().closePeriod(java.time.YearMonth.from(LocalDate.of(2026, 6, 1)));
            EffectOutcome outcome = MoneyBooks.write(
                    books,
                    RecordType.CUSTOMER_PAYMENT,
                    MoneyBooks.payment("tx1", "111-1", "20.00"),
                    RecordType.INVOICE.name(),
                    invoice);
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.PERIOD_CLOSED);
        }
    }

    @Test
    void a_payment_in_a_currency_that_the_account_does_not_have_is_refused() {
        try (TestBooks books = MoneyBooks.open()) {
            MoneyBooks.order(books, "111-1");
            CustomerDeposit deposit = CustomerDeposit.builder()
                    .from(MoneyBooks.deposit("tx1", "111-1", "10.00"))
                    .amount(Money.of("10.00", "KWD"))
                    .build();
            EffectOutcome outcome = books.write(RecordType.CUSTOMER_DEPOSIT, deposit);
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.CURRENCY_MISMATCH);
            assertThat(books.netSuite.books().balances("1").values())
                    .allSatisfy(sum -> assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO));
        }
    }
}
