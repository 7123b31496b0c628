package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.mapping.ValueMap;
import dev.drayage.model.Carrier;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From the carrier names of the ERP or 3PL to Shopify's tracking companies, whose case matters. The host's map goes first;
 * Shopify's own names stand for themselves in any case. Any other carrier needs an address under which its parcels are
 * followed, else it is refused: Shopify would guess one from the number. Immutable.
 */
public final class TrackingCompanies {
    private static final Map<String, String> KNOWN = known();

    private final ValueMap map;
    private final ValueMap urls;

    TrackingCompanies(Settings settings) {
        map = ValueMap.of(ShopifySettings.CARRIERS.name(), settings.get(ShopifySettings.CARRIERS));
        urls = ValueMap.of(ShopifySettings.TRACKING_URLS.name(), settings.get(ShopifySettings.TRACKING_URLS));
    }

    /** Entries that would never be of use, told when the account is opened and not with the first parcel. */
    public static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        Map<String, String> map = settings.get(ShopifySettings.CARRIERS);
        Map<String, String> urls = settings.get(ShopifySettings.TRACKING_URLS);
        for (Map.Entry<String, Map<String, String>> pairs : List.of(
                Map.entry(ShopifySettings.CARRIERS.name(), map),
                Map.entry(ShopifySettings.TRACKING_URLS.name(), urls))) {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            pairs.getValue().keySet().stream()
                    .filter(name -> !names.add(name))
                    .forEach(name -> problems.add(pairs.getKey() + " has two entries for " + name));
        }
        Set<String> followed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        followed.addAll(urls.keySet());
        map.forEach((name, company) -> {
            if (!KNOWN.containsKey(company) && !followed.contains(company) && !followed.contains(name)) {
                problems.add(ShopifySettings.CARRIERS.name() + " maps " + name + " to \"" + company
                        + "\", which is no name of Shopify's and has no address in "
                        + ShopifySettings.TRACKING_URLS.name());
            }
        });
        return problems;
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
