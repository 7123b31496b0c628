package dev.drayage.amazon;

import dev.drayage.settings.Setting;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the flat map of {@link AmazonSettings} by typed calls. What is mandatory and missing is told when the account is
 * opened, together with all other faults. Secrets are given as the text itself, {@code env:NAME} or {@code file:/path}.
 * Not thread-safe.
 */
public final class AmazonSettingsBuilder {
    private final Map<String, String> flat = new LinkedHashMap<>();
    private final Map<String, String> carriers = new TreeMap<>();
    private final Map<String, String> rates = new TreeMap<>();

    AmazonSettingsBuilder() {}

    /** The seller and the region. */
    public AmazonSettingsBuilder seller(String sellerId, AmazonRegion region) {
        put(AmazonSettings.SELLER_ID, sellerId);
        return put(AmazonSettings.REGION, region.word());
    }

    /** The stores whose orders are read. */
    public AmazonSettingsBuilder marketplaces(String... ids) {
        return put(AmazonSettings.MARKETPLACES, String.join(",", ids));
    }

    /** The application's client id and secret. */
    public AmazonSettingsBuilder application(String clientId, String clientSecret) {
        put(AmazonSettings.CLIENT_ID, clientId);
        return put(AmazonSettings.CLIENT_SECRET, clientSecret);
    }

    /** The seller's consent to the application. */
    public AmazonSettingsBuilder refreshToken(String token) {
        return put(AmazonSettings.REFRESH_TOKEN, token);
    }

    /** Other addresses than Amazon's live ones. */
    public AmazonSettingsBuilder endpoints(URI api, URI login) {
        put(AmazonSettings.API_ENDPOINT, api.toString());
        return put(AmazonSettings.LOGIN_ENDPOINT, login.toString());
    }

    /** What the application is called in the user agent. */
    public AmazonSettingsBuilder userAgent(String name, String version) {
        put(AmazonSettings.APPLICATION_NAME, name);
        return put(AmazonSettings.APPLICATION_VERSION, version);
    }

    /** Whether addresses are asked for; they are unless told otherwise. */
    public AmazonSettingsBuilder recipientData(boolean asked) {
        return put(AmazonSettings.RECIPIENT_DATA, Boolean.toString(asked));
    }

    /** Whether the buyer's own data is asked for; it is not unless told. */
    public AmazonSettingsBuilder buyerData(boolean asked) {
        return put(AmazonSettings.BUYER_DATA, Boolean.toString(asked));
    }

    /** The stores whose prices hold the tax, in place of the built-in table; none for no ids. */
    public AmazonSettingsBuilder taxIncluded(String... marketplaceIds) {
        return put(AmazonSettings.TAX_INCLUDED, marketplaceIds.length == 0 ? "none" : String.join(",", marketplaceIds));
    }

    /** Orders on a page. */
    public AmazonSettingsBuilder pageSize(int orders) {
        return put(AmazonSettings.PAGE_SIZE, Integer.toString(orders));
    }

    /** How far sweeps end behind now. */
    public AmazonSettingsBuilder settleDelay(Duration delay) {
        return put(AmazonSettings.SETTLE_DELAY, delay.toString());
    }

    /** The longest stretch of time that one sweep covers. */
    public AmazonSettingsBuilder maxSpan(Duration span) {
        return put(AmazonSettings.MAX_SPAN, span.toString());
    }

    /** Sends this text in place of a missing tracking number, instead of holding the shipment. */
    public AmazonSettingsBuilder sendWithoutTrackingAs(String placeholder) {
        return put(AmazonSettings.TRACKING_PLACEHOLDER, placeholder);
    }

    /** One more entry of the carrier map. */
    public AmazonSettingsBuilder carrier(String name, String amazonCode) {
        carriers.put(name, amazonCode);
        return this;
    }

    /** Whether carriers without an entry are sent as Other with their name. */
    public AmazonSettingsBuilder sendUnmappedCarriersByName(boolean sent) {
        return put(AmazonSettings.SEND_UNMAPPED_BY_NAME, Boolean.toString(sent));
    }

    /** How long a confirmed package may stay invisible. */
    public AmazonSettingsBuilder absenceGrace(Duration grace) {
        return put(AmazonSettings.ABSENCE_GRACE, grace.toString());
    }

    /** Another usage plan for an operation, by Amazon's name of it. */
    public AmazonSettingsBuilder rate(String operation, BigDecimal perSecond, int burst) {
        rates.put(operation, perSecond.toPlainString() + "/" + burst);
        return this;
    }

    /** The flat map. */
    public Map<String, String> toMap() {
        Map<String, String> all = new LinkedHashMap<>(flat);
        pairs(all, AmazonSettings.CARRIERS, carriers);
        pairs(all, AmazonSettings.RATES, rates);
        return Map.copyOf(all);
    }

    private static void pairs(Map<String, String> all, Setting<?> setting, Map<String, String> entries) {
        List<String> found = entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        if (!found.isEmpty()) {
            all.put(setting.name(), found.stream().collect(Collectors.joining(",")));
        }
    }

    private AmazonSettingsBuilder put(Setting<?> setting, String text) {
        flat.put(setting.name(), text);
        return this;
    }
}
