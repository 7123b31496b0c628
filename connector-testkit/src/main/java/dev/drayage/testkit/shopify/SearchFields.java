package dev.drayage.testkit.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The search fields of one list and how a filter picks from it. A field that the list does not have is no error: the
 * filter does nothing, and only a warning in {@code extensions.search} tells. Immutable after it was filled.
 */
final class SearchFields<T extends Entity> {
    /** Key in the GraphQL context under which warnings are gathered. */
    static final String WARNINGS = "search warnings";

    private static final Pattern TOKENS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, BiFunction<T, Instant, Collection<?>>> values = new LinkedHashMap<>();
    private final Map<String, Boolean> tokenised = new LinkedHashMap<>();
    private final Shop shop;

    SearchFields(Shop shop) {
        this.shop = shop;
        values.put("id", (each, seen) -> List.of(each.number()));
        values.put("updated_at", (each, seen) -> List.of(seen));
        values.put("created_at", (each, seen) -> List.of(each.createdAt()));
    }

    /** A field whose values are texts, numbers, booleans or times. */
    SearchFields<T> field(String name, BiFunction<T, Instant, Collection<?>> of) {
        values.put(name, of);
        return this;
    }

    /** A text field that is cut into words: a search for one word finds all texts that hold it. */
    SearchFields<T> words(String name, BiFunction<T, Instant, Collection<?>> of) {
        tokenised.put(name, true);
        return field(name, of);
    }

    SearchFields<T> without(String name) {
        values.remove(name);
        return this;
    }

    /** Those of {@code all} that the search index shows and the filter of the field's arguments lets through. */
    List<T> search(DataFetchingEnvironment asked, Collection<T> all) {
        String query = new Args(asked.getArguments()).text("query");
        SearchQuery.Node filter = SearchQuery.parse(query);
        List<Map<String, Object>> warnings = new ArrayList<>();
        check(filter, warnings);
        if (!warnings.isEmpty()) {
            List<Object> gathered = asked.getGraphQlContext().get(WARNINGS);
            if (gathered != null) {
                gathered.add(Map.of(
                        "path", asked.getExecutionStepInfo().getPath().toList(), "query", query, "warnings", warnings));
            }
        }
        List<T> found = new ArrayList<>();
        for (T each : all) {
            each.indexedAt(shop.now(), shop.searchLag()).ifPresent(seen -> {
                if (holds(filter, each, seen)) {
                    found.add(each);
                }
            });
        }
        return found;
    }

    private void check(SearchQuery.Node node, List<Map<String, Object>> warnings) {
        if (node instanceof SearchQuery.All all) {
            all.parts().forEach(part -> check(part, warnings));
        } else if (node instanceof SearchQuery.Any any) {
            any.parts().forEach(part -> check(part, warnings));
        } else if (node instanceof SearchQuery.Not not) {
            check(not.part(), warnings);
        } else if (node instanceof SearchQuery.Term term
                && !term.field().isEmpty()
                && !values.containsKey(term.field())) {
            warnings.add(Map.of(
                    "field", term.field(), "message", "Invalid search field for this query.", "code", "invalid_field"));
        }
    }

    private boolean holds(SearchQuery.Node node, T each, Instant seen) {
        if (node instanceof SearchQuery.All all) {
            return all.parts().stream().allMatch(part -> holds(part, each, seen));
        }
        if (node instanceof SearchQuery.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, each, seen));
        }
        if (node instanceof SearchQuery.Not not) {
            return !holds(not.part(), each, seen);
        }
        SearchQuery.Term term = (SearchQuery.Term) node;
        BiFunction<T, Instant, Collection<?>> field = values.get(term.field().isEmpty() ? "default" : term.field());
        if (field == null) {
            return true;
        }
        Predicate<Object> test = value -> matches(
                value, term, tokenised.containsKey(term.field()) || term.field().isEmpty());
        return field.apply(each, seen).stream().anyMatch(test);
    }

    private boolean matches(@Nullable Object value, SearchQuery.Term term, boolean words) {
        if (value instanceof Instant time) {
            return instant(term)
                    .map(other -> compares(time.compareTo(other), term.operator()))
                    .orElse(false);
        }
        if (value instanceof Number number) {
            try {
                return compares(
                        new BigDecimal(number.toString()).compareTo(new BigDecimal(term.value())), term.operator());
            } catch (NumberFormatException e) {
                return false;
            }
        }
        if (value == null) {
            return false;
        }
        String have = value.toString().toLowerCase(Locale.ROOT);
        String want = term.value().toLowerCase(Locale.ROOT);
        if (want.endsWith("*")) {
            return have.startsWith(want.substring(0, want.length() - 1));
        }
        if (words) {
            List<String> held = List.of(TOKENS.split(have, -1));
            return held.containsAll(List.of(TOKENS.split(want, -1)));
        }
        return compares(have.compareTo(want), term.operator());
    }

    private static boolean compares(int order, String operator) {
        return switch (operator) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            default -> order == 0;
        };
    }

    /** Unquoted, the hour is lost; without an offset the time is the shop's own. */
    private Optional<Instant> instant(SearchQuery.Term term) {
        ZoneId zone = shop.settings().zone();
        String text = term.value();
        try {
            if (text.length() == 10 || (!term.quoted() && text.length() > 10)) {
                return Optional.of(LocalDate.parse(text.substring(0, 10))
                        .atStartOfDay(zone)
                        .toInstant());
            }
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
