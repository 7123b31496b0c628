package dev.drayage.shopify.internal.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Charge;
import dev.drayage.model.Money;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundedPayment;
import dev.drayage.model.TaxLine;
import java.util.stream.Stream;

/** The sums that the refund sync demands before it books anything. */
final class RefundTie {
    private RefundTie() {}

    /** The refund, if its parts come to its total and no more money went back than that. */
    static Refund tied(Refund refund) {
        Stream<Money> taxes = Stream.concat(
                        refund.lines().stream().flatMap(line -> line.taxes().stream()), refund.taxes().stream())
                .filter(tax -> !tax.includedInPrice())
                .map(TaxLine::amount);
        Money parts = Stream.of(
                        refund.lines().stream().map(RefundLine::amount),
                        refund.charges().stream().map(Charge::amount),
                        refund.adjustments().stream().map(Refund.Adjustment::amount),
                        taxes)
                .flatMap(all -> all)
                .reduce(Money.zero(refund.currency()), Money::plus);
        assertThat(parts).as("parts of refund " + refund.ref().id()).isEqualTo(refund.total());
        assertThat(paid(refund)).isLessThanOrEqualTo(refund.total());
        return refund;
    }

    /** The money that went back. */
    static Money paid(Refund refund) {
        return refund.payments().stream()
                .map(RefundedPayment::amount)
                .reduce(Money.zero(refund.currency()), Money::plus);
    }
}
