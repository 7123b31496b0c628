package dev.drayage.amazon.internal.listings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is stored with the intent to tell a quantity, so that it can be looked for without its source.
 *
 * @param units units that were to be told
 * @param sku the SKU
 */
record AvailabilityHint(int units, String sku) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,10}) (.+)", Pattern.DOTALL);

    static AvailabilityHint of(AvailabilityDraft.Ready ready) {
        return new AvailabilityHint(ready.units(), ready.sku());
    }

    /** Reads what {@link #toString()} writes. */
    static Optional<AvailabilityHint> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new AvailabilityHint(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return units + " " + sku;
    }
}
