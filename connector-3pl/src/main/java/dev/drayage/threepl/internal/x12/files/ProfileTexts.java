package dev.drayage.threepl.internal.x12.files;

import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.OutputStyle;
import dev.drayage.threepl.internal.x12.StockHabits;
import dev.drayage.threepl.internal.x12.TrackingPlace;
import dev.drayage.threepl.internal.x12.TradingParty;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Parts of a partner profile out of the texts of settings. What is malformed is refused with an {@link
 * IllegalArgumentException} that says what a text must be and never what it was. Stateless.
 */
public final class ProfileTexts {
    private ProfileTexts() {}

    /** A side of the envelopes. */
    public static TradingParty party(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        return saying(
                "must be qualifier:id or qualifier:id:group id, with a qualifier of two characters, an id of at most 15"
                        + " and a group id of 2 to 15",
                () -> switch (parts.size()) {
                    case 2 -> TradingParty.of(parts.get(0), parts.get(1));
                    case 3 -> new TradingParty(parts.get(0), parts.get(1), parts.get(2));
                    default -> throw new IllegalArgumentException("two or three parts");
                });
    }

    /** How text that is written looks: its three delimiters, what follows each segment, and whether it has lower case. */
    public static OutputStyle style(String delimiters, OutputStyle.LineEnd lineEnd, boolean lowerCase) {
        return saying("must be three different characters that are no letters, digits or blanks", () -> {
            if (delimiters.length() != 3) {
                throw new IllegalArgumentException("three characters");
            }
            return new OutputStyle(
                    delimiters.charAt(0), delimiters.charAt(1), delimiters.charAt(2), lineEnd, lowerCase, false);
        });
    }

    /** What follows each segment that is written. */
    public static OutputStyle.LineEnd lineEnd(String text) {
        return word(OutputStyle.LineEnd.class, "must be one of", text);
    }

    /** Where tracking numbers stand. */
    public static List<TrackingPlace> tracking(List<String> texts) {
        return saying(
                "must list places such as carton:CP, reference:2I, header:2I, or carrier: and an element's number",
                () -> texts.stream().map(ProfileTexts::place).toList());
    }

    private static TrackingPlace place(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        if (parts.size() != 2) {
            throw new IllegalArgumentException("two parts");
        }
        return new TrackingPlace(
                switch (parts.get(0)) {
                    case "carton" -> TrackingPlace.Level.CARTON_MARK;
                    case "reference" -> TrackingPlace.Level.CARTON_REFERENCE;
                    case "header" -> TrackingPlace.Level.HEADER_REFERENCE;
                    case "carrier" -> TrackingPlace.Level.CARRIER_DETAILS;
                    default -> throw new IllegalArgumentException("no such place");
                },
                parts.get(1));
    }

    /** What the quantities of a count are; the usual ones if a setting gives none. */
    public static Map<String, StockHabits.Counts> quantities(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return StockHabits.builder().build().quantities();
        }
        Map<String, StockHabits.Counts> quantities = new HashMap<>();
        texts.forEach((code, text) -> quantities.put(
                code,
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "onhand" -> StockHabits.Counts.ON_HAND;
                    case "available" -> StockHabits.Counts.AVAILABLE;
                    case "onhold" -> StockHabits.Counts.ON_HOLD;
                    case "ignored" -> StockHabits.Counts.IGNORED;
                    default -> throw new IllegalArgumentException("must give onhand, available, onhold or ignored");
                }));
        return quantities;
    }

    /** What is borne. */
    public static Set<Leniency> leniencies(List<String> texts) {
        Set<Leniency> borne = new LinkedHashSet<>();
        texts.forEach(text -> borne.add(word(Leniency.class, "must list some of", text)));
        return borne;
    }

    /** A constant by its name, in lower case, with hyphens for underscores. */
    private static <E extends Enum<E>> E word(Class<E> type, String must, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant).equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(must + " "
                        + Arrays.stream(type.getEnumConstants())
                                .map(ProfileTexts::written)
                                .collect(Collectors.joining(", "))));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The profile's own complaints name its fields, and may repeat what was typed. */
    private static <T> T saying(String must, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(must, e);
        }
    }
}
