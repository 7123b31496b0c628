package dev.drayage.shopify.internal.refunds;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.Vocabulary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A refund with all its lines.
 *
 * @param refund the refund itself, with its order
 * @param lines every line
 */
record ReadRefund(JsonValue refund, List<JsonValue> lines) {
    private static final Set<String> IN_VAIN = Set.of("FAILURE", "ERROR");

    ReadRefund {
        lines = List.copyOf(lines);
    }

    JsonValue order() {
        return refund.required("order");
    }

    String number() {
        return key(refund);
    }

    Instant made() {
        return Instant.parse(refund.text("createdAt").orElseGet(() -> refund.requiredText("processedAt")));
    }

    List<JsonValue> shippingLines() {
        return Pages.nodes(refund.required("refundShippingLines"));
    }

    List<JsonValue> adjustments() {
        return Pages.nodes(refund.required("orderAdjustments"));
    }

    /** Money on its way back or there; what was refused by the gateway is no part of it. */
    List<JsonValue> payments() {
        return Pages.nodes(refund.required("transactions")).stream()
                .filter(payment ->
                        payment.requiredWord("kind", Vocabulary.PAYMENT_KINDS).equals("REFUND"))
                .filter(payment -> !IN_VAIN.contains(payment.requiredWord("status", Vocabulary.PAYMENT_STATUSES)))
                .toList();
    }

    /** Whether lists that are read at once have more than that. */
    boolean isCut() {
        return Pages.next(refund.required("refundShippingLines")).isPresent()
                || Pages.next(refund.required("orderAdjustments")).isPresent()
                || Pages.next(refund.required("transactions")).isPresent();
    }

    static BigDecimal units(JsonValue line) {
        return line.requiredDecimal("quantity");
    }

    /** The number in a record's id. */
    static String key(JsonValue record) {
        String gid = record.requiredText("id");
        return Gid.parse(gid).map(Gid::key).orElse(gid);
    }
}
