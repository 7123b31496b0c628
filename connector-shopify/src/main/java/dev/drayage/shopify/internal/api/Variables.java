package dev.drayage.shopify.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values of a document's variables. A variable that is not given is left out, which lets Shopify keep what it has; one that
 * is {@linkplain #with(String, JsonNode) given as null} is sent as null, which some inputs demand
 * ({@code changeFromQuantity}) and others refuse. Not thread-safe while it is filled.
 */
public final class Variables {
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();
    private final Map<String, Integer> sizes = new TreeMap<>();

    private Variables() {}

    /** No variables. */
    public static Variables none() {
        return new Variables();
    }

    /** The one variable {@code id}. */
    public static Variables id(String gid) {
        return new Variables().with("id", gid);
    }

    /** With a text. */
    public Variables with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** With a text, left out if there is none. */
    public Variables with(String name, Optional<String> value) {
        value.ifPresent(text -> values.put(name, text));
        return this;
    }

    /** With a whole number. */
    public Variables with(String name, int value) {
        values.put(name, value);
        sizes.put(name, value);
        return this;
    }

    /** With yes or no. */
    public Variables with(String name, boolean value) {
        values.put(name, value);
        return this;
    }

    /** With a list of texts. */
    public Variables with(String name, List<String> texts) {
        values.putArray(name).addAll(texts.stream().map(values::textNode).toList());
        return this;
    }

    /** With an input object or list as it is; nulls in it, or a null itself, are sent. */
    public Variables with(String name, JsonNode value) {
        values.set(name, value);
        return this;
    }

    /** Whole numbers by name: what the price of a document depends on. */
    Map<String, Integer> sizes() {
        return sizes;
    }

    /** The values as they are sent. */
    ObjectNode values() {
        return values;
    }

    /** The names, never the values. */
    @Override
    public String toString() {
        return values.propertyStream().map(Map.Entry::getKey).toList().toString();
    }
}
