package dev.drayage.shopify.internal.api;

import java.util.Set;

/**
 * Words of Shopify's schema that decide whether money or goods moved. One that is not known here is refused, never taken for a no.
 * Constants only; thread-safe.
 */
public final class Vocabulary {
    /** Enum {@code OrderTransactionStatus}. */
    public static final Set<String> PAYMENT_STATUSES =
            Set.of("AWAITING_RESPONSE", "ERROR", "FAILURE", "PENDING", "SUCCESS", "UNKNOWN");

    /** Enum {@code OrderTransactionKind}. */
    public static final Set<String> PAYMENT_KINDS = Set.of(
            "AUTHORIZATION", "CAPTURE", "CHANGE", "EMV_AUTHORIZATION", "REFUND", "SALE", "SUGGESTED_REFUND", "VOID");

    /** Enum {@code FulfillmentStatus}, with the words that Shopify no longer gives new ones. */
    public static final Set<String> FULFILLMENT_STATUSES =
            Set.of("CANCELLED", "ERROR", "FAILURE", "OPEN", "PENDING", "SUCCESS");

    private Vocabulary() {}
}
