package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The query of one call, checked as it is read. Stricter than Amazon in two points, so that a client's slips show:
 * unknown names and repeated names are refused; lists are comma-joined, as the models say.
 */
final class QueryParameters {
    private final WireRequest request;

    QueryParameters(WireRequest request, Set<String> known) {
        this.request = request;
        request.query().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw VendorError.invalidInput("Unknown parameter " + name + ".")
                        .thrown();
            }
            if (values.size() > 1) {
                throw VendorError.invalidInput("Parameter " + name + " is given more than once.")
                        .thrown();
            }
        });
    }

    Optional<String> text(String name) {
        return request.queryValue(name);
    }

    Optional<Instant> instant(String name) {
        return text(name).map(value -> instant(name, value));
    }

    private static Instant instant(String name, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new VendorError(400, "InvalidInput", "Invalid Input", name + " is no ISO 8601 time: " + value)
                    .thrown();
        }
    }

    int number(String name, int fallback, int max) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw VendorError.invalidInput(name + " must be a whole number from 1 to " + max + ".")
                .thrown();
    }

    Set<String> texts(String name, int max) {
        Set<String> all = new LinkedHashSet<>(
                text(name).map(joined -> List.of(joined.split(",", -1))).orElse(List.of()));
        if (all.size() > max || all.contains("")) {
            throw VendorError.invalidInput(name + " must hold 1 to " + max + " values, none of them empty.")
                    .thrown();
        }
        return all;
    }

    <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        Set<E> words = EnumSet.noneOf(type);
        for (String text : texts(name, 50)) {
            try {
                words.add(Enum.valueOf(type, text));
            } catch (IllegalArgumentException e) {
                throw new VendorError(400, "InvalidInput", "Invalid Input", name + " has no value " + text).thrown();
            }
        }
        return words;
    }

    /** Everything but the page token, in a form that is equal exactly when all of it was repeated. */
    String fingerprint(String pageTokenName) {
        Map<String, List<String>> sorted = new TreeMap<>(request.query());
        sorted.remove(pageTokenName);
        return sorted.toString();
    }
}
