package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.mapping.ValueMap;
import dev.drayage.model.Carrier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From the carrier names of the ERP or 3PL to Shopify's tracking companies, whose case matters. The host's map goes first;
 * Shopify's own names stand for themselves in any case. Any other carrier needs an address under which its parcels are
 * followed, else it is refused: Shopify would guess one from the number. Immutable.
 */
public final class TrackingCompanies {
    private static final Map<String, String> KNOWN = known();

    private final ValueMap map;
    private final ValueMap urls;

    /**
     * The companies of one shop.
     *
     * @param carriers the shop's own names of carriers, each with a company's
     * @param addresses addresses by company or carrier
     */
    TrackingCompanies(Map<String, String> carriers, Map<String, String> addresses) {
        map = ValueMap.of("carrier.map", carriers);
        urls = ValueMap.of("carrier.urls", addresses);
    }

    /** Whether Shopify makes addresses for a company of this name itself. */
    public static boolean isKnown(String company) {
        return KNOWN.containsKey(company);
    }

    /** How parcels of a carrier are followed; empty if neither a company of Shopify's nor an address is known for it. */
    Optional<Tracking> tracking(Carrier carrier, List<String> numbers) {
        if (!carrier.isKnown()) {
            return numbers.isEmpty() ? Optional.of(new Tracking("", numbers, List.of())) : Optional.empty();
        }
        String name = carrier.name().strip();
        Optional<String> mapped = map.get(name).filter(company -> !company.isBlank());
        String company = mapped.orElse(name);
        String written = KNOWN.getOrDefault(company, company);
        Optional<String> url = urls.get(name).or(() -> urls.get(company));
        if (url.isEmpty() && !KNOWN.containsKey(company)) {
            return Optional.empty();
        }
        return Optional.of(new Tracking(
                written,
                numbers,
                url.map(address -> numbers.stream()
                                .map(number -> address.replace("{}", encoded(number)))
                                .toList())
                        .orElse(List.of())));
    }

    private static String encoded(String number) {
        return URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Names by themselves in any case; no two differ in case alone. */
    private static Map<String, String> known() {
        try (InputStream in = TrackingCompanies.class.getResourceAsStream("tracking-companies.txt")) {
            if (in == null) {
                throw new IllegalStateException("tracking-companies.txt is missing");
            }
            Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(name -> names.put(name, name));
            return Collections.unmodifiableMap(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
