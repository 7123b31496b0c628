package dev.drayage.shopify.internal.api;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;

/** Units of a fulfillment: Shopify tells their sum beside its lines. Stateless. */
public final class ShippedUnits {
    private ShippedUnits() {}

    /**
     * Returns if the lines hold as many units as the fulfillment.
     *
     * @param fulfillment with its {@code totalQuantity}
     * @param lines all of its lines
     * @throws UnavailableException if they do not
     */
    public static void mustComeToTotal(JsonValue fulfillment, List<JsonValue> lines) {
        BigDecimal units =
                lines.stream().map(line -> line.requiredDecimal("quantity")).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal told = fulfillment.requiredDecimal("totalQuantity");
        if (units.compareTo(told) != 0) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED,
                    "a fulfillment has " + told + " units and shows " + units + " at " + fulfillment.path());
        }
    }
}
