package dev.drayage.threepl.internal.terms;

import dev.drayage.model.LineRemainder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a warehouse's words about units that did not leave mean. A word that is not listed is never guessed at. Immutable.
 *
 * @param fates what becomes of the units by the warehouse's word; empty where the word says that there are none
 */
public record LineStatuses(Map<String, Optional<LineRemainder.Fate>> fates) {
    private static final Map<String, Optional<LineRemainder.Fate>> MEANINGS = Map.of(
            "complete", Optional.empty(),
            "backordered", Optional.of(LineRemainder.Fate.BACK_ORDERED),
            "cancelled", Optional.of(LineRemainder.Fate.CANCELLED));

    public LineStatuses {
        fates = Map.copyOf(fates);
    }

    /** The codes of X12 (data element 368) that most warehouses use, in X12 and elsewhere. */
    public static LineStatuses usual() {
        return of(Map.of(
                "CC", "complete",
                "CM", "complete",
                "BP", "backordered",
                "BO", "backordered",
                "BK", "backordered",
                "CP", "cancelled",
                "CU", "cancelled",
                "IC", "cancelled"));
    }

    /**
     * The words of a setting, each with its meaning.
     *
     * @throws IllegalArgumentException if a meaning is none
     */
    public static LineStatuses of(Map<String, String> meanings) {
        Map<String, Optional<LineRemainder.Fate>> fates = new HashMap<>();
        meanings.forEach((word, meaning) -> fates.put(
                word,
                Optional.ofNullable(MEANINGS.get(meaning.toLowerCase(Locale.ROOT)))
                        .orElseThrow(
                                () -> new IllegalArgumentException("must give complete, backordered or cancelled"))));
        return new LineStatuses(fates);
    }

    /** The words as a setting lists them. */
    public String text() {
        return new TreeMap<>(fates)
                .entrySet().stream()
                        .map(word -> word.getKey() + "=" + meaning(word.getValue()))
                        .collect(Collectors.joining(","));
    }

    private static String meaning(Optional<LineRemainder.Fate> fate) {
        return MEANINGS.entrySet().stream()
                .filter(meaning -> meaning.getValue().equals(fate))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of the units of which a word is said; empty if there are none, unknown if the word is not listed. */
    public Optional<LineRemainder.Fate> fate(String word) {
        return fates.getOrDefault(word, Optional.of(LineRemainder.Fate.UNKNOWN));
    }
}
