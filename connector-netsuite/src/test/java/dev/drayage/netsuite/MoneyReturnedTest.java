package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Charge;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine.Restock;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testkit.netsuite.Books;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Credit memos, cash refunds and customer refunds, as the books show them afterwards. */
class MoneyReturnedTest {
    private static Books.Transaction booked(TestBooks books, String id) {
        return books.netSuite.books().transaction(id).orElseThrow();
    }

    private static BigDecimal stock(TestBooks books) {
        return books.netSuite.onHand("98", "6");
    }

    private static CustomerRefund paidBack(String id, String parent, String order, String amount) {
        return CustomerRefund.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.CUSTOMER_REFUND, id))
                .orderReferences(MoneyBooks.references(order))
                .payment(MoneyBooks.back(id, parent, amount))
                .refundedAt(TestBooks.START)
                .channel(MoneyBooks.CHANNEL)
                .build();
    }

    /** An order that was invoiced and paid. */
    private static String paidInvoice(TestBooks books, String order) {
        String invoice = MoneyBooks.invoiced(books, order);
        MoneyBooks.written(MoneyBooks.write(
                books,
                RecordType.CUSTOMER_PAYMENT,
                MoneyBooks.payment("tx-" + order, order, "59.85"),
                RecordType.INVOICE.name(),
                invoice));
        return invoice;
    }

    private static Refund oneMug(Restock restock) {
        return MoneyBooks.refund("R1", "111-1", "19.95")
                .addLines(MoneyBooks.line("L1", "MUG-BLUE", 1, "19.95", restock))
                .addPayments(MoneyBooks.back("rf1", "tx-111-1", "19.95"))
                .build();
    }

    @Test
    void goods_that_came_back_are_in_stock_again() {
        try (TestBooks books = MoneyBooks.open()) {
            paidInvoice(books, "111-1");
            BigDecimal before = stock(books);
            EffectOutcome outcome = books.write(RecordType.REFUND, oneMug(Restock.RETURNED));
            assertThat(((EffectOutcome.Applied) outcome).ref().type()).isEqualTo("creditMemo");
            assertThat(booked(books, MoneyBooks.written(outcome)).total()).isEqualByComparingTo("19.95");
            assertThat(stock(books)).isEqualByComparingTo(before.add(BigDecimal.ONE));
        }
    }

    @Test
    void goods_that_did_not_come_back_are_not() {
        try (TestBooks books = MoneyBooks.open()) {
            paidInvoice(books, "111-1");
            BigDecimal before = stock(books);
            String credit = MoneyBooks.written(books.write(RecordType.REFUND, oneMug(Restock.NONE)));
            assertThat(booked(books, credit).total()).isEqualByComparingTo("19.95");
            assertThat(booked(books, credit).lines())
                    .extracting(Books.Line::itemId)
                    .containsExactly("81");
            assertThat(stock(books)).isEqualByComparingTo(before);
        }
    }

    @Test
    void without_an_item_for_goods_that_did_not_come_back_nothing_is_guessed() {
        try (TestBooks books = MoneyBooks.open(settings -> settings.set("item.refund", "none"))) {
            paidInvoice(books, "111-1");
            EffectOutcome outcome = books.write(RecordType.REFUND, oneMug(Restock.NONE));
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.VALUE_UNMAPPED);
            assertThat(books.netSuite.records("creditMemo")).isEmpty();
        }
    }

    @Test
    void carriage_and_a_sum_alone_are_given_back_without_goods() {
        try (TestBooks books = MoneyBooks.open()) {
            paidInvoice(books, "111-1");
            Refund refund = MoneyBooks.refund("R1", "111-1", "10.45")
                    .addCharges(new Charge(Charge.Kind.SHIPPING, Money.of("7.95", "USD")))
                    .addAdjustments(new Refund.Adjustment("goodwill", Money.of("2.50", "USD")))
                    .addPayments(MoneyBooks.back("rf1", "tx-111-1", "10.45"))
                    .build();
            String credit = MoneyBooks.written(books.write(RecordType.REFUND, refund));
            assertThat(booked(books, credit).total()).isEqualByComparingTo("10.45");
        }
    }

    @Test
    void the_money_goes_back_out_of_the_credit() {
        try (TestBooks books = MoneyBooks.open()) {
            paidInvoice(books, "111-1");
            String credit = MoneyBooks.written(books.write(RecordType.REFUND, oneMug(Restock.NONE)));
            MoneyBooks.written(MoneyBooks.write(
                    books,
                    RecordType.CUSTOMER_REFUND,
                    paidBack("rf1", "tx-111-1", "111-1", "19.95"),
                    "creditMemo",
                    credit));
            assertThat(booked(books, credit).open()).isEqualByComparingTo("0");
            assertThat(books.netSuite.books().balance(MoneyBooks.REFUNDS, "1")).isEqualByComparingTo("-19.95");
            assertThat(books.netSuite.books().balance("1400", "1")).isEqualByComparingTo("0");
        }
    }

    @Test
    void what_was_given_back_without_money_lowers_the_open_invoice() {
        try (TestBooks books = MoneyBooks.open()) {
            String invoice = MoneyBooks.invoiced(books, "111-1");
            Refund refund = Refund.builder()
                    .from(oneMug(Restock.NONE))
                    .payments(java.util.List.of())
                    .build();
            String credit = MoneyBooks.written(books.write(RecordType.REFUND, refund));
            assertThat(booked(books, invoice).open()).isEqualByComparingTo("39.90");
            assertThat(booked(books, credit).open()).isEqualByComparingTo("0");
        }
    }

    @Test
    void a_cash_sale_gets_a_cash_refund_which_needs_no_customer_refund() {
        try (TestBooks books = MoneyBooks.open()) {
            String order = MoneyBooks.order(books, "111-1");
            books.netSuite.clerk().bill(order, "{}");
            EffectOutcome outcome = books.write(RecordType.REFUND, oneMug(Restock.NONE));
            EffectOutcome.Applied applied = (EffectOutcome.Applied) outcome;
            assertThat(applied.ref().type()).isEqualTo("cashRefund");
            assertThat(booked(books, applied.ref().id()).total()).isEqualByComparingTo("19.95");
            assertThat(MoneyBooks.write(
                            books,
                            RecordType.CUSTOMER_REFUND,
                            paidBack("rf1", "tx-111-1", "111-1", "19.95"),
                            "cashRefund",
                            applied.ref().id()))
                    .isInstanceOf(EffectOutcome.Unchanged.class);
            assertThat(books.netSuite.records("customerRefund")).isEmpty();
        }
    }

    @Test
    void units_that_never_left_an_order_without_a_bill_go_back_out_of_its_deposit() {
        try (TestBooks books = MoneyBooks.open()) {
            String order = MoneyBooks.order(books, "111-1");
            String deposit = MoneyBooks.written(MoneyBooks.write(
                    books,
                    RecordType.CUSTOMER_DEPOSIT,
                    MoneyBooks.deposit("tx-111-1", "111-1", "59.85"),
                    RecordType.SALES_ORDER.name(),
                    order));
            EffectOutcome outcome = books.write(RecordType.REFUND, oneMug(Restock.CANCELLED));
            EffectOutcome.Unchanged nothing = (EffectOutcome.Unchanged) outcome;
            MoneyBooks.written(MoneyBooks.write(
                    books,
                    RecordType.CUSTOMER_REFUND,
                    paidBack("rf1", "tx-111-1", "111-1", "19.95"),
                    nothing.ref().type(),
                    nothing.ref().id()));
            assertThat(booked(books, deposit).open()).isEqualByComparingTo("39.90");
            assertThat(books.netSuite.books().balance("1700", "1")).isEqualByComparingTo("-39.90");
        }
    }

    @Test
    void a_refund_of_goods_that_left_waits_for_the_bill() {
        try (TestBooks books = MoneyBooks.open()) {
            MoneyBooks.order(books, "111-1");
            assertThat(books.write(RecordType.REFUND, oneMug(Restock.RETURNED)))
                    .isInstanceOf(EffectOutcome.Deferred.class);
        }
    }

    @Test
    void G2_a_refund_stands_once_however_often_it_is_sent() {
        try (TestBooks books = MoneyBooks.open()) {
            paidInvoice(books, "111-1");
            String first = MoneyBooks.written(books.write(RecordType.REFUND, oneMug(Restock.NONE)));
            String second = MoneyBooks.written(books.write(RecordType.REFUND, oneMug(Restock.NONE)));
            assertThat(second).isEqualTo(first);
            assertThat(books.netSuite.records("creditMemo")).hasSize(1);
        }
    }
}
