package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundedPayment;
import dev.drayage.model.TaxLine;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From what a storefront gave back to a credit and to the money that went back. The parts must come to the channel's own total,
 * and the money must not be more than that.
 */
final class RefundTranslation implements Translation<Refund> {
    private static final Duration RECHECK = Duration.ofHours(1);
    /** Banks take days; a week is too long. */
    private static final Duration ALARM_AFTER = Duration.ofDays(7);

    private final AccountId erp;
    private final FieldMapping<Refund> fields;

    RefundTranslation(AccountId erp, FieldMapping<Refund> fields) {
        this.erp = erp;
        this.fields = fields;
    }

    @Override
    public Translated translate(Refund refund) {
        if (refund.moneyPending()) {
            return new Translated.Hold(
                    new Violation(
                            ErrorCode.WAITING_FOR_RECORD,
                            "payments",
                            "money of refund " + refund.ref().id() + " of order " + refund.number()
                                    + " is still on its way back"),
                    RECHECK,
                    refund.refundedAt().plus(ALARM_AFTER));
        }
        Optional<String> mismatch;
        try {
            mismatch = mismatch(refund);
        } catch (IllegalArgumentException e) {
            return park(ErrorCode.CURRENCY_MISMATCH, refund, "mixes currencies");
        }
        if (mismatch.isPresent()) {
            return park(ErrorCode.TOTAL_MISMATCH, refund, mismatch.get());
        }
        String order = OrderReference.find(refund.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID)
                .orElse(refund.orderReferences().get(0).value());
        Refund mapped =
                Refund.builder().from(refund).customFields(fields.apply(refund)).build();
        Effect<Refund> credit = Effect.of(
                new EffectKey(refund.ref(), erp, RecordType.REFUND.name()),
                OrderLane.of(order),
                RecordType.REFUND,
                mapped,
                Effect.Mode.CREATE_ONCE);
        if (refund.total().isZero() && refund.payments().isEmpty()) {
            return new Translated.Withdraw(List.of(credit), "nothing was given back");
        }
        List<Effect<?>> effects = new ArrayList<>();
        effects.add(credit);
        for (RefundedPayment payment : refund.payments()) {
            effects.add(money(refund, payment, order).after(Set.of(credit.key())));
        }
        return new Translated.Effects(effects);
    }

    private Effect<CustomerRefund> money(Refund refund, RefundedPayment payment, String order) {
        RecordRef ref = RecordRef.of(refund.ref().account(), RecordType.CUSTOMER_REFUND, payment.transactionId());
        CustomerRefund record = CustomerRefund.builder()
                .ref(ref)
                .orderReferences(refund.orderReferences())
                .payment(payment)
                .refundedAt(refund.refundedAt())
                .channel(refund.channel())
                .build();
        return Effect.of(
                new EffectKey(ref, erp, RecordType.CUSTOMER_REFUND.name()),
                OrderLane.of(order),
                RecordType.CUSTOMER_REFUND,
                record,
                Effect.Mode.CREATE_ONCE);
    }

    private static Optional<String> mismatch(Refund refund) {
        Money sum = Money.zero(refund.currency());
        for (RefundLine line : refund.lines()) {
            sum = withTax(sum.plus(line.amount()), line.taxes());
        }
        for (var charge : refund.charges()) {
            sum = sum.plus(charge.amount());
        }
        sum = withTax(sum, refund.taxes());
        for (Refund.Adjustment adjustment : refund.adjustments()) {
            sum = sum.plus(adjustment.amount());
        }
        if (sum.compareTo(refund.total()) != 0) {
            return Optional.of("the channel gave back " + refund.total() + " but the parts come to " + sum
                    + ": difference " + refund.total().minus(sum));
        }
        Money paid = Money.zero(refund.currency());
        for (RefundedPayment payment : refund.payments()) {
            paid = paid.plus(payment.amount());
        }
        return paid.compareTo(refund.total()) > 0
                ? Optional.of("the channel gave back " + refund.total() + " but paid back " + paid)
                : Optional.empty();
    }

    private static Money withTax(Money sum, List<TaxLine> taxes) {
        Money all = sum;
        for (TaxLine tax : taxes) {
            if (!tax.includedInPrice()) {
                all = all.plus(tax.amount());
            }
        }
        return all;
    }

    private static Translated park(ErrorCode code, Refund refund, String message) {
        return new Translated.Park(Violations.of(
                code, "total", "refund " + refund.ref().id() + " of order " + refund.number() + ": " + message));
    }
}
