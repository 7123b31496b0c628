package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.netsuite.PageFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people booked as paid, as channels are told. */
class PaymentSourceTest {
    private static final RecordType<CustomerPayment> PAYMENT = RecordType.CUSTOMER_PAYMENT;
    private static final RecordType<CustomerDeposit> DEPOSIT = RecordType.CUSTOMER_DEPOSIT;

    private final TestBooks books = MoneyBooks.open();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void a_payment_tells_what_was_applied_to_an_invoice_and_for_which_order() {
        String order = MoneyBooks.order(books, "111-1");
        String invoice = books.netSuite.clerk().invoice(order, "{}");
        books.time.advance(Duration.ofHours(1));
        Instant entered = books.time.instant();
        String payment = enter(invoice, "50", "20.50", "\"paymentMethod\":{\"id\":\"7\"},\"tranDate\":\"2026-06-14\",");
        CustomerPayment told = present(only(news(PAYMENT)));
        assertThat(told.ref()).isEqualTo(ref(PAYMENT, payment + "-" + invoice));
        assertThat(told.amount()).isEqualTo(Money.of("20.50", "USD"));
        assertThat(told.method()).isEqualTo("7");
        assertThat(told.transactionId()).isEmpty();
        assertThat(told.channel().account()).isEqualTo(TestBooks.SHOP);
        assertThat(told.paidAt()).as("midnight in Los Angeles").isEqualTo(Instant.parse("2026-06-14T07:00:00Z"));
        assertThat(told.orderReferences().get(0))
                .isEqualTo(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "111-1"));
        assertThat(told.orderReferences()).contains(new OrderReference(OrderReference.Kind.ERP_ID, order));
        Change.Present<CustomerPayment> change = (Change.Present<CustomerPayment>) fetch(told);
        assertThat(change.createdAt()).contains(entered);
        assertThat(change.changedAt()).isEqualTo(entered);
    }

    @Test
    void one_payment_for_two_invoices_is_told_for_each_with_its_own_amount() {
        String first = MoneyBooks.invoiced(books, "111-1");
        String second = MoneyBooks.invoiced(books, "111-2");
        String payment = books.netSuite.clerk().enter("customerPayment", """
                        {"customer":{"id":"110"},"payment":60,"apply":{"items":[
                          {"doc":{"id":"%s"},"apply":true,"amount":10},{"doc":{"id":"%s"},"apply":true,"amount":45.25}]}}
                        """.formatted(first, second));
        assertThat(news(PAYMENT))
                .extracting(
                        change -> change.ref().id(), change -> present(change).amount(), this::channelOrder)
                .containsExactlyInAnyOrder(
                        tuple(payment + "-" + first, Money.of("10", "USD"), "111-1"),
                        tuple(payment + "-" + second, Money.of("45.25", "USD"), "111-2"));
    }

    @Test
    void fields_of_the_order_count_where_the_invoice_has_none() {
        String order = MoneyBooks.order(books, "111-1");
        String invoice = books.netSuite.clerk().invoice(order, "{}");
        books.netSuite
                .clerk()
                .edit("invoice", invoice, "{\"custbody_drayage_channel\":null,\"custbody_drayage_order_id\":null}");
        books.netSuite.bookkeeper().enterPayment(invoice, BigDecimal.TEN);
        CustomerPayment told = present(only(news(PAYMENT)));
        assertThat(told.channel().account()).isEqualTo(TestBooks.SHOP);
        assertThat(channelOrder(told)).isEqualTo("111-1");
    }

    @Test
    void payments_of_no_channel_are_not_told() {
        String invoice = books.netSuite.clerk().enter("invoice", """
                {"entity":{"id":"110"},"location":{"id":"6"},
                 "item":{"items":[{"item":{"id":"79"},"quantity":1,"price":{"id":"-1"},"rate":30}]}}""");
        String payment = books.netSuite.bookkeeper().enterPayment(invoice, BigDecimal.TEN);
        books.netSuite.clerk().enter("customerDeposit", "{\"customer\":{\"id\":\"110\"},\"payment\":7}");
        assertThat(news(PAYMENT)).isEmpty();
        assertThat(news(DEPOSIT)).isEmpty();
        assertThat(source(PAYMENT).fetch(ref(PAYMENT, payment + "-" + invoice), books.call()))
                .isInstanceOf(Change.NotVisible.class);
    }

    @Test
    void a_payment_that_came_from_the_channel_carries_the_channels_id() {
        String invoice = MoneyBooks.invoiced(books, "111-1");
        String payment = MoneyBooks.written(MoneyBooks.write(
                books, PAYMENT, MoneyBooks.payment("tx-9", "111-1", "59.85"), RecordType.INVOICE.name(), invoice));
        CustomerPayment told = present(only(news(PAYMENT)));
        assertThat(told.ref().id()).isEqualTo(payment + "-" + invoice);
        assertThat(told.transactionId()).contains("tx-9");
        assertThat(told.method()).as("no method was booked").isEqualTo("netsuite");
        assertThat(told.amount()).isEqualTo(Money.of("59.85", "USD"));
    }

    @Test
    void a_payment_taken_off_an_invoice_is_gone_from_it_and_told_for_the_other() {
        String first = MoneyBooks.invoiced(books, "111-1");
        String second = MoneyBooks.invoiced(books, "111-2");
        String payment = enter(first, "30", "30", "");
        settle(news(PAYMENT), PAYMENT);
        books.time.advance(Duration.ofHours(1));
        books.netSuite.clerk().edit("customerPayment", payment, """
                {"apply":{"items":[{"doc":{"id":"%s"},"apply":false},{"doc":{"id":"%s"},"apply":true,"amount":30}]}}
                """.formatted(first, second));
        List<Change<CustomerPayment>> later = news(PAYMENT);
        assertThat(later)
                .extracting(change -> change.ref().id())
                .containsExactlyInAnyOrder(payment + "-" + first, payment + "-" + second);
        assertThat(later)
                .filteredOn(change -> change instanceof Change.Gone)
                .extracting(change -> change.ref().id())
                .containsExactly(payment + "-" + first);
        assertThat(source(PAYMENT).fetch(ref(PAYMENT, payment + "-" + first), books.call()))
                .isInstanceOf(Change.Gone.class);
        source(PAYMENT)
                .acknowledge(
                        List.of(new SettledRecord(
                                ref(PAYMENT, payment + "-" + first), "gone", SettledRecord.Ending.PARKED, "")),
                        books.call());
        assertThat(news(PAYMENT))
                .as("once is enough")
                .extracting(change -> change.ref().id())
                .containsExactly(payment + "-" + second);
    }

    @Test
    void a_payment_kept_on_account_and_a_deposit_without_its_order_are_gone() {
        String invoice = MoneyBooks.invoiced(books, "111-1");
        String payment = enter(invoice, "30", "30", "");
        String deposit = books.netSuite.bookkeeper().enterDeposit(MoneyBooks.order(books, "111-2"), BigDecimal.TEN);
        settle(news(PAYMENT), PAYMENT);
        settle(news(DEPOSIT), DEPOSIT);
        books.time.advance(Duration.ofHours(1));
        books.netSuite.clerk().edit("customerPayment", payment, """
                {"apply":{"items":[{"doc":{"id":"%s"},"apply":false}]}}
                """.formatted(invoice));
        books.netSuite.clerk().edit("customerDeposit", deposit, "{\"salesOrder\":null}");
        assertThat(only(news(PAYMENT))).isEqualTo(new Change.Gone<>(ref(PAYMENT, payment + "-" + invoice)));
        assertThat(only(news(DEPOSIT))).isEqualTo(new Change.Gone<>(ref(DEPOSIT, deposit)));
    }

    @Test
    void a_voided_payment_or_deposit_is_gone() {
        String invoice = MoneyBooks.invoiced(books, "111-1");
        String payment = enter(invoice, "30", "30", "");
        String deposit = books.netSuite.bookkeeper().enterDeposit(MoneyBooks.order(books, "111-2"), BigDecimal.TEN);
        settle(news(PAYMENT), PAYMENT);
        settle(news(DEPOSIT), DEPOSIT);
        books.time.advance(Duration.ofHours(1));
        books.netSuite.bookkeeper().voidDocument("customerPayment", payment);
        books.netSuite.bookkeeper().voidDocument("customerDeposit", deposit);
        assertThat(only(news(PAYMENT))).isEqualTo(new Change.Gone<>(ref(PAYMENT, payment + "-" + invoice)));
        assertThat(only(news(DEPOSIT))).isEqualTo(new Change.Gone<>(ref(DEPOSIT, deposit)));
    }

    @Test
    void a_deleted_payment_or_deposit_is_gone_when_it_is_looked_for() {
        String invoice = MoneyBooks.invoiced(books, "111-1");
        enter(invoice, "30", "30", "");
        String deposit = books.netSuite.bookkeeper().enterDeposit(MoneyBooks.order(books, "111-2"), BigDecimal.TEN);
        CustomerPayment paid = present(only(news(PAYMENT)));
        CustomerDeposit deposited = present(only(news(DEPOSIT)));
        books.netSuite.bookkeeper().delete("customerPayment", paid.ref().id().split("-", -1)[0]);
        books.netSuite.bookkeeper().delete("customerDeposit", deposit);
        assertThat(fetch(paid)).isInstanceOf(Change.Gone.class);
        assertThat(source(DEPOSIT).fetch(deposited.ref(), books.call())).isInstanceOf(Change.Gone.class);
    }

    @Test
    void a_deposit_tells_its_amount_and_order() {
        String order = MoneyBooks.order(books, "111-1");
        String deposit = books.netSuite.bookkeeper().enterDeposit(order, new BigDecimal("12.34"));
        CustomerDeposit told = present(only(news(DEPOSIT)));
        assertThat(told.ref().id()).isEqualTo(deposit);
        assertThat(told.amount()).isEqualTo(Money.of("12.34", "USD"));
        assertThat(told.method()).isEqualTo("netsuite");
        assertThat(told.orderReferences())
                .contains(
                        new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "111-1"),
                        new OrderReference(OrderReference.Kind.ERP_ID, order));
        assertThat(told.paidAt()).isEqualTo(Instant.parse("2026-06-15T07:00:00Z"));
    }

    @Test
    void a_deposit_is_no_payment_and_a_payment_no_deposit() {
        String invoice = MoneyBooks.invoiced(books, "111-1");
        String payment = enter(invoice, "30", "30", "");
        assertThat(source(DEPOSIT).fetch(ref(DEPOSIT, payment), books.call())).isInstanceOf(Change.Gone.class);
        assertThat(source(PAYMENT).fetch(ref(PAYMENT, payment), books.call())).isInstanceOf(Change.NotVisible.class);
    }

    @Test
    void a_channel_field_that_names_no_channel_is_told() {
        String order = MoneyBooks.order(books, "111-1");
        books.netSuite.clerk().setOrderField(order, "custbody_drayage_channel", "\"web\"");
        books.netSuite.bookkeeper().enterDeposit(order, BigDecimal.TEN);
        assertThat(only(news(DEPOSIT))).isInstanceOfSatisfying(Change.Unreadable.class, unreadable -> {
            assertThat(unreadable.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE);
            assertThat(unreadable.message()).contains("web", "customer deposit");
        });
    }

    @Test
    void an_answer_without_payments_is_not_believed_when_the_role_lost_a_permission() {
        String invoice = MoneyBooks.invoiced(books, "111-1");
        enter(invoice, "30", "30", "");
        books.netSuite.revokePermission("invoice");
        assertThatThrownBy(() -> news(PAYMENT))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("TRAN_CUSTINVC");
        books.netSuite.revokePermission("customerDeposit");
        assertThatThrownBy(() -> news(DEPOSIT))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("TRAN_CUSTDEP");
    }

    @Test
    void rows_that_are_missing_repeated_or_reordered_are_asked_for_again() {
        List<String> entered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String invoice = MoneyBooks.invoiced(books, "111-" + i);
            entered.add(enter(invoice, "30", "30", "") + "-" + invoice);
        }
        try (var paged = books.open(books.standard().set("query.pageSize", "2").build())) {
            RecordSource<CustomerPayment> source = paged.source(PAYMENT).orElseThrow();
            for (PageFault fault : PageFault.values()) {
                for (int pages = 1; pages <= 2; pages++) {
                    books.netSuite.nextPages(pages, fault);
                    assertThat(refIds(source)).as("%s x %s", fault, pages).containsExactlyElementsOf(entered);
                }
            }
        }
    }

    private List<String> refIds(RecordSource<CustomerPayment> source) {
        Slice all = new Slice.Window(TestBooks.START, books.time.instant().plusSeconds(1));
        List<String> ids = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<CustomerPayment> page = source.read(all, at, books.call());
            page.changes().forEach(change -> ids.add(present(change).ref().id()));
            at = page.next();
        } while (at.isPresent());
        return ids;
    }

    @Test
    void a_payment_that_queries_do_not_show_yet_is_not_believed_gone() {
        String invoice = MoneyBooks.invoiced(books, "111-1");
        books.time.advance(Duration.ofMinutes(30));
        RecordRef entered = ref(PAYMENT, enter(invoice, "30", "30", "") + "-" + invoice);
        books.netSuite.queriesLagBehind(Duration.ofMinutes(2));
        assertThat(source(PAYMENT).fetch(entered, books.call())).isInstanceOf(Change.NotVisible.class);
        books.time.advance(Duration.ofMinutes(3));
        assertThat(source(PAYMENT).fetch(entered, books.call())).isInstanceOf(Change.Present.class);
    }

    @Test
    void a_deposit_that_was_applied_to_an_invoice_is_told_once_and_is_no_payment() {
        String order = MoneyBooks.order(books, "111-1");
        String deposit = books.netSuite.bookkeeper().enterDeposit(order, new BigDecimal("20.00"));
        String invoice = books.netSuite.clerk().invoice(order, "{}");
        books.netSuite.bookkeeper().applyDeposit(deposit, invoice, new BigDecimal("5.00"));
        assertThat(present(only(news(DEPOSIT))).amount()).isEqualTo(Money.of("20.00", "USD"));
        assertThat(news(PAYMENT)).isEmpty();
    }

    private String enter(String invoice, String amount, String applied, String more) {
        return books.netSuite.clerk().enter("customerPayment", """
                        {"customer":{"id":"110"},%s"payment":%s,
                         "apply":{"items":[{"doc":{"id":"%s"},"apply":true,"amount":%s}]}}
                        """.formatted(more, amount, invoice, applied));
    }

    /** What changed within the last minute. */
    private <T extends PaymentTransaction> List<Change<T>> news(RecordType<T> type) {
        Instant from = books.time.instant().minusSeconds(60);
        return source(type)
                .read(new Slice.Window(from, books.time.instant().plusSeconds(1)), Optional.empty(), books.call())
                .changes();
    }

    private <T extends PaymentTransaction> void settle(List<Change<T>> changes, RecordType<T> type) {
        assertThat(changes).isNotEmpty();
        source(type)
                .acknowledge(
                        changes.stream()
                                .map(change -> new SettledRecord(
                                        change.ref(),
                                        ((Change.Present<T>) change).revision(),
                                        SettledRecord.Ending.SETTLED,
                                        ""))
                                .toList(),
                        books.call());
    }

    private <T extends PaymentTransaction> RecordSource<T> source(RecordType<T> type) {
        return books.connector.source(type).orElseThrow();
    }

    private Change<CustomerPayment> fetch(CustomerPayment payment) {
        return source(PAYMENT).fetch(payment.ref(), books.call());
    }

    private RecordRef ref(RecordType<?> type, String id) {
        return RecordRef.of(books.connector.account(), type, id);
    }

    private String channelOrder(Change<CustomerPayment> change) {
        return channelOrder(present(change));
    }

    private static String channelOrder(CustomerPayment payment) {
        return payment.orderReferences().get(0).value();
    }

    private static <T extends PaymentTransaction> Change<T> only(List<Change<T>> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static <T extends PaymentTransaction> T present(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Present.class);
        return ((Change.Present<T>) change).record();
    }
}
