package dev.drayage.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.drayage.error.UnavailableException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value of a parsed document with its path, so that an error can say where something is missing or of another type
 * than documented, without showing the content. Reads are exact; nothing is guessed. Immutable.
 */
public final class JsonValue {
    private static final Instant NO_MORE_OUR_DAYS = Instant.parse("3000-01-01T00:00:00Z");

    private final JsonNode node;
    private final String operation;
    private final String path;
    private final int exponentLimit;

    JsonValue(JsonNode node, String operation, String path, int exponentLimit) {
        this.node = node;
        this.operation = operation;
        this.path = path;
        this.exponentLimit = exponentLimit;
    }

    /** A member, absent where there is none; absent members of absent values are absent too; refused in a text or a list. */
    public JsonValue at(String name) {
        if (isPresent() && !node.isObject()) {
            throw wrong("an object");
        }
        JsonNode found = node.get(name);
        return new JsonValue(
                found == null ? MissingNode.getInstance() : found, operation, path + "." + name, exponentLimit);
    }

    /** Whether there is a value other than null. */
    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** This value; refused if it is absent or null. */
    public JsonValue required() {
        if (!isPresent()) {
            throw Json.malformed(operation, "lacks " + path);
        }
        return this;
    }

    /** A member that must be there. */
    public JsonValue required(String name) {
        return at(name).required();
    }

    /** The text; also of a number or a boolean, as written. Empty if absent or null; refused for objects and arrays. */
    public Optional<String> text() {
        if (!isPresent()) {
            return Optional.empty();
        }
        if (node.isBigDecimal()) {
            return Optional.of(exact(node.decimalValue()).toPlainString());
        }
        if (node.isValueNode()) {
            return Optional.of(node.asText());
        }
        throw wrong("a text");
    }

    /** The text of a member. */
    public Optional<String> text(String name) {
        return at(name).text();
    }

    /** The text of a member that must be there. */
    public String requiredText(String name) {
        return required(name).text().orElseThrow();
    }

    /** The text of a member that must be one of these words. */
    public String requiredWord(String name, Set<String> known) {
        String word = requiredText(name);
        if (!known.contains(word)) {
            throw at(name).wrong("a word that this version knows");
        }
        return word;
    }

    /** The exact number; also of a numeric text. Empty if absent, null or an empty text. */
    public Optional<BigDecimal> decimal() {
        if (!isPresent()) {
            return Optional.empty();
        }
        if (node.isNumber()) {
            return Optional.of(exact(node.decimalValue()));
        }
        if (node.isTextual() && node.textValue().length() <= exponentLimit) {
            String text = node.textValue().strip();
            if (!text.chars().allMatch(sign -> sign < 128) // Java reads the digits of every script
                    || text.startsWith("+")) { // which no vendor writes: a sign was damaged
                throw wrong("a number");
            }
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(exact(new BigDecimal(text)));
            } catch (NumberFormatException e) {
                throw wrong("a number");
            }
        }
        throw wrong("a number");
    }

    /** The exact number of a member. */
    public Optional<BigDecimal> decimal(String name) {
        return at(name).decimal();
    }

    /** The exact number of a member that must be there. */
    public BigDecimal requiredDecimal(String name) {
        return required(name).decimal().orElseThrow(() -> at(name).wrong("a number"));
    }

    /** The whole number of a member that must be there. */
    public int requiredWhole(String name) {
        return required(name).whole().orElseThrow(() -> at(name).wrong("a whole number"));
    }

    /** The whole number; refused if it has a fraction or does not fit. */
    public Optional<Integer> whole() {
        return decimal().map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw wrong("a whole number");
            }
        });
    }

    /** The truth value; also of the texts {@code true} and {@code false}, in any case. */
    public Optional<Boolean> flag() {
        if (!isPresent()) {
            return Optional.empty();
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isTextual() && node.textValue().equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        if (node.isTextual() && node.textValue().equalsIgnoreCase("false")) {
            return Optional.of(false);
        }
        throw wrong("true or false");
    }

    /** The elements of an array; none if absent or null; refused for anything else. */
    public List<JsonValue> elements() {
        if (!isPresent()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong("a list");
        }
        List<JsonValue> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonValue(node.get(i), operation, path + "[" + i + "]", exponentLimit));
        }
        return elements;
    }

    /** The elements of a list that must be there; it may be empty. */
    public List<JsonValue> requiredElements(String name) {
        return required(name).elements();
    }

    /** The instant of a member that must be there, in ISO 8601 with its zone; of our days. */
    public Instant requiredInstant(String name) {
        try {
            Instant instant = Instant.parse(requiredText(name));
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(NO_MORE_OUR_DAYS)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw at(name).wrong("an instant");
        }
        throw at(name).wrong("an instant of our days");
    }

    /** The text of a member that must be there and names something. */
    public String requiredName(String name) {
        String text = requiredText(name);
        if (text.isBlank()) {
            throw at(name).wrong("a name");
        }
        return text;
    }

    /** A member that was asked for: it may be null, and is refused if it was left out. */
    public JsonValue asked(String name) {
        JsonValue found = at(name);
        if (found.node.isMissingNode()) {
            throw Json.malformed(operation, "lacks " + found.path);
        }
        return found;
    }

    /** The currency of a member that must be there, by its code of ISO 4217. */
    public Currency requiredCurrency(String name) {
        try {
            return Currency.getInstance(requiredText(name));
        } catch (IllegalArgumentException e) {
            throw at(name).wrong("a currency");
        }
    }

    /** The elements of a member. */
    public List<JsonValue> elements(String name) {
        return at(name).elements();
    }

    /** The bare node. */
    public JsonNode node() {
        return node;
    }

    /** Where this value stands in its document. */
    public String path() {
        return path;
    }

    private BigDecimal exact(BigDecimal number) {
        if (Math.abs((long) number.scale()) > exponentLimit) {
            throw wrong("a number of usual size");
        }
        return number;
    }

    private UnavailableException wrong(String expected) {
        return Json.malformed(operation, "does not hold " + expected + " at " + path);
    }

    /** The path, never the content. */
    @Override
    public String toString() {
        return path;
    }
}
