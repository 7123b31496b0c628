package dev.drayage.threepl.internal.shiporder;

import dev.drayage.model.ContentDigest;
import dev.drayage.spi.EffectKey;
import dev.drayage.threepl.internal.exchange.SentFiles;
import dev.drayage.threepl.internal.terms.Purpose;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of sent documents tell: which order, what for, and which number. They stay in the spool when the store is
 * emptied, so that nothing is told twice even then. Thread-safe.
 */
public final class SentNames {
    private static final Pattern NAME = Pattern.compile(".*-([0-9]{9})_order_.*_([a-z0-9]{12})_([OCX])\\.[a-z0-9]+");
    private static final Pattern NUMBER = Pattern.compile(".*-([0-9]{9})_(?:order|ack)_.*");

    private final SentFiles files;

    /** The names of what {@code files} has sent. */
    public SentNames(SentFiles files) {
        this.files = files;
    }

    /**
     * A document that was sent.
     *
     * @param number its number
     * @param purpose what it was for
     */
    record Sent(long number, Purpose purpose) {}

    /** The name of a document about an order; sorted by name, documents stand in the order in which they were made. */
    static String of(String order, EffectKey key, Purpose purpose, long number, String ending) {
        String letter = switch (purpose) {
            case ORIGINAL -> "O";
            case CHANGE -> "C";
            case CANCELLATION -> "X";
        };
        String safe = order.replaceAll("[^A-Za-z0-9-]", "-");
        return digits(number) + "_order_" + safe.substring(0, Math.min(60, safe.length())) + "_" + mark(key) + "_"
                + letter + ending;
    }

    /** A number as names hold it. */
    public static String digits(long number) {
        return String.format(Locale.ROOT, "%09d", number);
    }

    private static String mark(EffectKey key) {
        return ContentDigest.of(key.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "0")
                .substring(0, 12);
    }

    /** The partner refused a document: it does not have what that told. */
    void refused(long number) {
        files.note(refusal(number));
    }

    private static String refusal(long number) {
        return "refused_" + digits(number);
    }

    /** The last document that was sent for an effect and not refused, if the names show one. */
    Optional<Sent> last(EffectKey key) {
        String mark = mark(key);
        return files.names().stream()
                .map(NAME::matcher)
                .filter(name -> name.matches() && name.group(2).equals(mark))
                .map(name -> new Sent(Long.parseLong(name.group(1)), purpose(name.group(3))))
                .filter(sent -> !files.isNoted(refusal(sent.number())))
                .max(Comparator.comparingLong(Sent::number));
    }

    private static Purpose purpose(String letter) {
        return switch (letter) {
            case "O" -> Purpose.ORIGINAL;
            case "C" -> Purpose.CHANGE;
            default -> Purpose.CANCELLATION;
        };
    }

    /** The largest number that was given to a document that was sent. */
    Optional<Long> largestNumber() {
        return files.names().stream()
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(name -> Long.parseLong(name.group(1)))
                .max(Comparator.naturalOrder());
    }
}
