package dev.drayage.amazon;

import dev.drayage.amazon.internal.api.UsagePlans;
import dev.drayage.amazon.internal.orders.Marketplaces;
import dev.drayage.quota.RatePlan;
import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Every setting of an account at Amazon. {@link #builder()} writes the flat map that a properties file would hold.
 * Constants only; thread-safe.
 */
public final class AmazonSettings {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{3,40}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,100}");

    /** Seller (merchant token). */
    public static final Setting<String> SELLER_ID = checked(
                    "seller.id", "seller id", "The seller's id (merchant token), as Seller Central shows it.", ID)
            .mandatory();
    /** Region of the account. */
    public static final Setting<AmazonRegion> REGION = Setting.choice(
                    "region", AmazonRegion.class, Optional.empty(), "The region in which the seller is registered.")
            .mandatory();
    /** Stores. */
    public static final Setting<List<String>> MARKETPLACES = new Setting<>(
            "marketplaces",
            "marketplace ids separated by commas",
            false,
            true,
            Optional.empty(),
            "Ids of the stores whose orders are read and whose listings are told the stock, such as ATVPDKIKX0DER; at most 50.",
            AmazonSettings::marketplaces);
    /** Application that calls. */
    public static final Setting<String> CLIENT_ID = Setting.text(
                    "login.clientId", "The application's client id for Login with Amazon.")
            .mandatory();
    /** Secret of the application, which Amazon ends 180 days after it was made. */
    public static final Setting<SecretSource> CLIENT_SECRET = Setting.secret(
                    "login.clientSecret",
                    "The application's client secret; it ends 180 days after it was made and is read anew for each"
                            + " token.")
            .mandatory();
    /** The seller's consent. */
    public static final Setting<SecretSource> REFRESH_TOKEN = Setting.secret(
                    "login.refreshToken", "The refresh token that stands for the seller's consent to the application.")
            .mandatory();
    /** Where the API listens. */
    public static final Setting<URI> API_ENDPOINT = uri(
            "endpoint.api",
            Optional.empty(),
            "Where the Selling Partner API listens; the region's own address unless set, for Amazon's sandbox.");
    /** Where tokens are had. */
    public static final Setting<URI> LOGIN_ENDPOINT = uri(
            "endpoint.login", Optional.of("https://api.amazon.com/auth/o2/token"), "Where Login with Amazon listens.");
    /** First word of the user agent. */
    public static final Setting<String> APPLICATION_NAME = checked(
                    "application.name",
                    "text",
                    "Name of the application as Amazon sees it in the user agent; ASCII, at most 100 characters.",
                    PRINTABLE)
            .orElse("Drayage");
    /** Version in the user agent. */
    public static final Setting<String> APPLICATION_VERSION = checked(
                    "application.version",
                    "text",
                    "Version of the application in the user agent; ASCII, at most 100 characters.",
                    PRINTABLE)
            .orElse("0.1");
    /** Whether addresses are asked for. */
    public static final Setting<Boolean> RECIPIENT_DATA = Setting.flag(
            "data.recipient",
            true,
            "Asks for delivery addresses and gift messages, without which a merchant cannot ship. Of orders that Amazon"
                    + " ships, only city, region and country are kept.");
    /** Whether the buyer's name and address are asked for. */
    public static final Setting<Boolean> BUYER_DATA = Setting.flag(
            "data.buyer",
            false,
            "Asks for the buyer's name, masked e-mail, company, purchase order number, and the address of a"
                    + " customisation.");
    /** Stores whose prices hold the tax. */
    public static final Setting<List<String>> TAX_INCLUDED = Setting.words(
            "tax.includedMarketplaces",
            "Ids of the stores whose prices hold the tax; all but the US and Canada unless set, the word none for no"
                    + " store. Counts only where an order's own total leaves two readings.");
    /** Orders on a page. */
    public static final Setting<Integer> PAGE_SIZE = new Setting<>(
            "orders.pageSize",
            "whole number",
            false,
            false,
            Optional.of("100"),
            "Orders on a page, 1 to 100. Pages are scarce (one in three minutes), so leave it large.",
            text -> bounded(text, 1, 100));
    /** How far a sweep stays behind now. */
    public static final Setting<Duration> SETTLE_DELAY = Setting.duration(
            "orders.settleDelay",
            Duration.ofMinutes(2),
            "How far sweeps end behind now. Amazon demands two minutes; give more if this machine's clock may be ahead.");
    /** Longest sweep. */
    public static final Setting<Duration> MAX_SPAN = new Setting<>(
            "orders.maxSpan",
            "ISO 8601 duration",
            false,
            false,
            Optional.of("P7D"),
            "The longest stretch of time that one sweep covers; at least a minute.",
            AmazonSettings::span);
    /** What stands in for a missing tracking number. */
    public static final Setting<String> TRACKING_PLACEHOLDER = Setting.text(
            "tracking.placeholder",
            "Text that is sent in place of a tracking number that is missing. Unless set, a shipment without tracking"
                    + " is held until it has one.");
    /** From the warehouse's carriers to Amazon's codes. */
    public static final Setting<Map<String, String>> CARRIERS = Setting.map(
            "carrier.map",
            "From carrier names of the ERP or 3PL to Amazon's carrier codes, such as UPS Ground=UPS. Amazon's own"
                    + " well-known codes need no entry.");
    /** Whether unmapped carriers are sent by name. */
    public static final Setting<Boolean> SEND_UNMAPPED_BY_NAME = Setting.flag(
            "carrier.sendUnmappedByName",
            false,
            "Sends a carrier without an entry as Other with its name instead of parking the shipment; such shipments"
                    + " do not count as tracked at Amazon.");
    /** How long a confirmed package may stay invisible. */
    public static final Setting<Duration> ABSENCE_GRACE = Setting.duration(
            "shipment.absenceGrace",
            Duration.ofMinutes(2),
            "How long a confirmed package may stay invisible before its confirmation counts as lost and is repeated.");
    /** Usage plans that differ from the published ones. */
    public static final Setting<Map<String, RatePlan>> RATES = new Setting<>(
            "quota.rates",
            "operation=rate/burst pairs separated by commas",
            false,
            false,
            Optional.of(""),
            "Usage plans that differ from the published ones, such as searchOrders=0.0167/20 (requests each second,"
                    + " burst). Answers correct the rate anyway.",
            UsagePlans::overrides);

    private AmazonSettings() {}

    /** All settings, in the order of the reference page. */
    public static SettingsSchema schema() {
        return SettingsSchema.of(
                        "Amazon Selling Partner API",
                        SELLER_ID,
                        REGION,
                        MARKETPLACES,
                        CLIENT_ID,
                        CLIENT_SECRET,
                        REFRESH_TOKEN,
                        API_ENDPOINT,
                        LOGIN_ENDPOINT,
                        APPLICATION_NAME,
                        APPLICATION_VERSION,
                        RECIPIENT_DATA,
                        BUYER_DATA,
                        TAX_INCLUDED,
                        PAGE_SIZE,
                        SETTLE_DELAY,
                        MAX_SPAN,
                        TRACKING_PLACEHOLDER,
                        CARRIERS,
                        SEND_UNMAPPED_BY_NAME,
                        ABSENCE_GRACE,
                        RATES)
                .with(AmazonSettings::strangers);
    }

    /** Stores of another region than the one that is called. */
    private static List<String> strangers(Settings settings) {
        AmazonRegion region = settings.get(REGION);
        return settings.get(MARKETPLACES).stream()
                .flatMap(id -> Marketplaces.find(id).stream())
                .filter(store -> store.region() != region)
                .map(store -> MARKETPLACES.name() + " names " + store.id() + " (" + store.countryCode()
                        + "), which belongs to region " + store.region().word() + ", not " + region.word())
                .toList();
    }

    /** Starts a flat map of settings. */
    public static AmazonSettingsBuilder builder() {
        return new AmazonSettingsBuilder();
    }

    private static Setting<String> checked(String name, String type, String help, Pattern pattern) {
        return new Setting<>(name, type, false, false, Optional.empty(), help, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("must match " + pattern);
            }
            return text;
        });
    }

    private static Setting<URI> uri(String name, Optional<String> fallback, String help) {
        Function<String, URI> parser = text -> {
            URI uri;
            try {
                uri = URI.create(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("must be an absolute address", e);
            }
            if (!uri.isAbsolute() || uri.getHost() == null) {
                throw new IllegalArgumentException("must be an absolute address");
            }
            return uri;
        };
        return new Setting<>(name, "address", false, false, fallback, help, parser);
    }

    private static Duration span(String text) {
        Duration span;
        try {
            span = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration such as P7D", e);
        }
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("must be at least a minute");
        }
        return span;
    }

    private static int bounded(String text, int least, int most) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
        if (value < least || value > most) {
            throw new IllegalArgumentException("must be from " + least + " to " + most);
        }
        return value;
    }

    private static List<String> marketplaces(String text) {
        List<String> ids = Pattern.compile(",")
                .splitAsStream(text)
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.isEmpty()
                || ids.size() > 50
                || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new IllegalArgumentException("must be 1 to 50 marketplace ids");
        }
        return ids;
    }
}
