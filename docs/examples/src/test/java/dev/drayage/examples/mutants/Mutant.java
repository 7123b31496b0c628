package dev.drayage.examples.mutants;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An answer that was changed in one place.
 *
 * @param harm what kind of change
 * @param what the change, in words
 * @param path where in the document, list positions left out; empty for the document as a whole
 * @param value the number that stands there now, if it is one
 * @param answer the answer
 */
record Mutant(Harm harm, String what, String path, Optional<BigDecimal> value, RecordedAnswer answer) {
    /** The same, of another harm. */
    Mutant as(Harm other) {
        return new Mutant(other, what, path, value, answer);
    }

    /** Whether the place names something, so that what it names may seem to be gone. */
    boolean isName() {
        return path.matches(
                "(?i).*(\\.|_)?(id|gid|sku|orderItemId|orderId|number|line|line_id|item|order_line|channel"
                        + "|channel_line|channel_order|externalId|location|legacyResourceId|name|links|href|rel|order_id|currency_id)");
    }
}
