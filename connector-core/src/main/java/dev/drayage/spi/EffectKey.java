package dev.drayage.spi;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;

/**
 * The name of one effect, the same in every run, process and store, whatever label a host gives to a sync (guarantee G2).
 *
 * @param source the record that causes it
 * @param target the account it is written to
 * @param purpose what it is for, unique among the effects of one source record at one target, such as
 *     {@code salesOrder} or {@code package-2}
 */
public record EffectKey(RecordRef source, AccountId target, String purpose) {
    public EffectKey {
        if (purpose.isBlank() || purpose.contains(" ")) {
            throw new IllegalArgumentException("EffectKey.purpose must be one word");
        }
    }

    /** Reads the form that {@link #toString()} writes. */
    public static EffectKey parse(String text) {
        int last = text.lastIndexOf(' ');
        int middle = text.lastIndexOf(' ', last - 1);
        if (last < 0 || middle < 0) {
            throw new IllegalArgumentException("EffectKey must be source target purpose");
        }
        return new EffectKey(
                RecordRef.parse(text.substring(0, middle)),
                AccountId.parse(text.substring(middle + 1, last)),
                text.substring(last + 1));
    }

    @Override
    public String toString() {
        return source + " " + target + " " + purpose;
    }
}
