package dev.drayage.shopify;

import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.fulfillment.TrackingCompanies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rules of Shopify's settings: what must fit together, and entries that would never be of use. Stateless. */
final class ShopifySettingsCheck {
    private ShopifySettingsCheck() {}

    /** Every fault, naming its setting. */
    static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>(credentials(settings));
        problems.addAll(carriers(settings));
        return problems;
    }

    private static List<String> credentials(Settings settings) {
        String token = ShopifySettings.ACCESS_TOKEN.name();
        String app = ShopifySettings.CLIENT_ID.name() + " and " + ShopifySettings.CLIENT_SECRET.name();
        boolean fixed = settings.find(ShopifySettings.ACCESS_TOKEN).isPresent();
        boolean id = settings.find(ShopifySettings.CLIENT_ID).isPresent();
        boolean secret = settings.find(ShopifySettings.CLIENT_SECRET).isPresent();
        boolean refresh = settings.find(ShopifySettings.REFRESH_TOKEN).isPresent();
        if (fixed) {
            return id || refresh
                    ? List.of(token + " stands for itself: leave out " + ShopifySettings.CLIENT_ID.name() + " and "
                            + ShopifySettings.REFRESH_TOKEN.name())
                    : List.of();
        }
        if (id != secret) {
            return List.of(app + " belong together");
        }
        return id ? List.of() : List.of(token + " is missing, or " + app + " in its place");
    }

    /** Told when the account is opened and not with the first parcel. */
    private static List<String> carriers(Settings settings) {
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
            if (!TrackingCompanies.isKnown(company) && !followed.contains(company) && !followed.contains(name)) {
                problems.add(ShopifySettings.CARRIERS.name() + " maps " + name + " to \"" + company
                        + "\", which is no name of Shopify's and has no address in "
                        + ShopifySettings.TRACKING_URLS.name());
            }
        });
        return problems;
    }
}
