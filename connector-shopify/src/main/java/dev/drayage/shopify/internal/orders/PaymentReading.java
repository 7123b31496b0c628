package dev.drayage.shopify.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.model.OrderPayment;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was paid: sales and captures that succeeded, less change that was given (page "OrderTransaction"). What is only reserved
 * or pending is no payment yet; what the ERP told the shop is none of the shop's. Stateless.
 */
final class PaymentReading {
    private static final Set<String> TAKEN = Set.of("SALE", "CAPTURE");

    private PaymentReading() {}

    static List<OrderPayment> payments(JsonValue order, Basis basis, OrderOptions options) throws UnreadableOrder {
        Map<String, Money> taken = new LinkedHashMap<>();
        Map<String, JsonValue> rows = new LinkedHashMap<>();
        for (JsonValue row : order.requiredElements("transactions")) {
            boolean counts =
                    row.requiredWord("status", Vocabulary.PAYMENT_STATUSES).equals("SUCCESS")
                            && (options.tests() || !row.at("test").flag().orElse(false))
                            && !isFromErp(row, options);
            if (!counts) {
                continue;
            }
            String kind = row.requiredWord("kind", Vocabulary.PAYMENT_KINDS);
            Money amount = basis.amount(row.at("amountSet"));
            if (TAKEN.contains(kind)) {
                taken.put(row.requiredText("id"), amount);
                rows.put(row.requiredText("id"), row);
            } else if (kind.equals("CHANGE")) {
                Optional<String> of = row.at("parentTransaction").text("id").filter(taken::containsKey);
                if (of.isEmpty()) {
                    throw new UnreadableOrder(
                            ErrorCode.RECORD_UNREADABLE, "change was given at " + row.path() + " for no payment");
                }
                taken.merge(of.get(), amount.abs().negate(), Money::plus);
            }
        }
        List<OrderPayment> payments = new ArrayList<>();
        for (Map.Entry<String, Money> payment : taken.entrySet()) {
            if (payment.getValue().signum() > 0) {
                JsonValue row = rows.getOrDefault(payment.getKey(), order);
                payments.add(new OrderPayment(
                        number(payment.getKey()),
                        row.text("gateway").orElse("unknown"),
                        payment.getValue(),
                        Instant.parse(row.text("processedAt").orElseGet(() -> row.requiredText("createdAt")))));
            }
        }
        return payments;
    }

    /** What the ERP told is no news to it. */
    private static boolean isFromErp(JsonValue row, OrderOptions options) {
        return options.erpMethod()
                .filter(name ->
                        row.text("gateway").filter(name::equalsIgnoreCase).isPresent())
                .isPresent();
    }

    private static String number(String gid) throws UnreadableOrder {
        return Gid.parse(gid)
                .map(Gid::key)
                .orElseThrow(
                        () -> new UnreadableOrder(ErrorCode.RECORD_UNREADABLE, "a payment's id is none of Shopify's"));
    }
}
