package dev.drayage.testkit.warehouse;

import java.time.LocalDate;

/**
 * A lot of goods. Immutable.
 *
 * @param number the lot's number; empty for goods that are not kept by lot
 * @param expiry the last day of its goods; {@link LocalDate#MAX} if they keep for ever
 */
public record Lot(String number, LocalDate expiry) {
    /** Goods that are not kept by lot. */
    public static final Lot NONE = new Lot("", LocalDate.MAX);

    /** A lot whose goods keep for ever. */
    public static Lot of(String number) {
        return new Lot(number, LocalDate.MAX);
    }

    /** A lot whose goods expire. */
    public static Lot of(String number, LocalDate expiry) {
        return new Lot(number, expiry);
    }

    /** Whether the goods are kept by lot. */
    public boolean known() {
        return !number.isEmpty();
    }

    /** Whether the goods expire. */
    public boolean expires() {
        return !expiry.equals(LocalDate.MAX);
    }
}
