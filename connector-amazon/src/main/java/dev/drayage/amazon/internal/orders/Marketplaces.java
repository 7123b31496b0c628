package dev.drayage.amazon.internal.orders;

import dev.drayage.amazon.AmazonRegion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Amazon's stores, from {@code marketplaces.properties}. A store that is not in the table works all the same. Immutable. */
public final class Marketplaces {
    private static final Map<String, Marketplace> KNOWN = read();

    private Marketplaces() {}

    /**
     * One store.
     *
     * @param id Amazon's id
     * @param countryCode ISO 3166 code
     * @param currency currency of its prices
     * @param region the region that it belongs to
     * @param taxIncluded whether its prices hold the tax
     */
    public record Marketplace(
            String id, String countryCode, Currency currency, AmazonRegion region, boolean taxIncluded) {}

    /** A store, if it is in the table. */
    public static Optional<Marketplace> find(String id) {
        return Optional.ofNullable(KNOWN.get(id));
    }

    /** Ids of the stores whose prices hold the tax. */
    static Set<String> taxIncluded() {
        return KNOWN.values().stream()
                .filter(Marketplace::taxIncluded)
                .map(Marketplace::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Marketplace> read() {
        Properties file = new Properties();
        try (InputStream in = Marketplaces.class.getResourceAsStream("marketplaces.properties")) {
            if (in == null) {
                throw new IllegalStateException("marketplaces.properties is missing");
            }
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Marketplace> all = new HashMap<>();
        for (String id : file.stringPropertyNames()) {
            String[] parts = file.getProperty(id).split(",", -1);
            all.put(
                    id,
                    new Marketplace(
                            id,
                            parts[0],
                            Currency.getInstance(parts[1]),
                            AmazonRegion.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                            parts[3].equals("included")));
        }
        return Map.copyOf(all);
    }
}
