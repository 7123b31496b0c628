package dev.drayage.shopify.internal.refunds;

import static dev.drayage.shopify.internal.SimulatedShop.ACCOUNT;
import static dev.drayage.shopify.internal.SimulatedShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.model.Charge;
import dev.drayage.model.LineReference;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundLine.Restock;
import dev.drayage.model.RefundedPayment;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.TaxLine;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.shopify.Discount;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.OrderPayment;
import dev.drayage.testkit.shopify.OrderRefund;
import dev.drayage.testkit.shopify.Orders;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Given a paid order of two shirts and a mug, 10 % tax on top, shipped for 5 dollars. */
class RefundSourceTest {
    private final SimulatedShop simulated = new SimulatedShop();
    private final Orders orders = simulated.shop.orders();
    private final StockLocation east = simulated.shop.stock().location("East");
    private final RecordSource<Refund> source = simulated.source(RecordType.REFUND);

    @AfterEach
    void close() {
        assertThat(simulated.shop.traffic().violations()).isEmpty();
        simulated.close();
    }

    private static NewOrder plain() {
        return NewOrder.of(
                        NewLine.of("SHIRT-1", 2, "20.00").tax("VAT", "0.1"),
                        NewLine.of("MUG-1", 1, "7.50").tax("VAT", "0.1"))
                .shipping("Standard", "5.00", "VAT", "0.1");
    }

    private static OrderLine shirts(ShopOrder order) {
        return order.lines().get(0);
    }

    private Refund given(ShopOrder order, RefundDraft draft) {
        return read(orders.refund(order, draft));
    }

    private Refund read(OrderRefund refund) {
        return read(source, refund);
    }

    private Refund read(RecordSource<Refund> from, OrderRefund refund) {
        return RefundTie.tied(SimulatedShop.record(fetch(from, refund)));
    }

    private Change<Refund> fetch(RecordSource<Refund> from, OrderRefund refund) {
        return from.fetch(RecordRef.of(ACCOUNT, RecordType.REFUND, Long.toString(refund.number())), simulated.call());
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static TaxLine tax(TaxLine.Subject subject, String amount) {
        return new TaxLine(subject, usd(amount), RemittedBy.SELLER, false);
    }

    @Test
    void a_refund_names_its_order_its_line_and_the_payment_that_it_takes_back() {
        ShopOrder order = orders.placePaid(plain());
        OrderRefund made =
                orders.refund(order, RefundDraft.empty().line(shirts(order), 1).paidBack());
        Refund refund = read(made);

        assertThat(refund.number()).isEqualTo("#1001");
        assertThat(refund.orderReferences())
                .containsExactly(
                        new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, Long.toString(order.number())));
        RefundLine line = refund.lines().get(0);
        assertThat(line.line())
                .isEqualTo(LineReference.channel(shirts(order).gid().replaceAll(".*/", "")));
        assertThat(line.sku()).isEqualTo("SHIRT-1");
        assertThat(line.quantity()).isEqualByComparingTo("1");
        assertThat(line.amount()).isEqualTo(usd("20.00"));
        assertThat(line.taxes()).containsExactly(tax(TaxLine.Subject.ITEM, "2.00"));
        assertThat(refund.total()).isEqualTo(usd("22.00"));
        OrderPayment back = made.payments().get(0);
        assertThat(refund.payments())
                .containsExactly(new RefundedPayment(
                        Long.toString(back.number()),
                        Optional.of(Long.toString(order.payments().get(0).number())),
                        "shopify_payments",
                        usd("22.00")));
    }

    @Test
    void lines_with_different_rates_are_given_back_each_with_its_own_tax_one_refund_after_another() {
        ShopOrder order = orders.placePaid(NewOrder.of(
                NewLine.of("SHIRT-1", 2, "20.00").tax("VAT", "0.19"),
                NewLine.of("BOOK-1", 1, "8.00").tax("VAT", "0.07")));
        Refund first = given(
                order,
                RefundDraft.empty()
                        .line(shirts(order), 1)
                        .line(order.lines().get(1), 1)
                        .paidBack());
        Refund second = given(order, RefundDraft.empty().line(shirts(order), 1).paidBack());

        assertThat(first.lines())
                .extracting(RefundLine::taxes)
                .containsExactly(
                        List.of(tax(TaxLine.Subject.ITEM, "3.80")), List.of(tax(TaxLine.Subject.ITEM, "0.56")));
        assertThat(first.total()).isEqualTo(usd("32.36"));
        assertThat(second.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("1"));
        assertThat(second.total()).isEqualTo(usd("23.80"));
    }

    @Test
    void carriage_comes_back_with_its_tax() {
        ShopOrder order = orders.placePaid(plain());
        Refund refund = given(order, RefundDraft.empty().allShipping().paidBack());

        assertThat(refund.lines()).isEmpty();
        assertThat(refund.charges()).containsExactly(new Charge(Charge.Kind.SHIPPING, usd("5.00"), "Standard"));
        assertThat(refund.taxes()).containsExactly(tax(TaxLine.Subject.SHIPPING, "0.50"));
        assertThat(refund.total()).isEqualTo(usd("5.50"));
    }

    @Test
    void money_that_no_line_explains_is_an_adjustment_that_was_given_back() {
        ShopOrder order = orders.placePaid(plain());
        Refund refund = given(order, RefundDraft.empty().money("3.00"));

        assertThat(refund.lines()).isEmpty();
        assertThat(refund.adjustments()).containsExactly(new Refund.Adjustment("REFUND_DISCREPANCY", usd("3.00")));
        assertThat(refund.total()).isEqualTo(usd("3.00"));
        assertThat(RefundTie.paid(refund)).isEqualTo(usd("3.00"));
    }

    @Test
    void what_is_kept_back_of_the_lines_is_a_negative_adjustment() {
        ShopOrder order = orders.placePaid(plain());
        Refund refund = given(order, RefundDraft.empty().line(shirts(order), 1).money("17.00"));

        assertThat(refund.lines().get(0).amount()).isEqualTo(usd("20.00"));
        assertThat(refund.adjustments()).containsExactly(new Refund.Adjustment("REFUND_DISCREPANCY", usd("-5.00")));
        assertThat(refund.total()).isEqualTo(usd("17.00"));
        assertThat(RefundTie.paid(refund)).isEqualTo(usd("17.00"));
    }

    @Test
    void goods_that_came_back_without_money_are_a_credit_that_was_not_paid_out() {
        ShopOrder order = shipped(orders.placePaid(plain()));
        Refund refund = given(order, RefundDraft.empty().returned(shirts(order), 2, east));

        assertThat(refund.lines().get(0).restock()).isEqualTo(Restock.RETURNED);
        assertThat(refund.total()).isEqualTo(usd("44.00"));
        assertThat(refund.payments()).isEmpty();
    }

    private ShopOrder shipped(ShopOrder order) {
        orders.ship(order.openFulfillmentOrders().get(0), "UPS", "1Z1");
        return order;
    }

    @Test
    void units_that_were_taken_out_without_money_give_nothing_back_because_the_order_tells_of_them() {
        ShopOrder order = orders.placePaid(plain());

        for (Refund refund : List.of(
                given(order, RefundDraft.empty().cancelled(shirts(order), 1, east)),
                given(order, RefundDraft.empty().line(shirts(order), 1)))) {
            assertThat(refund.total().isZero()).isTrue();
            assertThat(refund.lines()).isEmpty();
            assertThat(refund.payments()).isEmpty();
        }
    }

    @Test
    void an_edit_that_takes_units_out_makes_no_refund() {
        ShopOrder order = orders.placePaid(plain());
        orders.edit(order, shirts(order), 1);

        assertThat(simulated.all(source, START, START.plusSeconds(60))).isEmpty();
    }

    @Test
    void prices_that_hold_their_tax_hold_it_in_the_refund() {
        ShopOrder order = orders.placePaid(plain().taxesIncluded());
        Refund refund = given(
                order, RefundDraft.empty().line(shirts(order), 1).allShipping().paidBack());

        assertThat(refund.lines().get(0).amount()).isEqualTo(usd("20.00"));
        assertThat(refund.lines().get(0).taxes())
                .containsExactly(new TaxLine(TaxLine.Subject.ITEM, usd("1.82"), RemittedBy.SELLER, true));
        assertThat(refund.total()).isEqualTo(usd("25.00"));
        assertThat(RefundTie.paid(refund)).isEqualTo(usd("25.00"));
    }

    @Test
    void a_shop_that_counts_in_the_buyers_currency_reads_every_amount_in_it() {
        RecordSource<Refund> presentment = simulated
                .open(simulated.settings().moneyBasis(MoneyBasis.PRESENTMENT))
                .source(RecordType.REFUND)
                .orElseThrow();
        ShopOrder order = orders.placePaid(plain().paidIn("CAD", "1.37"));
        OrderRefund made = orders.refund(
                order, RefundDraft.empty().line(shirts(order), 1).allShipping().money("30.00"));

        Refund inCad = read(presentment, made);
        assertThat(inCad.total()).isEqualTo(Money.of("30.00", "CAD"));
        assertThat(inCad.lines().get(0).amount()).isEqualTo(Money.of("27.40", "CAD"));
        assertThat(RefundTie.paid(inCad)).isEqualTo(inCad.total());
        Refund inUsd = read(made);
        assertThat(inUsd.total()).isEqualTo(usd("21.90"));
        assertThat(inUsd.lines().get(0).amount()).isEqualTo(usd("20.00"));
        assertThat(RefundTie.paid(inUsd)).isEqualTo(inUsd.total());
    }

    @Test
    void a_currency_of_three_decimals_ties_to_the_last_of_them() {
        try (SimulatedShop kuwait = new SimulatedShop(builder -> builder.currency("KWD", "KWD"))) {
            ShopOrder order = kuwait.shop
                    .orders()
                    .placePaid(NewOrder.of(NewLine.of("SHIRT-1", 3, "3.335").tax("VAT", "0.05"))
                            .discount(Discount.automatic("One off", "1.000")));
            kuwait.shop
                    .orders()
                    .refund(
                            order,
                            RefundDraft.empty().line(order.lines().get(0), 2).paidBack());
            Refund refund = RefundTie.tied(
                    SimulatedShop.record(kuwait.all(kuwait.source(RecordType.REFUND), START, START.plusSeconds(60))
                            .get(0)));

            assertThat(refund.currency().getCurrencyCode()).isEqualTo("KWD");
            assertThat(refund.total()).isEqualTo(Money.of("6.303", "KWD"));
            assertThat(RefundTie.paid(refund)).isEqualTo(refund.total());
        }
    }

    @Test
    void tax_that_a_marketplace_remits_is_told_apart() {
        ShopOrder all =
                orders.placePaid(NewOrder.of(NewLine.of("SHIRT-1", 1, "20.00").remittedTax("State", "0.05")));
        ShopOrder some = orders.placePaid(NewOrder.of(
                NewLine.of("SHIRT-1", 1, "20.00").remittedTax("State", "0.05").tax("City", "0.0125")));

        assertThat(given(all, RefundDraft.empty().line(shirts(all), 1).paidBack())
                        .lines()
                        .get(0)
                        .taxes())
                .containsExactly(new TaxLine(TaxLine.Subject.ITEM, usd("1.00"), RemittedBy.MARKETPLACE, false));
        assertThat(given(some, RefundDraft.empty().line(shirts(some), 1).paidBack())
                        .lines()
                        .get(0)
                        .taxes())
                .containsExactly(
                        tax(TaxLine.Subject.ITEM, "0.25"),
                        new TaxLine(TaxLine.Subject.ITEM, usd("1.00"), RemittedBy.MARKETPLACE, false));
    }

    @Test
    void duties_and_a_tip_come_back_as_what_they_are() {
        ShopOrder order = orders.placePaid(
                NewOrder.of(NewLine.of("SHIRT-1", 1, "20.00").duty("3.00")).tip("2.00"));
        orders.cancel(order, true);
        Refund refund = read(order.refunds().get(0));

        assertThat(refund.charges())
                .containsExactlyInAnyOrder(
                        new Charge(Charge.Kind.TIP, usd("2.00"), "Tip"), new Charge(Charge.Kind.DUTY, usd("3.00")));
        assertThat(refund.lines()).extracting(RefundLine::sku).containsExactly("SHIRT-1");
        assertThat(refund.total()).isEqualTo(usd("25.00"));
    }

    @Test
    void money_that_has_not_settled_is_told_when_it_has() {
        ShopOrder order = orders.placePaid(plain());
        OrderRefund made =
                orders.refund(order, RefundDraft.empty().money("3.00").pending());
        Change.Present<Refund> pending = (Change.Present<Refund>) fetch(source, made);
        assertThat(pending.record().payments()).isEmpty();
        assertThat(pending.record().moneyPending()).isTrue();
        assertThat(RefundTie.tied(pending.record()).total()).isEqualTo(usd("3.00"));
        simulated.pass(Duration.ofHours(1));
        var later = simulated.time.instant();
        orders.decide(order, made.payments().get(0), OrderPayment.Status.SUCCESS);
        simulated.pass(Duration.ofHours(1));

        List<Change<Refund>> news = simulated.all(source, later, later.plusSeconds(60));

        assertThat(news).hasSize(1);
        Change.Present<Refund> settled = (Change.Present<Refund>) news.get(0);
        assertThat(settled.revision()).isNotEqualTo(pending.revision());
        assertThat(settled.record().moneyPending()).isFalse();
        assertThat(settled.changedAt()).isEqualTo(later);
        assertThat(RefundTie.paid(settled.record())).isEqualTo(usd("3.00"));
    }

    @Test
    void money_that_the_gateway_refused_is_no_payment() {
        ShopOrder order = orders.placePaid(plain());
        OrderRefund made =
                orders.refund(order, RefundDraft.empty().money("3.00").pending());
        orders.decide(order, made.payments().get(0), OrderPayment.Status.FAILURE);

        assertThat(read(made).payments()).isEmpty();
    }

    @Test
    void a_refund_of_an_order_that_changed_for_another_reason_keeps_its_revision() {
        ShopOrder order = orders.placePaid(plain());
        OrderRefund made = orders.refund(order, RefundDraft.empty().money("3.00"));
        String before = ((Change.Present<Refund>) fetch(source, made)).revision();
        simulated.pass(Duration.ofHours(1));
        orders.note(order, "call first");

        assertThat(((Change.Present<Refund>) fetch(source, made)).revision()).isEqualTo(before);
    }

    @Test
    void lines_are_read_over_all_pages() {
        NewLine[] lines = new NewLine[120];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = NewLine.of("SKU-" + i, 1, "1.00");
        }
        ShopOrder order = orders.placePaid(NewOrder.of(lines));
        RefundDraft draft = RefundDraft.empty();
        order.lines().forEach(line -> draft.line(line, 1));

        assertThat(given(order, draft.paidBack()).lines()).hasSize(120);
    }

    @Test
    void refunds_of_test_orders_are_read_only_if_they_are_wanted() {
        ShopOrder order = orders.placePaid(plain().test());
        OrderRefund made = orders.refund(order, RefundDraft.empty().money("3.00"));
        RecordSource<Refund> wanting = simulated
                .open(simulated.settings().testOrders(true))
                .source(RecordType.REFUND)
                .orElseThrow();

        assertThat(simulated.all(source, START, START.plusSeconds(60))).isEmpty();
        assertThat(fetch(source, made)).isInstanceOf(Change.NotVisible.class);
        assertThat(simulated.all(wanting, START, START.plusSeconds(60))).hasSize(1);
        assertThat(fetch(wanting, made)).isInstanceOf(Change.Present.class);
    }

    @Test
    void an_app_without_access_is_told_so_and_a_refused_cursor_has_expired() {
        Slice window = new Slice.Window(START, START.plusSeconds(60));
        assertThatThrownBy(() -> source.read(window, Optional.of(new Cursor("1 orders 2026-10 abc")), simulated.call()))
                .isInstanceOf(CursorExpiredException.class);
        simulated.shop.scopes(Set.of("read_products"));
        assertThatThrownBy(() -> source.read(window, Optional.empty(), simulated.call()))
                .isInstanceOf(AuthorisationException.class);
    }
}
