package dev.drayage.threepl.internal.csv;

import dev.drayage.model.LineRemainder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a warehouse's words about units that did not leave mean. A word that is not listed is never guessed at. Immutable. */
public final class StatusWords {
    private static final Map<String, Optional<LineRemainder.Fate>> MEANINGS = Map.of(
            "complete", Optional.empty(),
            "backordered", Optional.of(LineRemainder.Fate.BACK_ORDERED),
            "cancelled", Optional.of(LineRemainder.Fate.CANCELLED));

    private final Map<String, String> meanings;

    /** The words of a setting. */
    public StatusWords(Map<String, String> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /** Whether every word has a meaning that is known. */
    public boolean areKnown() {
        return meanings.values().stream().allMatch(meaning -> MEANINGS.containsKey(meaning.toLowerCase(Locale.ROOT)));
    }

    /** What becomes of the rest; empty if there is none or nothing is said of it. */
    Optional<LineRemainder.Fate> fate(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String meaning = meanings.getOrDefault(word, "").toLowerCase(Locale.ROOT);
        return MEANINGS.getOrDefault(meaning, Optional.of(LineRemainder.Fate.UNKNOWN));
    }
}
