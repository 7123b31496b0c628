package dev.drayage.amazon.internal.orders;

import dev.drayage.internal.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Texts of an order: absent, null and empty are the same, because Amazon sends all three. Stateless. */
final class Words {
    private Words() {}

    /** The text of a member, unless it is blank. */
    static Optional<String> word(JsonValue json, String name) {
        return json.text(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The texts of a list. */
    static List<String> words(JsonValue json, String name) {
        return json.elements(name).stream()
                .flatMap(entry -> entry.text().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
