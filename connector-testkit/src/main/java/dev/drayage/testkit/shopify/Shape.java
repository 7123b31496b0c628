package dev.drayage.testkit.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of the answer: its GraphQL type and its fields, some of them worked out only when asked for. Filled while
 * a request runs, by one thread.
 */
final class Shape {
    /** A field that is worked out when it is asked for. */
    @FunctionalInterface
    interface Field {
        @Nullable Object at(DataFetchingEnvironment asked);
    }

    private final String type;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Shape(String type) {
        this.type = type;
    }

    static Shape of(String type) {
        return new Shape(type);
    }

    String type() {
        return type;
    }

    Shape put(String field, @Nullable Object value) {
        fields.put(field, value);
        return this;
    }

    /** A field with arguments, or one that is dear to work out. */
    Shape ask(String field, Field value) {
        fields.put(field, value);
        return this;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    @Nullable Object get(String field) {
        return fields.get(field);
    }

    @Nullable Object read(DataFetchingEnvironment asked) {
        Object value = fields.get(asked.getField().getName());
        return value instanceof Field field ? field.at(asked) : value;
    }
}
