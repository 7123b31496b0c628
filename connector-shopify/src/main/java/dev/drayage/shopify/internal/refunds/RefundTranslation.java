package dev.drayage.shopify.internal.refunds;

import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundedPayment;
import dev.drayage.model.SalesChannel;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.spi.Change;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's refund in canonical form. It comes to what {@link RefundSum} says. Units that never left and for which no money went back
 * were taken out of the order, by hand or by an edit: the order itself tells that they are gone, so such a refund gives nothing back,
 * and is not told twice. Money that the gateway has not settled yet is no payment; the revision holds how each stands, so that the
 * refund is told again when one settles. Messages name places, never contents. Immutable.
 */
final class RefundTranslation {
    /** Words for money that did not arrive yet, and may not. */
    private static final Set<String> ON_ITS_WAY = Set.of("PENDING", "AWAITING_RESPONSE", "UNKNOWN");

    private final AccountId account;
    private final MoneyBasis chosen;

    RefundTranslation(AccountId account, MoneyBasis chosen) {
        this.account = account;
        this.chosen = chosen;
    }

    RecordRef ref(String number) {
        return RecordRef.of(account, RecordType.REFUND, number);
    }

    /** One of the refunds of an order. */
    Change<Refund> change(ReadRefund read, RefundedOrder order) {
        RecordRef ref = ref(read.number());
        try {
            Refund refund = refund(ref, read, new RestockRule(order));
            List<String> standing = read.payments().stream()
                    .map(payment -> payment.requiredText("status"))
                    .toList();
            return new Change.Present<>(
                    refund,
                    ContentDigest.of(refund, standing),
                    Optional.of(read.made()),
                    Instant.parse(read.order().requiredText("updatedAt")),
                    Optional.empty());
        } catch (UnreadableRefund e) {
            return unreadable(ref, read, e.code(), e.why());
        } catch (ConnectorException e) {
            return unreadable(ref, read, ErrorCode.RECORD_UNREADABLE, e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(
                    ref,
                    read,
                    ErrorCode.RECORD_UNREADABLE,
                    "a value at " + read.refund() + " is not what Shopify documents");
        }
    }

    private static Change<Refund> unreadable(RecordRef ref, ReadRefund read, ErrorCode code, @Nullable String why) {
        return unreadable(ref, ContentDigest.of(read.refund().node().toString()), code, why);
    }

    static Change<Refund> unreadable(RecordRef ref, String revision, ErrorCode code, @Nullable String why) {
        return new Change.Unreadable<>(ref, revision, code, "refund " + ref.id() + ": " + why);
    }

    private Refund refund(RecordRef ref, ReadRefund read, RestockRule goods) throws UnreadableRefund {
        if (read.isCut()) {
            throw new UnreadableRefund(
                    ErrorCode.RECORD_UNREADABLE, "it has more charges, adjustments or payments than are read at once");
        }
        JsonValue order = read.order();
        Basis basis = Basis.of(order, chosen);
        RefundParts parts = new RefundParts(read, basis, goods);
        Refund.Builder refund = Refund.builder()
                .ref(ref)
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, ReadRefund.key(order)))
                .number(order.requiredText("name"))
                .refundedAt(Instant.parse(read.refund().requiredText("processedAt")))
                .currency(basis.currency())
                .channel(new SalesChannel(account, "", Set.of()));
        if (isTakenOut(read, parts)) {
            return refund.total(basis.nothing()).build();
        }
        RefundSum sum = RefundSum.of(read, basis);
        Optional<Refund.Adjustment> untold =
                sum.isSettled() ? Optional.empty() : sum.difference(RefundSum.of(read, Basis.other(order, chosen)));
        return refund.lines(parts.lines)
                .charges(parts.charges)
                .taxes(parts.taxes)
                .addAllAdjustments(parts.adjustments)
                .addAllAdjustments(untold.stream().toList())
                .payments(payments(read, basis))
                .moneyPending(read.payments().stream()
                        .anyMatch(payment -> ON_ITS_WAY.contains(payment.requiredText("status"))))
                .total(untold.map(Refund.Adjustment::amount)
                        .map(sum.parts()::plus)
                        .orElse(sum.parts()))
                .build();
    }

    private static boolean isTakenOut(ReadRefund read, RefundParts parts) {
        return read.payments().isEmpty()
                && parts.adjustments.isEmpty()
                && !parts.lines.isEmpty()
                && parts.lines.stream().allMatch(line -> line.restock() == RefundLine.Restock.CANCELLED);
    }

    private static List<RefundedPayment> payments(ReadRefund read, Basis basis) throws UnreadableRefund {
        List<RefundedPayment> payments = new ArrayList<>();
        for (JsonValue payment : read.payments()) {
            Money amount = basis.amount(payment.required("amountSet"));
            if (payment.requiredText("status").equals("SUCCESS") && !amount.isZero()) {
                payments.add(new RefundedPayment(
                        ReadRefund.key(payment),
                        payment.at("parentTransaction")
                                .text("id")
                                .flatMap(Gid::parse)
                                .map(Gid::key),
                        payment.text("gateway").orElse(""),
                        amount));
            }
        }
        return payments;
    }
}
