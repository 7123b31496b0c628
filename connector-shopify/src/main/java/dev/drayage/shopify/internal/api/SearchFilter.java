package dev.drayage.shopify.internal.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The text of a {@code query} argument (page "Search syntax"), the only place that writes one. Every value stands in quotation
 * marks with its own ones escaped, so that no SKU can become a condition; instants are in UTC with a {@code Z}, because one
 * without a zone is read in the shop's. Shopify counts in seconds: a lower end is cut down to one, an upper end up. Immutable.
 */
public final class SearchFilter {
    private final String text;

    private SearchFilter(String text) {
        this.text = text;
    }

    /** Everything. */
    public static SearchFilter all() {
        return new SearchFilter("");
    }

    /** Whose field is this value. */
    public SearchFilter is(String field, String value) {
        return and(field + ":" + quoted(value));
    }

    /** Whose field is one of these values, of which there is at least one. */
    public SearchFilter isOneOf(String field, Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a filter by " + field + " needs a value");
        }
        return and(values.stream()
                .map(value -> field + ":" + quoted(value))
                .collect(Collectors.joining(" OR ", "(", ")")));
    }

    /** Whose field is at or after an instant. */
    public SearchFilter from(String field, Instant instant) {
        return and(
                field + ":>=" + quoted(instant.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /** Whose field is before an instant. */
    public SearchFilter before(String field, Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        Instant end = second.equals(instant) ? second : second.plusSeconds(1);
        return and(field + ":<" + quoted(end.toString()));
    }

    /** Whose field is true or false. */
    public SearchFilter is(String field, boolean value) {
        return and(field + ":" + value);
    }

    private SearchFilter and(String condition) {
        return new SearchFilter(text.isEmpty() ? condition : text + " " + condition);
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The text as it is sent. */
    @Override
    public String toString() {
        return text;
    }
}
