package dev.drayage.shopify.internal.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Charge;
import dev.drayage.model.Money;
import dev.drayage.model.Refund;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.TaxLine;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.Change;
import org.junit.jupiter.api.Test;

/** What a simulated shop does not do, told in the words of Shopify's answers. */
class RefundTranslationTest {

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private static Refund read(RefundAnswer answer) {
        return read(answer, MoneyBasis.SHOP);
    }

    private static Refund read(RefundAnswer answer, MoneyBasis basis) {
        return SimulatedShop.record(answer.change(basis));
    }

    private static void isUnreadable(Change<Refund> change, ErrorCode code, String place) {
        assertThat(change).isInstanceOfSatisfying(Change.Unreadable.class, unreadable -> {
            assertThat(unreadable.code()).isEqualTo(code);
            assertThat(unreadable.message()).startsWith("refund 900: ").contains(place);
        });
    }

    @Test
    void tax_alone_is_an_adjustment_where_shopify_tells_it_as_one() {
        Refund refund = RefundTie.tied(read(new RefundAnswer()
                .adjustment("REFUND_DISCREPANCY", "0.0", "-2.6")
                .paid("2.6", "2.6")));

        assertThat(refund.adjustments()).containsExactly(new Refund.Adjustment("REFUND_DISCREPANCY", cad("2.60")));
        assertThat(refund.total()).isEqualTo(cad("2.60"));
    }

    @Test
    void tax_alone_on_carriage_is_tax_without_a_charge() {
        Refund refund =
                RefundTie.tied(read(new RefundAnswer().shipping("0.0", "0.65").paid("0.65", "0.65")));

        assertThat(refund.charges()).isEmpty();
        assertThat(refund.taxes())
                .containsExactly(new TaxLine(TaxLine.Subject.SHIPPING, cad("0.65"), RemittedBy.SELLER, false));
    }

    @Test
    void a_later_exchange_rate_is_a_part_of_its_own_in_the_currency_that_the_refund_was_not_made_in() {
        RefundAnswer answer = new RefundAnswer().line("RETURN", "12.0", "8.0").paid("11.36", "8.0");

        Refund shop = RefundTie.tied(read(answer));
        assertThat(shop.lines().get(0).amount()).isEqualTo(cad("12.00"));
        assertThat(shop.adjustments()).containsExactly(new Refund.Adjustment("EXCHANGE_RATE", cad("-0.64")));
        assertThat(shop.total()).isEqualTo(cad("11.36"));
        Refund presentment = RefundTie.tied(read(answer, MoneyBasis.PRESENTMENT));
        assertThat(presentment.adjustments()).isEmpty();
        assertThat(presentment.total()).isEqualTo(Money.of("8.00", "USD"));
    }

    @Test
    void what_a_cash_register_rounded_is_a_part_of_its_own() {
        Refund refund = RefundTie.tied(
                read(new RefundAnswer().line("RETURN", "10.02", "10.02").paid("10.0", "10.0", "-0.02")));

        assertThat(refund.adjustments()).containsExactly(new Refund.Adjustment("CASH_ROUNDING", cad("-0.02")));
        assertThat(refund.total()).isEqualTo(cad("10.00"));
    }

    @Test
    void money_that_is_still_to_come_is_kept_back_by_an_adjustment_and_nothing_was_given_back_yet() {
        Refund refund = RefundTie.tied(read(new RefundAnswer()
                .line("RETURN", "12.0", "8.0")
                .adjustment("PENDING_REFUND_DISCREPANCY", "12.0", "0.0")));

        assertThat(refund.total().isZero()).isTrue();
        assertThat(refund.payments()).isEmpty();
    }

    @Test
    void more_money_than_parts_is_left_for_the_sync_to_show() {
        Refund refund = read(new RefundAnswer().line("RETURN", "12.0", "12.0").paid("15.0", "15.0"));

        assertThat(refund.total()).isEqualTo(cad("12.00"));
        assertThat(RefundTie.paid(refund)).isEqualTo(cad("15.00"));
    }

    @Test
    void duties_that_prices_hold_are_no_part_of_their_own() {
        RefundAnswer answer = new RefundAnswer().line("RETURN", "12.0", "12.0").duty("3.0");

        assertThat(read(answer).charges()).containsExactly(new Charge(Charge.Kind.DUTY, cad("3.00")));
        assertThat(read(answer.dutiesIncluded()).charges()).isEmpty();
        assertThat(RefundTie.tied(read(answer)).total()).isEqualTo(cad("12.00"));
    }

    @Test
    void a_word_of_next_year_for_what_became_of_goods_is_not_guessed_at() {
        isUnreadable(
                new RefundAnswer().line("DONATED", "12.0", "12.0").change(MoneyBasis.SHOP),
                ErrorCode.VALUE_UNKNOWN,
                ".restockType");
    }

    @Test
    void currencies_that_mix_are_told_by_their_place() {
        isUnreadable(
                new RefundAnswer()
                        .line("RETURN", "12.0", "8.0")
                        .orderIn("EUR", "USD")
                        .change(MoneyBasis.SHOP),
                ErrorCode.CURRENCY_MISMATCH,
                "is not in EUR");
    }

    @Test
    void lists_that_are_longer_than_what_is_read_at_once_are_not_cut() {
        isUnreadable(
                new RefundAnswer().paid("1.0", "1.0").morePayments().change(MoneyBasis.SHOP),
                ErrorCode.RECORD_UNREADABLE,
                "more charges, adjustments or payments");
    }
}
