package dev.drayage.shopify;

import dev.drayage.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the flat map of {@link ShopifySettings} by typed calls. What is mandatory and missing is told when the account is
 * opened, together with all other faults. Secrets are given as the text itself, {@code env:NAME} or {@code file:/path}.
 * Not thread-safe.
 */
public final class ShopifySettingsBuilder {
    private final Map<String, String> flat = new LinkedHashMap<>();
    private final Map<String, String> locations = new TreeMap<>();
    private final Map<String, String> carriers = new TreeMap<>();
    private final Map<String, String> trackingUrls = new TreeMap<>();

    ShopifySettingsBuilder() {}

    /** The shop, by its own domain at Shopify. */
    public ShopifySettingsBuilder shop(String domain) {
        return put(ShopifySettings.SHOP, domain);
    }

    /** The version of the API; 2026-10 unless told otherwise. */
    public ShopifySettingsBuilder apiVersion(String version) {
        return put(ShopifySettings.API_VERSION, version);
    }

    /** A token that does not end. */
    public ShopifySettingsBuilder accessToken(String token) {
        return put(ShopifySettings.ACCESS_TOKEN, token);
    }

    /** The merchant's own app: tokens for a day are asked for as needed. */
    public ShopifySettingsBuilder ownApp(String clientId, String clientSecret) {
        put(ShopifySettings.CLIENT_ID, clientId);
        return put(ShopifySettings.CLIENT_SECRET, clientSecret);
    }

    /** An app that was installed with expiring tokens. */
    public ShopifySettingsBuilder installedApp(String clientId, String clientSecret, String refreshToken) {
        ownApp(clientId, clientSecret);
        return put(ShopifySettings.REFRESH_TOKEN, refreshToken);
    }

    /** The secret that webhooks are signed with; the app's client secret unless told otherwise. */
    public ShopifySettingsBuilder webhookSecret(String secret) {
        return put(ShopifySettings.WEBHOOK_SECRET, secret);
    }

    /** The secret that webhooks were signed with before, while it is rotated. */
    public ShopifySettingsBuilder oldWebhookSecret(String secret) {
        return put(ShopifySettings.WEBHOOK_OLD_SECRET, secret);
    }

    /** Which of an order's two amounts counts; the shop's own unless told otherwise. */
    public ShopifySettingsBuilder moneyBasis(MoneyBasis basis) {
        return put(ShopifySettings.MONEY_BASIS, basis.word());
    }

    /** Manual payment method under which payments of the ERP are entered. */
    public ShopifySettingsBuilder erpPaymentMethod(String name) {
        return put(ShopifySettings.ERP_PAYMENT_METHOD, name);
    }

    /** Whether test orders are read; they are left out unless told otherwise. */
    public ShopifySettingsBuilder testOrders(boolean read) {
        return put(ShopifySettings.TEST_ORDERS, Boolean.toString(read));
    }

    /** Orders on a page. */
    public ShopifySettingsBuilder pageSize(int orders) {
        return put(ShopifySettings.PAGE_SIZE, Integer.toString(orders));
    }

    /** How far windows end behind now. */
    public ShopifySettingsBuilder searchLag(Duration lag) {
        return put(ShopifySettings.SEARCH_LAG, lag.toString());
    }

    /** How long after its issue a payout is read again. */
    public ShopifySettingsBuilder payoutLookBack(Duration time) {
        return put(ShopifySettings.PAYOUT_LOOK_BACK, time.toString());
    }

    /** Which place of the ERP a location stands for. */
    public ShopifySettingsBuilder location(long number, String place) {
        locations.put(Long.toString(number), place);
        return this;
    }

    /** What a carrier of the ERP is called at Shopify. */
    public ShopifySettingsBuilder carrier(String name, String company) {
        carriers.put(name, company);
        return this;
    }

    /** Where a carrier's parcels are followed; {@code {}} stands for the tracking number. */
    public ShopifySettingsBuilder trackingUrl(String carrier, String address) {
        trackingUrls.put(carrier, address);
        return this;
    }

    /** Whether Shopify tells buyers of shipments by mail; it does not unless told otherwise. */
    public ShopifySettingsBuilder notifyCustomer(boolean notify) {
        return put(ShopifySettings.NOTIFY_BUYER, Boolean.toString(notify));
    }

    /** Which of Shopify's quantities is set; the available one unless told otherwise. */
    public ShopifySettingsBuilder stockQuantity(StockQuantity quantity) {
        return put(ShopifySettings.STOCK_QUANTITY, quantity.word());
    }

    /** Whether items are stocked at locations where they are not yet; they are not unless told otherwise. */
    public ShopifySettingsBuilder activateStock(boolean activate) {
        return put(ShopifySettings.STOCK_ACTIVATE, Boolean.toString(activate));
    }

    /** Whether orders may be edited after what people changed of them in the ERP; they may not unless told otherwise. */
    public ShopifySettingsBuilder postModifications(boolean allow) {
        return put(ShopifySettings.POST_MODIFICATIONS, Boolean.toString(allow));
    }

    /** Another address than the shop's own, for tests. */
    public ShopifySettingsBuilder baseUrl(URI address) {
        return put(ShopifySettings.BASE_URL, address.toString());
    }

    /** The flat map. */
    public Map<String, String> toMap() {
        Map<String, String> all = new LinkedHashMap<>(flat);
        putPairs(all, ShopifySettings.LOCATIONS, locations);
        putPairs(all, ShopifySettings.CARRIERS, carriers);
        putPairs(all, ShopifySettings.TRACKING_URLS, trackingUrls);
        return Map.copyOf(all);
    }

    private static void putPairs(Map<String, String> all, Setting<?> setting, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            all.put(
                    setting.name(),
                    pairs.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(",")));
        }
    }

    private ShopifySettingsBuilder put(Setting<?> setting, String text) {
        flat.put(setting.name(), text);
        return this;
    }
}
