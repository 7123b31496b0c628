package dev.drayage.shopify.internal.payouts;

import dev.drayage.model.PayoutEntry;
import dev.drayage.model.PostingCategory;
import java.util.Map;
import java.util.Set;

/**
 * What the types of balance rows mean for books (enum {@code ShopifyPaymentsTransactionType}, of 113 types and growing). Only
 * {@code CHARGE} is a buyer's payment and only {@code REFUND} its way back. Types that are named by a pattern are told by it, and a
 * type that says nothing to this version is {@link PostingCategory#OTHER}: its own word travels along, by which a host maps it.
 * Constants only; thread-safe.
 */
final class RowKinds {
    /** The payout itself, seen from the balance; no part of what it is made of. */
    static final String TRANSFER = "TRANSFER";

    private static final Map<String, PostingCategory> BY_TYPE = Map.ofEntries(
            Map.entry("ADJUSTMENT", PostingCategory.ADJUSTMENT),
            Map.entry("CHARGE_ADJUSTMENT", PostingCategory.ADJUSTMENT),
            Map.entry("REFUND_ADJUSTMENT", PostingCategory.ADJUSTMENT),
            Map.entry("REFUND_FAILURE", PostingCategory.ADJUSTMENT),
            Map.entry("BILLING_DEBIT", PostingCategory.FEE),
            Map.entry("BILLING_DEBIT_REVERSAL", PostingCategory.FEE),
            Map.entry("REFERRAL_FEE_TAX", PostingCategory.FEE),
            Map.entry("TRANSFER_FAILURE", PostingCategory.RETRIED_PAYOUT),
            Map.entry("TRANSFER_CANCEL", PostingCategory.RETRIED_PAYOUT),
            Map.entry("TRANSFER_REFUND", PostingCategory.RETRIED_PAYOUT));

    private static final Map<String, PostingCategory> BY_BEGINNING = Map.of(
            "DISPUTE_", PostingCategory.DISPUTE,
            "CHARGEBACK_", PostingCategory.DISPUTE,
            "RISK_", PostingCategory.DISPUTE,
            "SELLER_PROTECTION_", PostingCategory.DISPUTE,
            "RESERVED_FUNDS", PostingCategory.RESERVE,
            "ADVANCE", PostingCategory.ADVANCE,
            "LENDING_", PostingCategory.ADVANCE,
            "ANOMALY_", PostingCategory.ADJUSTMENT,
            "TAX_ADJUSTMENT_", PostingCategory.ADJUSTMENT);

    private static final Set<String> FEE_ENDINGS = Set.of("_FEE", "_FEE_REFUND", "_FEE_CREDIT", "_FEE_CREDIT_REVERSAL");

    private RowKinds() {}

    static PayoutEntry.Kind kind(String type) {
        return switch (type) {
            case "CHARGE" -> PayoutEntry.Kind.PAYMENT;
            case "REFUND" -> PayoutEntry.Kind.REFUND;
            default -> PayoutEntry.Kind.POSTING;
        };
    }

    static PostingCategory category(String type) {
        if (BY_TYPE.containsKey(type)) {
            return BY_TYPE.get(type);
        }
        if (FEE_ENDINGS.stream().anyMatch(type::endsWith)) {
            return PostingCategory.FEE;
        }
        return BY_BEGINNING.entrySet().stream()
                .filter(entry -> type.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(PostingCategory.OTHER);
    }
}
