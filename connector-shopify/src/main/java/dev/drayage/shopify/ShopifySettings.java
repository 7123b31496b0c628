package dev.drayage.shopify;

import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.shopify.internal.api.ShopDomain;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Every setting of an account at Shopify. {@link #builder()} writes the flat map that a properties file would hold. Constants
 * only; thread-safe.
 */
public final class ShopifySettings {
    private static final Pattern VERSION = Pattern.compile("20[0-9]{2}-(01|04|07|10)");
    private static final Pattern TRACKING_URL =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]+)?/[!-z~]*\\{\\}[!-z~]*");
    private static final String OLDEST = "2026-04";
    private static final int LARGEST_PAGE = 50;
    private static final Setting<Map<String, String>> PAIRS = Setting.map("pairs", "Pairs.");

    /** Shop. */
    public static final Setting<String> SHOP = checked(
                    "shop.domain",
                    "shop domain",
                    "The shop's own domain at Shopify, such as acme.myshopify.com; not the domain that buyers see.",
                    ShopDomain::parse)
            .mandatory();
    /** Version of the API. */
    public static final Setting<String> API_VERSION = checked(
                    "api.version",
                    "YYYY-MM",
                    "Version of the Admin API, 2026-04 or later. Shopify serves each for a year; one that has ended is told"
                            + " as an error.",
                    ShopifySettings::version)
            .orElse("2026-10");
    /** Token that does not end. */
    public static final Setting<SecretSource> ACCESS_TOKEN = Setting.secret(
            "access.token",
            "Admin API access token of a custom app made before 2026, which does not end. Leave it out for other apps.");
    /** App. */
    public static final Setting<String> CLIENT_ID = Setting.text(
            "app.clientId", "The app's client id, of the merchant's own app or of an app that was installed.");
    /** Secret of the app. */
    public static final Setting<SecretSource> CLIENT_SECRET = Setting.secret(
            "app.clientSecret",
            "The app's client secret; read anew for each token. With the client id alone a token for a day is asked for,"
                    + " which only the merchant's own app gets.");
    /** First refresh token of an installed app. */
    public static final Setting<SecretSource> REFRESH_TOKEN = Setting.secret(
            "app.refreshToken",
            "The refresh token that came with the installation of an app with expiring tokens. It changes with each use:"
                    + " later ones are kept in the account's state, and a new one here starts anew.");
    /** Secret that signs webhooks. */
    public static final Setting<SecretSource> WEBHOOK_SECRET = Setting.secret(
            "webhook.secret", "The secret that webhooks are signed with; the app's client secret unless set.");
    /** Secret that signed webhooks before. */
    public static final Setting<SecretSource> WEBHOOK_OLD_SECRET = Setting.secret(
            "webhook.oldSecret",
            "The secret before the present one, while it is rotated: deliveries signed with it may come for an hour.");
    /** Currency in which money is read. */
    public static final Setting<MoneyBasis> MONEY_BASIS = Setting.choice(
            "money.basis",
            MoneyBasis.class,
            Optional.of(MoneyBasis.SHOP),
            "Which of an order's two amounts counts: the shop's own currency, or the one in which the buyer paid.");
    /** Whether test orders are read. */
    public static final Setting<Boolean> TEST_ORDERS = Setting.flag(
            "orders.test", false, "Reads test orders too, which move no money. They are left out unless set.");
    /** Orders on a page. */
    public static final Setting<Integer> PAGE_SIZE = new Setting<>(
            "orders.pageSize",
            "whole number",
            false,
            false,
            Optional.of(Integer.toString(LARGEST_PAGE)),
            "Orders on a page, 1 to 50. A page of 50 asks for about 840 of the 1,000 points that one query may ask for.",
            ShopifySettings::pageSize);
    /** How far a window stays behind now. */
    public static final Setting<Duration> SEARCH_LAG = Setting.duration(
            "search.lag",
            Duration.ofMinutes(1),
            "How far windows end behind now, because Shopify's search shows a change a little later than the record does.");
    /** How long payouts are read again. */
    public static final Setting<Duration> PAYOUT_LOOK_BACK = Setting.duration(
            "payouts.lookBack",
            Duration.ofDays(14),
            "How long after its issue a payout is read again. Shopify does not tell when a payout's status changes, so one"
                    + " that fails later than this is not noticed.");
    /** From Shopify's locations to the ERP's. */
    public static final Setting<Map<String, String>> LOCATIONS = new Setting<>(
            "location.map",
            "key=value pairs separated by commas",
            false,
            false,
            Optional.of(""),
            "From numbers of Shopify's locations, as the address of their page in the admin ends, to the places of the ERP,"
                    + " such as 655441491=6 for the location with the internal id 6 of NetSuite. A place may stand for several locations, a location for one"
                    + " place.",
            ShopifySettings::locations);
    /** From the ERP's carriers to Shopify's. */
    public static final Setting<Map<String, String>> CARRIERS = Setting.map(
            "carrier.map",
            "From carrier names of the ERP or 3PL to names of tracking companies as Shopify writes them, such as UPS"
                    + " Ground=UPS. Shopify's own names need no entry. A carrier without an entry and without an address in"
                    + " carrier.urls parks the shipment.");
    /** Where parcels of a carrier are tracked. */
    public static final Setting<Map<String, String>> TRACKING_URLS = new Setting<>(
            "carrier.urls",
            "key=value pairs separated by commas",
            false,
            false,
            Optional.of(""),
            "From carrier names, the ERP's or the ones in carrier.map, to addresses where buyers follow a parcel, with {} for"
                    + " the tracking number, such as Blue Van=https://track.example.com/?parcel={}. For carriers that Shopify"
                    + " does not know; a comma in an address is written %2C.",
            ShopifySettings::trackingUrls);
    /** Whether buyers are told of shipments. */
    public static final Setting<Boolean> NOTIFY_BUYER = Setting.flag(
            "fulfillment.notifyCustomer",
            false,
            "Lets Shopify tell the buyer by mail when a parcel is told, when its tracking changes, or both.");
    /** Which quantity is set. */
    public static final Setting<StockQuantity> STOCK_QUANTITY = Setting.choice(
            "stock.quantity",
            StockQuantity.class,
            Optional.of(StockQuantity.AVAILABLE),
            "Which of Shopify's quantities is set: available, or on_hand, from which Shopify takes off what it has committed"
                    + " itself. Choose on_hand if the ERP does not know all orders of the shop in time.");
    /** Whether items are stocked at further locations. */
    public static final Setting<Boolean> STOCK_ACTIVATE = Setting.flag(
            "stock.activate",
            false,
            "Stocks an item at a location where it is not stocked yet, by a call of its own. Unless set, its quantity is"
                    + " parked until somebody stocks it there.");
    /** Manual payment method of payments from the ERP. */
    public static final Setting<String> ERP_PAYMENT_METHOD = Setting.text(
            "payments.method",
            "Name of a manual payment method of the shop that is used for nothing else, such as Booked in NetSuite: payments"
                    + " that the ERP tells are entered under it, and payments under it are not told back to the ERP. Needed"
                    + " where payments are told to the shop.");
    /** Whether orders may be edited. */
    public static final Setting<Boolean> POST_MODIFICATIONS = Setting.flag(
            "orders.postModifications",
            false,
            "Lets orders of the shop be edited after what people changed of them in the ERP. The ERP's connector must allow"
                    + " corrections too.");
    /** Whether buyers are told of edits. */
    public static final Setting<Boolean> NOTIFY_OF_EDITS = Setting.flag(
            "orders.notifyCustomer", false, "Lets Shopify tell the buyer by mail when an order is edited.");
    /** Where the shop listens. */
    public static final Setting<URI> BASE_URL = checked(
            "base.url",
            "address",
            "Where the shop listens, without a path; its own domain unless set, for tests.",
            ShopifySettings::address);

    private ShopifySettings() {}

    /** All settings, in the order of the reference page. */
    public static SettingsSchema schema() {
        return SettingsSchema.of(
                        "Shopify Admin API",
                        SHOP,
                        API_VERSION,
                        ACCESS_TOKEN,
                        CLIENT_ID,
                        CLIENT_SECRET,
                        REFRESH_TOKEN,
                        WEBHOOK_SECRET,
                        WEBHOOK_OLD_SECRET,
                        MONEY_BASIS,
                        TEST_ORDERS,
                        PAGE_SIZE,
                        SEARCH_LAG,
                        PAYOUT_LOOK_BACK,
                        LOCATIONS,
                        CARRIERS,
                        TRACKING_URLS,
                        NOTIFY_BUYER,
                        STOCK_QUANTITY,
                        STOCK_ACTIVATE,
                        ERP_PAYMENT_METHOD,
                        POST_MODIFICATIONS,
                        NOTIFY_OF_EDITS,
                        BASE_URL)
                .with(ShopifySettingsCheck::problems);
    }

    /** Starts a flat map of settings. */
    public static ShopifySettingsBuilder builder() {
        return new ShopifySettingsBuilder();
    }

    private static <T> Setting<T> checked(String name, String type, String help, Function<String, T> parser) {
        return new Setting<>(name, type, false, false, Optional.empty(), help, parser);
    }

    private static String version(String text) {
        if (!VERSION.matcher(text).matches() || text.compareTo(OLDEST) < 0) {
            throw new IllegalArgumentException("must be a version such as 2026-10, and not before " + OLDEST
                    + ": older ones cannot guard stock and refunds against doubles");
        }
        return text;
    }

    private static int pageSize(String text) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
        if (value < 1 || value > LARGEST_PAGE) {
            throw new IllegalArgumentException("must be from 1 to " + LARGEST_PAGE);
        }
        return value;
    }

    private static Map<String, String> locations(String text) {
        Map<String, String> pairs = PAIRS.parser().apply(text);
        if (!pairs.keySet().stream().allMatch(key -> key.matches("[0-9]{1,20}"))) {
            throw new IllegalArgumentException("must have numbers of locations on the left");
        }
        return pairs;
    }

    private static Map<String, String> trackingUrls(String text) {
        Map<String, String> pairs = PAIRS.parser().apply(text);
        if (!pairs.values().stream().allMatch(TRACKING_URL.asMatchPredicate())) {
            throw new IllegalArgumentException("must have addresses such as https://host/?parcel={} on the right");
        }
        return pairs;
    }

    private static URI address(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be an absolute address", e);
        }
        if (!uri.isAbsolute() || uri.getHost() == null || !uri.getPath().matches("/*")) {
            throw new IllegalArgumentException("must be an absolute address without a path");
        }
        return uri;
    }
}
