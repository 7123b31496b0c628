package dev.drayage.examples.mutants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes an answer in one place, as the dice fall. One for each mutant; confined to one thread. */
final class Mutator {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String HOLE = "@@here@@";
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{3,}");

    private final SplittableRandom dice;
    private final WireDamage wire;

    Mutator(SplittableRandom dice) {
        this.dice = dice;
        this.wire = new WireDamage(dice);
    }

    Mutant change(RecordedAnswer answer) {
        JsonNode root;
        try {
            root = JSON.readTree(answer.body());
        } catch (IOException e) {
            return wire.change(answer);
        }
        if (root == null || !root.isContainerNode() || dice.nextInt(12) == 0) {
            return wire.change(answer);
        }
        Place place = choose(Place.all(root));
        return place.parent() == null ? wire.change(answer) : inside(answer, root, place);
    }

    private Place choose(List<Place> places) {
        int draw = dice.nextInt(100);
        List<Place> some = new ArrayList<>();
        if (draw < 55) {
            places.stream()
                    .filter(place -> number(place.node()) != null && !isName(place))
                    .forEach(some::add);
        } else if (draw < 65) {
            places.stream().filter(place -> place.node().isArray()).forEach(some::add);
        } else if (draw < 70) {
            places.stream()
                    .filter(place -> place.name()
                            .matches("endCursor|hasNextPage|hasMore|nextToken|paginationToken"
                                    + "|totalResults|count|offset"))
                    .forEach(some::add);
        } else if (draw < 80) {
            places.stream().filter(place -> is(place, WORD.asMatchPredicate())).forEach(some::add);
        }
        List<Place> from = some.isEmpty() ? places : some;
        return from.get(dice.nextInt(from.size()));
    }

    private static boolean is(Place place, Predicate<String> text) {
        return place.node().isTextual() && text.test(place.node().textValue());
    }

    private static boolean isName(Place place) {
        return place.name().matches("(?i)id|legacyResourceId|.*_id|orderItemId|line|item");
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isTextual() && node.textValue().matches("-?\\d{1,15}(\\.\\d+)?")) {
            return new BigDecimal(node.textValue());
        }
        return null;
    }

    private Mutant inside(RecordedAnswer answer, JsonNode root, Place place) {
        JsonNode node = place.node();
        int draw = dice.nextInt(100);
        if (draw < 7 && place.parent() instanceof ObjectNode object) {
            object.remove(place.name());
            return mutant(Harm.DAMAGE, "deleted", place, answer, text(root));
        }
        if (draw < 14) {
            return put(Harm.DAMAGE, "null", place, "null", answer, root);
        }
        if (draw < 17 && place.parent() instanceof ObjectNode) {
            String other = dice.nextBoolean() ? "\"other\"" : "0";
            return put(Harm.DAMAGE, "twice", place, text(node) + ",\"" + place.name() + "\":" + other, answer, root);
        }
        if (draw < 19) {
            return deep(answer, root, place);
        }
        if (node.isArray()) {
            return list(answer, root, place, (ArrayNode) node);
        }
        if (place.parent() instanceof ArrayNode list && draw < 50) {
            return list(answer, root, new Place(parentPath(place), root, "", -1, list), list);
        }
        if (node.isObject()) {
            return put(Harm.DAMAGE, "another type", place, pick("{}", "[]", "\"text\"", "7", "true"), answer, root);
        }
        if (node.isBoolean()) {
            return flag(answer, root, place);
        }
        BigDecimal number = number(node);
        if (number != null && !(isName(place) && dice.nextBoolean())) {
            return number(answer, root, place, number);
        }
        return text(answer, root, place);
    }

    private static String parentPath(Place place) {
        return place.path().substring(0, place.path().length() - 2);
    }

    private Mutant deep(RecordedAnswer answer, JsonNode root, Place place) {
        if (dice.nextInt(20) == 0) {
            return put(Harm.DAMAGE, "5 MB of text", place, "\"" + "x".repeat(5_000_000) + "\"", answer, root);
        }
        String nested = dice.nextBoolean()
                ? "[".repeat(10_000) + "]".repeat(10_000)
                : "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        return put(Harm.DAMAGE, "10000 levels", place, nested, answer, root);
    }

    /** The answer once for each list of it that ends, with that list going on and on. */
    static List<Mutant> endless(RecordedAnswer answer) throws IOException {
        List<Mutant> endless = new ArrayList<>();
        int places = Place.all(JSON.readTree(answer.body())).size();
        for (int i = 0; i < places; i++) {
            JsonNode root = JSON.readTree(answer.body());
            Place place = Place.all(root).get(i);
            if (place.announcesPages() && !place.node().booleanValue()) {
                endless.add(put(Harm.LOOP, "more pages", place, "true", answer, root));
            }
        }
        return endless;
    }

    private Mutant flag(RecordedAnswer answer, JsonNode root, Place place) {
        if (place.announcesPages() && dice.nextBoolean()) {
            boolean set = !place.node().booleanValue();
            return put(set ? Harm.LOOP : Harm.LEFT_OUT, "more pages: " + set, place, String.valueOf(set), answer, root);
        }
        if (dice.nextInt(4) == 0) {
            return put(Harm.SAME_VALUE, "as text", place, "\"" + place.node().asText() + "\"", answer, root);
        }
        return put(Harm.DAMAGE, "no truth value", place, pick("\"maybe\"", "2", "[]", "{}", "\"\""), answer, root);
    }

    private Mutant list(RecordedAnswer answer, JsonNode root, Place place, ArrayNode list) {
        int at = list.isEmpty() ? 0 : dice.nextInt(list.size());
        switch (dice.nextInt(7)) {
            case 0 -> {
                if (!list.isEmpty()) {
                    list.insert(at, list.get(at).deepCopy());
                    return mutant(Harm.DOUBLED, "element " + at + " twice", place, answer, text(root));
                }
            }
            case 1 -> {
                if (list.size() > 1) {
                    int other = (at + 1) % list.size();
                    JsonNode kept = list.get(at);
                    list.set(at, list.get(other));
                    list.set(other, kept);
                    return mutant(Harm.REORDERED, at + " and " + other + " swapped", place, answer, text(root));
                }
            }
            case 2 -> {
                if (!list.isEmpty()) {
                    list.remove(at);
                    return mutant(Harm.LEFT_OUT, "element " + at + " dropped", place, answer, text(root));
                }
            }
            case 3 -> {
                list.removeAll();
                return mutant(Harm.LEFT_OUT, "emptied", place, answer, text(root));
            }
            case 4 -> {
                if (!list.isEmpty()) {
                    list.set(at, (JsonNode) null);
                    return mutant(Harm.DAMAGE, "element " + at + " null", place, answer, text(root));
                }
            }
            default -> {
                if (place.parent() instanceof ObjectNode && !place.name().isEmpty()) {
                    return put(
                            Harm.DAMAGE, "no list", place, pick("{}", "\"text\"", "0", "false", "\"\""), answer, root);
                }
            }
        }
        list.add("mutant");
        return mutant(Harm.DAMAGE, "a text among the elements", place, answer, text(root));
    }

    private Mutant number(RecordedAnswer answer, JsonNode root, Place place, BigDecimal number) {
        boolean quoted = place.node().isTextual();
        String plain = number.toPlainString();
        int draw = dice.nextInt(30);
        switch (draw) {
            case 0, 1, 2, 3, 4 -> {
                BigDecimal other = otherDigit(number);
                return value("another digit", place, other, quote(other.toPlainString(), quoted), answer, root);
            }
            case 5 -> {
                BigDecimal other = number.signum() == 0 ? BigDecimal.ONE.negate() : number.negate();
                return value("another sign", place, other, quote(other.toPlainString(), quoted), answer, root);
            }
            case 6 -> {
                BigDecimal other = number.add(new BigDecimal("0.000000000000000001"));
                return value("many decimals", place, other, quote(other.toPlainString(), quoted), answer, root);
            }
            case 7 -> {
                BigDecimal other = number.movePointRight(1 + dice.nextInt(3));
                return value("another power of ten", place, other, quote(other.toPlainString(), quoted), answer, root);
            }
            case 8 -> {
                String exponent = number.unscaledValue() + "E" + -number.scale();
                return put(Harm.SAME_VALUE, "with exponent", place, quote(exponent, quoted), answer, root);
            }
            case 9 -> {
                return put(
                        Harm.SAME_VALUE, quoted ? "as number" : "as text", place, quote(plain, !quoted), answer, root);
            }
            case 10 -> {
                return put(Harm.SAME_VALUE, "with plus", place, "\"+" + plain.replace("-", "") + "\"", answer, root)
                        .as(number.signum() < 0 ? Harm.DAMAGE : Harm.SAME_VALUE);
            }
            default -> {
                String raw = pick(
                        "\"\"",
                        "\"10,00\"",
                        "\"1.234,56\"",
                        "\"1,234.56\"",
                        "\"$" + plain + "\"",
                        "\"" + plain + " USD\"",
                        "\"NaN\"",
                        "\"Infinity\"",
                        "\"-\"",
                        "\"0x10\"",
                        "\"" + plain + "f\"",
                        "\"\\ud800\"",
                        "\"\u0661\u0662\"",
                        "1e400",
                        "\"1e400\"",
                        "\"1E-400\"",
                        "1E-400",
                        "\"1e999999999\"",
                        "1e999999999",
                        "1e99999999999999999999",
                        "9".repeat(5_000),
                        "\"" + "9".repeat(5_000) + "\"",
                        "NaN",
                        "{}",
                        "[]",
                        "[" + plain + "]",
                        "{\"amount\":" + plain + "}",
                        "true",
                        "false",
                        "\"   \"");
                return put(Harm.DAMAGE, "no number", place, raw, answer, root);
            }
        }
    }

    private BigDecimal otherDigit(BigDecimal number) {
        StringBuilder digits = new StringBuilder(number.toPlainString());
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            if (Character.isDigit(digits.charAt(i))) {
                at.add(i);
            }
        }
        int i = at.get(dice.nextInt(at.size()));
        char old = digits.charAt(i);
        digits.setCharAt(i, (char) ('0' + (old - '0' + 1 + dice.nextInt(9)) % 10));
        return new BigDecimal(digits.toString());
    }

    private Mutant text(RecordedAnswer answer, JsonNode root, Place place) {
        String text = place.node().asText();
        if (text.length() == 3 && text.matches("[A-Z]{3}") && dice.nextBoolean()) {
            String raw =
                    pick("\"" + text.toLowerCase(java.util.Locale.ROOT) + "\"", "\"QQQ\"", "\"XXX\"", "\"\"", "840");
            return put(Harm.DAMAGE, "no currency", place, raw, answer, root);
        }
        if (INSTANT.matcher(text).matches() && dice.nextInt(4) > 0) {
            String raw = pick(
                    "\"yesterday\"",
                    "\"0000-00-00T00:00:00Z\"",
                    "\"2026-02-29T10:00:00Z\"",
                    "\"2026-02-29\"",
                    "\"" + text.replace("Z", "+14:00") + "\"",
                    "\"+1000000000-01-01T00:00:00Z\"",
                    "\"-999999999-01-01T00:00:00Z\"",
                    "\"2026-11-16T25:61:00Z\"",
                    "1790000000",
                    "1e30",
                    "\"16/11/2026\"");
            return put(Harm.DAMAGE, "another time", place, raw, answer, root);
        }
        if (text.startsWith("gid://") && dice.nextBoolean()) {
            String raw = pick("\"gid://shopify/Mutant/1\"", "\"gid://shopify/Order/\"", "\"gid:\"", "\"1\"", "\"\"");
            return put(Harm.DAMAGE, "no such id", place, raw, answer, root);
        }
        if (WORD.matcher(text).matches() && dice.nextInt(3) > 0) {
            return put(Harm.DAMAGE, "unknown word", place, pick("\"MUTANT_WORD\"", "\"\"", "\"mutant\""), answer, root);
        }
        String raw = pick(
                "\"\"",
                "\" \"",
                "0",
                "-1",
                "1e400",
                "{}",
                "[]",
                "true",
                "[\"x\"]",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "\"mutant\"");
        return put(Harm.DAMAGE, "another text", place, raw, answer, root);
    }

    private static Mutant value(
            String what, Place place, BigDecimal value, String raw, RecordedAnswer answer, JsonNode root) {
        Mutant changed = put(Harm.OTHER_VALUE, what, place, raw, answer, root);
        return new Mutant(changed.harm(), changed.what(), changed.path(), Optional.of(value), changed.answer());
    }

    private static Mutant put(Harm harm, String what, Place place, String raw, RecordedAnswer answer, JsonNode root) {
        if (place.parent() instanceof ObjectNode object) {
            object.put(place.name(), HOLE);
        } else if (place.parent() instanceof ArrayNode list) {
            list.set(place.index(), list.textNode(HOLE));
        }
        String shown = raw.length() > 60 ? raw.length() + " characters" : raw;
        return mutant(harm, what + ": " + shown, place, answer, text(root).replace("\"" + HOLE + "\"", raw));
    }

    private static Mutant mutant(Harm harm, String what, Place place, RecordedAnswer answer, String body) {
        return new Mutant(
                harm, what, place.path(), Optional.empty(), answer.with(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quote(String text, boolean quoted) {
        return quoted ? "\"" + text + "\"" : text;
    }

    private String pick(String... some) {
        return some[dice.nextInt(some.length)];
    }
}
