package dev.drayage.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One named setting: how its text is read, whether it is a secret, and what people should know about it. Immutable.
 *
 * @param name dotted lower-case name, such as {@code order.customer}
 * @param type the kind of text for the reference page, such as {@code duration}
 * @param secret whether its value must never be printed
 * @param required whether it must be given
 * @param fallback text that is read when it is not given; empty for none
 * @param help one or two sentences for the reference page
 * @param parser reads the text; throws {@link IllegalArgumentException} with a reason that does not repeat the text
 * @param <T> the value
 */
public record Setting<T>(
        String name,
        String type,
        boolean secret,
        boolean required,
        Optional<String> fallback,
        String help,
        Function<String, T> parser) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)*");

    public Setting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Setting.name must be dotted words: " + name);
        }
    }

    /** Text. */
    public static Setting<String> text(String name, String help) {
        return new Setting<>(name, "text", false, false, Optional.empty(), help, text -> text);
    }

    /** Yes or no. */
    public static Setting<Boolean> flag(String name, boolean fallback, String help) {
        return new Setting<>(
                name, "true or false", false, false, Optional.of(Boolean.toString(fallback)), help, text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException("must be true or false");
                    }
                    return text.equals("true");
                });
    }

    /** A whole number of at least {@code least}. */
    public static Setting<Integer> count(String name, int fallback, int least, String help) {
        return new Setting<>(
                name, "whole number", false, false, Optional.of(Integer.toString(fallback)), help, text -> {
                    int value;
                    try {
                        value = Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("must be a whole number", e);
                    }
                    if (value < least) {
                        throw new IllegalArgumentException("must be at least " + least);
                    }
                    return value;
                });
    }

    /** A length of time in ISO 8601, such as {@code PT5M} or {@code P1D}; none is negative. */
    public static Setting<Duration> duration(String name, Duration fallback, String help) {
        return new Setting<>(
                name,
                "ISO 8601 duration",
                false,
                false,
                Optional.of(fallback.toString()),
                help,
                reading("an ISO 8601 duration such as PT5M, not negative", Setting::notNegative));
    }

    private static Duration notNegative(String text) {
        Duration time = Duration.parse(text);
        if (time.isNegative()) {
            throw new IllegalArgumentException("negative");
        }
        return time;
    }

    /** An instant in ISO 8601 with a zone. */
    public static Setting<Instant> instant(String name, String help) {
        return new Setting<>(
                name,
                "instant",
                false,
                false,
                Optional.empty(),
                help,
                reading("an instant such as 2026-11-01T00:00:00Z", Instant::parse));
    }

    /** A time zone by its region name. */
    public static Setting<ZoneId> zone(String name, String help) {
        return new Setting<>(
                name,
                "time zone",
                false,
                false,
                Optional.empty(),
                help,
                reading("a zone such as America/Los_Angeles", ZoneId::of));
    }

    /** A folder or file. */
    public static Setting<Path> path(String name, String help) {
        return new Setting<>(name, "path", false, false, Optional.empty(), help, reading("a path", Path::of));
    }

    /** One of an enum's constants, written in any case. */
    public static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type, Optional<E> fallback, String help) {
        String words = Arrays.stream(type.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" | "));
        return new Setting<>(
                name,
                words,
                false,
                false,
                fallback.map(e -> e.name().toLowerCase(Locale.ROOT)),
                help,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(e ->
                                e.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must be one of " + words)));
    }

    /** Words separated by commas. */
    public static Setting<List<String>> words(String name, String help) {
        return new Setting<>(
                name,
                "words separated by commas",
                false,
                false,
                Optional.of(""),
                help,
                text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** Pairs {@code key=value} separated by commas; white space around them does not count. */
    public static Setting<Map<String, String>> map(String name, String help) {
        return new Setting<>(name, "key=value pairs separated by commas", false, false, Optional.of(""), help, text -> {
            Map<String, String> pairs = new TreeMap<>();
            for (String pair : text.split(",", -1)) {
                if (pair.isBlank()) {
                    continue;
                }
                int eq = pair.indexOf('=');
                if (eq < 1) {
                    throw new IllegalArgumentException("each pair must be key=value");
                }
                if (pairs.put(
                                pair.substring(0, eq).strip(),
                                pair.substring(eq + 1).strip())
                        != null) {
                    throw new IllegalArgumentException("a key stands twice");
                }
            }
            return Map.copyOf(pairs);
        });
    }

    /**
     * A secret: the text itself, or {@code env:NAME} or {@code file:/path}, which are read again each time the secret is
     * needed, so that a rotated one is picked up.
     */
    public static Setting<SecretSource> secret(String name, String help) {
        return new Setting<>(
                name, "secret, env:NAME or file:/path", true, false, Optional.empty(), help, SecretText::source);
    }

    /** The same setting, but it must be given. */
    public Setting<T> mandatory() {
        return new Setting<>(name, type, secret, true, Optional.empty(), help, parser);
    }

    /** The same setting with a text that is read when it is not given. */
    public Setting<T> orElse(String text) {
        return new Setting<>(name, type, secret, false, Optional.of(text), help, parser);
    }

    private static <T> Function<String, T> reading(String what, Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("must be " + what, e);
            }
        };
    }
}
