package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a field or the fields of an input object. A field that was left out differs from a null. Immutable. */
final class Args {
    private final Map<String, Object> values;

    Args(Map<String, Object> values) {
        this.values = values;
    }

    /** Whether it was given at all, be it as null. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The values as they came. */
    Map<String, Object> raw() {
        return values;
    }

    @Nullable String textOrNull(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    Optional<String> maybe(String name) {
        return Optional.ofNullable(textOrNull(name));
    }

    String text(String name) {
        return maybe(name).orElse("");
    }

    Optional<Integer> integer(String name) {
        return values.get(name) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Optional<BigDecimal> decimal(String name) {
        return maybe(name).map(BigDecimal::new);
    }

    Optional<Instant> time(String name) {
        return maybe(name).map(text -> OffsetDateTime.parse(text).toInstant());
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    Optional<Args> object(String name) {
        return values.get(name) instanceof Map<?, ?> map ? Optional.of(of(map)) : Optional.empty();
    }

    /** An input object, empty when it was not given. */
    Args in(String name) {
        return object(name).orElseGet(() -> new Args(Map.of()));
    }

    List<Args> objects(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(each -> of((Map<?, ?>) each)).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // GraphQL input objects have names as keys
    private static Args of(Map<?, ?> map) {
        return new Args((Map<String, Object>) map);
    }
}
