package dev.drayage.quota;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * A level that was written down: at an instant so many units, which refill since.
 *
 * @param units below zero where more is claimed than is there: it refills before it is spent
 * @param at in UTC, by the clock of the process that wrote it
 * @param perSecond how fast it refills
 */
record WrittenLevel(double units, Instant at, double perSecond) {

    /** The level at {@code now}; a clock that goes back refills nothing. */
    double at(Instant now) {
        return at(now, perSecond);
    }

    /** The level at {@code now}, had it refilled by {@code rate} units a second. */
    double at(Instant now, double rate) {
        return units + Math.max(0, Duration.between(at, now).toNanos() / 1e9) * rate;
    }

    /** As one short text. */
    String text() {
        return units + "@" + at + "*" + perSecond;
    }

    /**
     * Reads such a text, also one of an older version, which names no rate. What cannot be read counts as an empty bucket:
     * somebody did spend.
     */
    static WrittenLevel parse(String text, double planned, Instant now) {
        int cut = text.indexOf('@');
        int star = text.indexOf('*');
        try {
            double units = Double.parseDouble(text.substring(0, Math.max(cut, 0)));
            Instant at = Instant.parse(text.substring(cut + 1, star < 0 ? text.length() : star));
            double perSecond = star < 0 ? planned : Double.parseDouble(text.substring(star + 1));
            if (Double.isFinite(units) && Double.isFinite(perSecond) && perSecond > 0) {
                return new WrittenLevel(units, at, perSecond);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // as below
        }
        return new WrittenLevel(0, now, planned);
    }
}
