package dev.drayage.netsuite.internal.options;

import dev.drayage.netsuite.internal.suiteql.FieldName;
import dev.drayage.settings.Setting;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Kinds of settings that only NetSuite has: account ids, internal ids, field names. Stateless. */
final class NetSuiteTexts {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]+([_-][A-Za-z0-9]+)?");
    private static final Pattern ID = Pattern.compile("-?[0-9]{1,18}");
    private static final Set<String> ADOPTION = Set.of("channelOrderId", "otherRefNum", "none");

    private NetSuiteTexts() {}

    /** An account id from which a host name may be built: a crafted one would send credentials elsewhere. */
    static Setting<String> account(String name, String help) {
        return of(name, "account id", help, Optional.empty(), text -> {
            if (!ACCOUNT.matcher(text).matches()) {
                throw new IllegalArgumentException("must be an account id such as 1234567 or 1234567_SB1");
            }
            return text;
        });
    }

    static Setting<URI> address(String name, String help) {
        return of(name, "address", help, Optional.empty(), text -> {
            URI uri;
            try {
                uri = URI.create(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("must be an address such as https://host", e);
            }
            boolean local = "http".equals(uri.getScheme())
                    && Set.of("localhost", "127.0.0.1").contains(uri.getHost());
            if (uri.getHost() == null || !(local || "https".equals(uri.getScheme()))) {
                throw new IllegalArgumentException("must be an https address, or http on this machine");
            }
            return uri;
        });
    }

    static Setting<Optional<String>> optionalId(String name, String help) {
        return of(name, "internal id", help, Optional.of("none"), text -> {
            if (text.equals("none")) {
                return Optional.empty();
            }
            return Optional.of(id(text));
        });
    }

    static Setting<Map<String, String>> ids(String name, String help) {
        Setting<Map<String, String>> pairs = Setting.map(name, help);
        return of(name, "key=internal id pairs separated by commas", help, Optional.of(""), text -> {
            Map<String, String> read = pairs.parser().apply(text);
            read.values().forEach(NetSuiteTexts::id);
            return read;
        });
    }

    static Setting<List<String>> idList(String name, String help) {
        return of(name, "internal ids separated by commas", help, Optional.of(""), text -> {
            List<String> ids = words(text);
            ids.forEach(NetSuiteTexts::id);
            return ids;
        });
    }

    static Setting<BigDecimal> amount(String name, String fallback, String help) {
        return of(name, "amount", help, Optional.of(fallback), text -> {
            try {
                BigDecimal amount = new BigDecimal(text);
                if (amount.signum() >= 0 && amount.precision() - amount.scale() <= 9 && amount.scale() <= 6) {
                    return amount;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be an amount such as 0.05", e);
            }
            throw new IllegalArgumentException("must be an amount such as 0.05");
        });
    }

    static Setting<String> field(String name, String fallback, String help) {
        return of(name, "field name", help, Optional.of(fallback), NetSuiteTexts::fieldName);
    }

    static Setting<Optional<String>> optionalField(String name, String help) {
        return of(
                name,
                "field name",
                help,
                Optional.of("none"),
                text -> text.equals("none") ? Optional.empty() : Optional.of(fieldName(text)));
    }

    static Setting<List<String>> adoption(String name, String help) {
        return of(name, "words separated by commas", help, Optional.of("channelOrderId"), text -> {
            List<String> words = words(text);
            if (!ADOPTION.containsAll(words)) {
                throw new IllegalArgumentException("must be channelOrderId, otherRefNum or none");
            }
            return words;
        });
    }

    static Setting<List<String>> statuses(String name, String help) {
        return of(name, "letters separated by commas", help, Optional.of("A,B,C"), text -> {
            List<String> words = words(text);
            if (words.isEmpty() || !Set.of("A", "B", "C").containsAll(words)) {
                throw new IllegalArgumentException("must be A, B or C");
            }
            return words;
        });
    }

    static Setting<Map<String, String>> conditions(String name, String help) {
        Setting<Map<String, String>> pairs = Setting.map(name, help);
        return of(name, "field=value pairs separated by commas", help, Optional.of(""), text -> {
            Map<String, String> read = pairs.parser().apply(text);
            read.keySet().forEach(NetSuiteTexts::fieldName);
            return read;
        });
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("must hold internal ids, which are numbers");
        }
        return text;
    }

    private static String fieldName(String text) {
        if (!FieldName.isValid(text)) {
            throw new IllegalArgumentException("must hold field names: lower-case letters, digits and underscores");
        }
        return text;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static <T> Setting<T> of(
            String name, String type, String help, Optional<String> fallback, Function<String, T> parser) {
        return new Setting<>(name, type, false, false, fallback, help, parser);
    }
}
