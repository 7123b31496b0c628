package dev.drayage.amazon.internal.shipments;

import dev.drayage.amazon.internal.api.AmazonError;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiResponse;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.List;

/**
 * Amazon's refusals of a confirmation in our codes. Its own codes say little (all are {@code InvalidInput}), so the words
 * decide; what they do not tell stays "refused by the target" with Amazon's message. Stateless.
 */
final class ConfirmationRefusals {
    private ConfirmationRefusals() {}

    /** Amazon's word for a second confirmation of what is shipped already (models issue 5037). */
    static boolean isNothingLeft(ApiResponse answer) {
        return AmazonError.of(answer).mentions("PackageToUpdateNotFound");
    }

    static Violations of(Confirmation confirmation, ApiResponse answer) {
        AmazonError error = AmazonError.of(answer);
        String told = error.text().isEmpty() ? "status " + answer.status() : error.text();
        return new Violations(List.of(new Violation(
                code(answer, error),
                "",
                "Amazon refused package " + confirmation.reference() + " of order " + confirmation.orderId() + ": "
                        + told)));
    }

    private static ErrorCode code(ApiResponse answer, AmazonError error) {
        if (answer.status() == 404) {
            return ErrorCode.REFUSED_BY_TARGET;
        }
        if (error.mentions("PackageToUpdateNotFound")
                || (error.mentions("quantity") && (error.mentions("exceed") || error.mentions("left to ship")))) {
            return ErrorCode.QUANTITY_EXCEEDED;
        }
        if (error.mentions("OrderItemId is invalid")) {
            return ErrorCode.LINE_UNKNOWN;
        }
        return error.mentions("carrierCode") || error.mentions("carrierName")
                ? ErrorCode.CARRIER_UNMAPPED
                : ErrorCode.REFUSED_BY_TARGET;
    }
}
