package dev.drayage.testing;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.Customer;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerMatch;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.Invoice;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.Money;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the books of an ERP do not take: a payment without its invoice, more money than was billed or credited, one payment in
 * two deposits, an order called off that was billed. Stateless.
 */
final class FakeBooks {
    private FakeBooks() {}

    /**
     * A customer that stands there already.
     *
     * @param ref the customer, if exactly one fits
     * @param by the sign that fits; empty if none does
     * @param several whether it fits several
     */
    record Match(Optional<RecordRef> ref, String by, boolean several) {}

    /** Whether it is a record of the books, which is compared with everything that it holds. */
    static boolean holds(CommerceRecord record) {
        return record instanceof Customer
                || record instanceof PaymentTransaction
                || record instanceof Refund
                || record instanceof CustomerRefund
                || record instanceof BankDeposit
                || record instanceof JournalEntry;
    }

    /** Why the books do not take it, if they do not. */
    static Optional<EffectOutcome> refusal(FakeWorld world, Prepared<?> prepared) {
        CommerceRecord record = prepared.effect().record();
        if (prepared.effect().mode() == Effect.Mode.VOID) {
            return prepared.existing().filter(ref -> isBilled(world, ref)).map(ref -> rejected(ref + " is billed"));
        }
        if (prepared.existing().isPresent()) {
            return Optional.empty();
        }
        if (record instanceof Customer && !prepared.effect().after().isEmpty()) {
            return base(world, prepared, RecordType.CUSTOMER).isPresent()
                    ? Optional.empty()
                    : Optional.of(rejected("its parent does not stand here"));
        } else if (record instanceof CustomerDeposit || record instanceof Invoice) {
            Optional<RecordRef> order = base(world, prepared, RecordType.SALES_ORDER);
            return order.isEmpty()
                    ? Optional.of(rejected("its order does not stand here"))
                    : order.filter(ref -> record instanceof Invoice && isBilled(world, ref))
                            .map(ref -> rejected(ref + " is billed"));
        } else if (record instanceof CustomerPayment payment) {
            return moreThan(world, prepared, RecordType.INVOICE, payment.amount());
        } else if (record instanceof Refund refund) {
            return unknownOrder(world, refund);
        } else if (record instanceof CustomerRefund refund) {
            return moreThan(world, prepared, RecordType.REFUND, refund.payment().amount());
        }
        return record instanceof BankDeposit deposit ? unsettled(world, deposit) : Optional.empty();
    }

    /** Which customer it is by its signs, the surest first: of the same kind and below the same parent. */
    static Match match(FakeWorld world, Customer customer, Collection<RecordRef> parents) {
        for (CustomerMatch sign : customer.matches()) {
            List<RecordRef> fitting = world.all(RecordType.CUSTOMER).stream()
                    .filter(held -> held.record() instanceof Customer other
                            && other.person() == customer.person()
                            && world.bases(held.ref()).equals(Set.copyOf(parents))
                            && fits(held, other, sign))
                    .map(FakeWorld.Held::ref)
                    .toList();
            if (!fitting.isEmpty()) {
                boolean several = fitting.size() > 1;
                return new Match(
                        several ? Optional.empty() : Optional.of(fitting.get(0)),
                        sign.by().name(),
                        several);
            }
        }
        return new Match(Optional.empty(), "", false);
    }

    private static boolean fits(FakeWorld.Held held, Customer other, CustomerMatch sign) {
        return switch (sign.by()) {
            case HOST_RULE -> held.ref().id().equals(sign.value());
            case EXTERNAL_ID -> held.nativeKey().equals(sign.value());
            case TAX_ID -> other.taxId().equals(Optional.of(sign.value()));
            case EMAIL -> other.email().filter(sign.value()::equalsIgnoreCase).isPresent();
        };
    }

    private static boolean isBilled(FakeWorld world, RecordRef order) {
        return on(world, order).anyMatch(held -> held.record() instanceof Invoice);
    }

    /** A payment or refund of more than what it is written on still bears. */
    private static Optional<EffectOutcome> moreThan(
            FakeWorld world, Prepared<?> prepared, RecordType<?> type, Money amount) {
        Optional<RecordRef> base = base(world, prepared, type);
        if (base.isEmpty()) {
            return Optional.of(rejected("its " + type + " does not stand here"));
        }
        Money rest = total(world.get(base.get()).orElseThrow().record());
        for (FakeWorld.Held held : on(world, base.get()).toList()) {
            if (!held.nativeKey().equals(prepared.nativeKey())) {
                rest = rest.minus(total(held.record()));
            }
        }
        return amount.compareTo(rest) > 0
                ? Optional.of(rejected(amount + " is more than the " + rest + " that " + base.get() + " bears"))
                : Optional.empty();
    }

    private static Money total(CommerceRecord record) {
        if (record instanceof Invoice invoice) {
            return invoice.total();
        } else if (record instanceof Refund refund) {
            return refund.total();
        } else if (record instanceof PaymentTransaction payment) {
            return payment.amount();
        }
        return ((CustomerRefund) record).payment().amount();
    }

    private static Optional<EffectOutcome> unknownOrder(FakeWorld world, Refund refund) {
        boolean known = refund.orderReferences().stream()
                .flatMap(reference -> Stream.of("salesOrder-" + reference.value(), "cashSale-" + reference.value()))
                .anyMatch(key -> world.byKey(RecordType.SALES_ORDER, key).isPresent()
                        || world.byKey(RecordType.CASH_SALE, key).isPresent());
        return known ? Optional.empty() : Optional.of(deferred("order " + refund.number()));
    }

    private static Optional<EffectOutcome> unsettled(FakeWorld world, BankDeposit deposit) {
        for (DepositedPayment payment : deposit.payments()) {
            if (!isKnown(world, payment.transactionId())) {
                return Optional.of(deferred("payment " + payment.transactionId()));
            }
            boolean settled = world.all(RecordType.BANK_DEPOSIT).stream()
                    .map(held -> (BankDeposit) held.record())
                    .filter(other -> !other.number().equals(deposit.number()))
                    .flatMap(other -> other.payments().stream())
                    .anyMatch(other -> other.transactionId().equals(payment.transactionId()));
            if (settled) {
                return Optional.of(rejected("payment " + payment.transactionId() + " is in another deposit"));
            }
        }
        return Optional.empty();
    }

    private static boolean isKnown(FakeWorld world, String transactionId) {
        return Stream.of(RecordType.CUSTOMER_DEPOSIT, RecordType.CUSTOMER_PAYMENT, RecordType.CUSTOMER_REFUND)
                .flatMap(type -> world.all(type).stream())
                .anyMatch(held -> held.record() instanceof PaymentTransaction payment
                        ? payment.transactionId().equals(Optional.of(transactionId))
                        : ((CustomerRefund) held.record())
                                .payment()
                                .transactionId()
                                .equals(transactionId));
    }

    private static Optional<RecordRef> base(FakeWorld world, Prepared<?> prepared, RecordType<?> type) {
        return prepared.bound().values().stream()
                .filter(ref -> ref.type().equals(type.name()) && world.stands(ref))
                .findFirst();
    }

    private static Stream<FakeWorld.Held> on(FakeWorld world, RecordRef base) {
        return Stream.of(RecordType.INVOICE, RecordType.CUSTOMER_PAYMENT, RecordType.CUSTOMER_REFUND)
                .flatMap(type -> world.all(type).stream())
                .filter(held -> world.bases(held.ref()).contains(base));
    }

    private static EffectOutcome rejected(String message) {
        return new EffectOutcome.Rejected(Violations.of(ErrorCode.REFUSED_BY_TARGET, "", message));
    }

    private static EffectOutcome deferred(String missing) {
        return new EffectOutcome.Deferred(
                missing, new Violation(ErrorCode.WAITING_FOR_RECORD, "", "waits for " + missing));
    }
}
