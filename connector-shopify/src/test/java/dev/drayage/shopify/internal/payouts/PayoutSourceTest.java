package dev.drayage.shopify.internal.payouts;

import static dev.drayage.shopify.internal.SimulatedShop.ACCOUNT;
import static dev.drayage.shopify.internal.SimulatedShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.model.Money;
import dev.drayage.model.Payout;
import dev.drayage.model.PayoutEntry;
import dev.drayage.model.PostingCategory;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentsAccount;
import dev.drayage.testkit.shopify.Payout.Status;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutSourceTest {
    private final SimulatedShop simulated = new SimulatedShop();
    private final PaymentsAccount payments = simulated.shop.payments();
    private final RecordSource<Payout> source = simulated.source(RecordType.PAYOUT);

    @AfterEach
    void close() {
        assertThat(simulated.shop.traffic().violations()).isEmpty();
        simulated.close();
    }

    private ShopOrder sold() {
        return simulated.shop.orders().placePaid(NewOrder.of(NewLine.of("SHIRT-1", 2, "25.00")));
    }

    private Payout read(dev.drayage.testkit.shopify.Payout payout) {
        return SimulatedShop.record(fetch(payout));
    }

    private Change<Payout> fetch(dev.drayage.testkit.shopify.Payout payout) {
        return source.fetch(RecordRef.of(ACCOUNT, RecordType.PAYOUT, Long.toString(payout.number())), simulated.call());
    }

    private List<Change<Payout>> window(Instant from, Instant to) {
        return simulated.all(source, from, to);
    }

    @Test
    void a_payout_is_the_sum_of_its_rows_and_each_payment_is_named_by_its_transaction() {
        ShopOrder order = sold();
        simulated.shop.orders().refund(order, RefundDraft.empty().money("10.00"));
        payments.row("DISPUTE_WITHDRAWAL", "-5.00", "15.00", "chargeback");
        Payout read = read(payments.closePayout());

        assertThat(read.entries())
                .extracting(PayoutEntry::kind)
                .containsExactly(PayoutEntry.Kind.PAYMENT, PayoutEntry.Kind.REFUND, PayoutEntry.Kind.POSTING);
        PayoutEntry charge = read.entries().get(0);
        assertThat(charge.transactionId())
                .contains(Long.toString(order.payments().get(0).number()));
        assertThat(charge.orderId()).contains(Long.toString(order.number()));
        assertThat(charge.amount()).isEqualTo(Money.of("50.00", "USD"));
        assertThat(charge.fee()).isEqualTo(Money.of("1.75", "USD"));
        PayoutEntry refund = read.entries().get(1);
        assertThat(refund.amount()).isEqualTo(Money.of("-10.00", "USD"));
        assertThat(refund.transactionId())
                .contains(Long.toString(order.payments().get(1).number()));
        PayoutEntry dispute = read.entries().get(2);
        assertThat(dispute.category()).isEqualTo(PostingCategory.DISPUTE);
        assertThat(dispute.type()).isEqualTo("DISPUTE_WITHDRAWAL");
        assertThat(dispute.transactionId()).isEmpty();
        assertThat(read.entries())
                .allSatisfy(entry ->
                        assertThat(entry.net()).isEqualTo(entry.amount().minus(entry.fee())));
        assertThat(read.entries().stream().map(PayoutEntry::net).reduce(Money::plus))
                .contains(read.net());
        assertThat(read.paymentMethod()).isEqualTo("shopify_payments");
        assertThat(read.trace()).isPresent();
        assertThat(read.issuedAt()).isEqualTo(START);
    }

    @Test
    void rows_are_read_over_all_pages() {
        for (int i = 0; i < 260; i++) {
            payments.row("ADJUSTMENT", "1.00", "0.00", "");
        }
        Payout read = read(payments.closePayout());

        assertThat(read.entries()).hasSize(260);
        assertThat(read.net()).isEqualTo(Money.of("260.00", "USD"));
    }

    @Test
    void a_withdrawal_is_negative() {
        payments.row("RESERVED_FUNDS", "-30.00", "0.00", "");

        Payout read = read(payments.closePayout());

        assertThat(read.net()).isEqualTo(Money.of("-30.00", "USD"));
        assertThat(read.entries().get(0).category()).isEqualTo(PostingCategory.RESERVE);
    }

    @Test
    void a_payout_whose_status_changes_after_its_window_is_told_again_while_the_look_back_lasts() {
        sold();
        var payout = payments.closePayout();
        Change<Payout> first = fetch(payout);
        simulated.pass(Duration.ofDays(3));
        Instant later = simulated.time.instant();

        assertThat(window(later, later.plusSeconds(60))).as("unchanged").containsExactly(first);

        payments.settle(payout, Status.PAID);
        Change<Payout> paid = window(later, later.plusSeconds(60)).get(0);
        assertThat(SimulatedShop.record(paid).status()).isEqualTo(Payout.Status.PAID);
        assertThat(revision(paid)).isNotEqualTo(revision(first)).startsWith("PAID 48.25 ");
        payments.settle(payout, Status.FAILED);
        assertThat(SimulatedShop.record(fetch(payout)).status()).isEqualTo(Payout.Status.FAILED);
        payments.settle(payout, Status.CANCELED);
        assertThat(SimulatedShop.record(fetch(payout)).status()).isEqualTo(Payout.Status.CANCELLED);
        Instant muchLater = START.plus(Duration.ofDays(15));
        assertThat(window(muchLater, muchLater.plusSeconds(60))).isEmpty();
    }

    private static String revision(Change<Payout> change) {
        return ((Change.Present<Payout>) change).revision();
    }

    @Test
    void the_look_back_can_be_set() {
        payments.row("ADJUSTMENT", "1.00", "0.00", "");
        payments.closePayout();
        RecordSource<Payout> without = simulated
                .open(simulated.settings().payoutLookBack(Duration.ZERO))
                .source(RecordType.PAYOUT)
                .orElseThrow();

        assertThat(simulated.all(without, START, START.plusSeconds(1))).hasSize(1);
        assertThat(simulated.all(without, START.plusSeconds(1), START.plusSeconds(60)))
                .isEmpty();
        assertThat(simulated.all(source, START.plusSeconds(1), START.plusSeconds(60)))
                .hasSize(1);
        assertThat(simulated.all(source, START.minusSeconds(60), START)).isEmpty();
    }

    @Test
    void a_payout_that_failed_comes_back_with_the_next_one() {
        sold();
        var failed = payments.closePayout();
        payments.settle(failed, Status.FAILED);
        simulated.pass(Duration.ofHours(1));

        Payout retried = read(payments.closePayout());

        assertThat(retried.net()).isEqualTo(Money.of("48.25", "USD"));
        assertThat(retried.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.category()).isEqualTo(PostingCategory.RETRIED_PAYOUT));
    }

    @ParameterizedTest
    @CsvSource({
        "STRIPE_FEE, FEE",
        "CHARGEBACK_FEE, FEE",
        "CHARGEBACK_FEE_REFUND, FEE",
        "MARKETPLACE_FEE_CREDIT, FEE",
        "CHARGEBACK_HOLD, DISPUTE",
        "RISK_WITHDRAWAL, DISPUTE",
        "RESERVED_FUNDS_REVERSAL, RESERVE",
        "REFUND_FAILURE, ADJUSTMENT",
        "ANOMALY_DEBIT, ADJUSTMENT",
        "ADVANCE_FUNDING, ADVANCE",
        "LENDING_CAPITAL_REMITTANCE, ADVANCE",
        "SHIPPING_LABEL, OTHER",
        "A_TYPE_OF_NEXT_YEAR, OTHER"
    })
    void a_row_is_a_posting_by_its_type_and_an_unknown_one_is_other_with_its_own_word(
            String type, PostingCategory category) {
        assertThat(RowKinds.kind(type)).isEqualTo(PayoutEntry.Kind.POSTING);
        assertThat(RowKinds.category(type)).isEqualTo(category);
    }

    @Test
    void a_shop_without_shopify_payments_has_no_payouts() {
        try (SimulatedShop without = new SimulatedShop(builder -> builder.withoutPayments())) {
            assertThat(without.all(without.source(RecordType.PAYOUT), START, START.plusSeconds(60)))
                    .isEmpty();
            assertThat(without.source(RecordType.PAYOUT)
                            .fetch(RecordRef.of(ACCOUNT, RecordType.PAYOUT, "1"), without.call()))
                    .isInstanceOf(Change.NotVisible.class);
        }
    }

    @Test
    void an_app_without_access_is_told_so() {
        payments.row("ADJUSTMENT", "1.00", "0.00", "");
        payments.closePayout();
        simulated.shop.scopes(Set.of("read_orders"));
        assertThatThrownBy(() -> window(START, START.plusSeconds(60))).isInstanceOf(AuthorisationException.class);
        simulated.shop.scopes(Set.of("read_shopify_payments_accounts"));
        assertThatThrownBy(() -> window(START, START.plusSeconds(60))).isInstanceOf(AuthorisationException.class);
    }

    @Test
    void a_cursor_that_shopify_refuses_has_expired() {
        Slice window = new Slice.Window(START, START.plusSeconds(60));

        assertThatThrownBy(
                        () -> source.read(window, Optional.of(new Cursor("1 payouts 2026-10 abc")), simulated.call()))
                .isInstanceOf(CursorExpiredException.class);
    }
}
