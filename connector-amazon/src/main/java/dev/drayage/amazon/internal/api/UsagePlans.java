package dev.drayage.amazon.internal.api;

import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.RatePlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The published usage plans of the operations that are called, from {@code usage-plans.properties}, with the host's
 * overrides. Amazon grants a bucket to each seller, application and operation. Immutable.
 */
public final class UsagePlans {
    private static final Map<String, RatePlan> PUBLISHED = published();

    private final Map<String, RatePlan> plans;

    /** The published plans with overrides. */
    UsagePlans(Map<String, RatePlan> overrides) {
        Map<String, RatePlan> all = new TreeMap<>(PUBLISHED);
        all.putAll(overrides);
        plans = Map.copyOf(all);
    }

    /** Reads the setting of overrides; refuses an operation that is never called. */
    public static Map<String, RatePlan> overrides(String text) {
        Map<String, RatePlan> found = new TreeMap<>();
        Pattern.compile(",").splitAsStream(text).filter(pair -> !pair.isBlank()).forEach(pair -> {
            int eq = pair.indexOf('=');
            String operation = eq < 0 ? "" : pair.substring(0, eq).strip();
            if (!PUBLISHED.containsKey(operation)) {
                throw new IllegalArgumentException("must name operations of " + PUBLISHED.keySet());
            }
            found.put(operation, plan(pair.substring(eq + 1).strip()));
        });
        return Map.copyOf(found);
    }

    QuotaPlan quota() {
        QuotaPlan.Builder builder = QuotaPlan.byOperation();
        plans.forEach(builder::operation);
        return builder.build();
    }

    private static RatePlan plan(String text) {
        int slash = text.indexOf('/');
        try {
            return RatePlan.bucket(
                    Double.parseDouble(text.substring(0, Math.max(slash, 0))),
                    Double.parseDouble(text.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must give rate/burst, both above zero", e);
        }
    }

    private static Map<String, RatePlan> published() {
        Properties file = new Properties();
        try (InputStream in = UsagePlans.class.getResourceAsStream("usage-plans.properties")) {
            if (in == null) {
                throw new IllegalStateException("usage-plans.properties is missing");
            }
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, RatePlan> plans = new TreeMap<>();
        file.stringPropertyNames().forEach(name -> plans.put(name, plan(file.getProperty(name))));
        return plans;
    }
}
