package dev.drayage.threepl;

import dev.drayage.model.AccountId;
import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.threepl.internal.shipstation.ServiceForm;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The settings of one ShipStation account (API V2). */
public final class ShipStationSettings {
    /** The account's own name. */
    public static final Setting<String> ACCOUNT = Setting.text(
                    "account",
                    "A name of the ShipStation account that never changes: letters, digits and hyphens; the API tells none.")
            .mandatory();

    /** The key. */
    public static final Setting<SecretSource> API_KEY =
            Setting.secret("apiKey", "The account's API V2 key.").mandatory();

    /** Whose orders. */
    public static final Setting<String> ERP_ACCOUNT = FileWarehouseSettings.checked(
            Setting.text(
                            "erpAccount",
                            "The account whose orders are shipped here, such as netsuite:1234567: labels of other accounts'"
                                    + " orders, a sandbox's for one, are left alone, and their orders are refused.")
                    .mandatory(),
            ShipStationSettings::checkAccount);

    /** The address. */
    public static final Setting<String> BASE_URL =
            Setting.text("base.url", "The address of the API.").orElse("https://api.shipstation.com");

    /** The quota. */
    public static final Setting<Integer> CALLS_PER_MINUTE = Setting.count(
            "callsPerMinute", 200, 1, "Calls a minute that the account allows; leave room for other software.");

    /** The warehouse's zone. */
    public static final Setting<ZoneId> ZONE = Setting.zone(
                    "zone", "The warehouse's time zone: a ship date without a time is taken as noon there.")
            .mandatory();

    /** Where orders leave from. */
    public static final Setting<String> WAREHOUSE_ID = Setting.text(
                    "warehouseId", "ShipStation's id of the warehouse that orders leave from, such as se-28529731.")
            .mandatory();

    /** Where orders stand. */
    public static final Setting<String> STORE_ID =
            Setting.text("storeId", "ShipStation's id of the store that orders are put into; none if there is one.");

    /** Services by ship method. */
    public static final Setting<Map<String, String>> SHIP_METHODS = FileWarehouseSettings.checked(
            Setting.map(
                    "shipMethods",
                    "Services by the ERP's ship method, such as UPS Ground=se-123890/ups_ground (carrier id and service"
                            + " code), or UPS Ground=none to leave the choice to the warehouse. A method without an entry is"
                            + " parked."),
            methods -> methods.values().forEach(ServiceForm::check));

    /** What an order without a ship method gets. */
    public static final Setting<String> NO_SHIP_METHOD = FileWarehouseSettings.checked(
            Setting.text(
                    "shipMethods.missing",
                    "The entry for orders without a ship method, as in shipMethods; without it they are parked."),
            ServiceForm::check);

    /** How late lists may be. */
    public static final Setting<Duration> LAG = Setting.duration(
            "lag",
            Duration.ofMinutes(5),
            "How long a label may take to show in lists; windows end that much behind now.");

    /** How long voids of labels are watched. */
    public static final Setting<Duration> VOID_WINDOW = Setting.duration(
            "voids.within", Duration.ofDays(30), "How old a label may be whose voiding is still noticed.");

    /** How long voids of fulfillments are watched. */
    public static final Setting<Duration> FULFILLMENT_VOID_WINDOW = Setting.duration(
            "voids.fulfillmentsWithin",
            Duration.ofDays(30),
            "How old a fulfillment may be whose voiding is still noticed; every window takes a call for each hundred"
                    + " fulfillments of that time.");

    /** Every setting, for the reference page. */
    public static final SettingsSchema SCHEMA = SettingsSchema.of(
                    "ShipStation",
                    ACCOUNT,
                    API_KEY,
                    ERP_ACCOUNT,
                    BASE_URL,
                    CALLS_PER_MINUTE,
                    ZONE,
                    WAREHOUSE_ID,
                    STORE_ID,
                    SHIP_METHODS,
                    NO_SHIP_METHOD,
                    LAG,
                    VOID_WINDOW,
                    FULFILLMENT_VOID_WINDOW)
            .with(ShipStationSettings::problems);

    private ShipStationSettings() {}

    private static void checkAccount(String text) {
        try {
            AccountId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be system:id, such as netsuite:1234567", e);
        }
    }

    private static List<String> problems(Settings settings) {
        String text = settings.get(BASE_URL);
        try {
            URI uri = URI.create(text);
            boolean local = "http".equals(uri.getScheme())
                    && Set.of("localhost", "127.0.0.1")
                            .contains(Optional.ofNullable(uri.getHost()).orElse(""));
            if (uri.getHost() != null && (local || "https".equals(uri.getScheme()))) {
                return List.of();
            }
        } catch (IllegalArgumentException e) {
            return List.of(BASE_URL.name() + " must be an https address, or http on this machine");
        }
        return List.of(BASE_URL.name() + " must be an https address, or http on this machine");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings with their types. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> flat = new TreeMap<>();

        private Builder() {}

        /** The account's own name. */
        public Builder account(String value) {
            return with(ACCOUNT, value);
        }

        /** The key, as itself or where to look for it. */
        public Builder apiKey(String value) {
            return with(API_KEY, value);
        }

        /** The account whose orders are shipped here. */
        public Builder erp(AccountId value) {
            return with(ERP_ACCOUNT, value.toString());
        }

        /** Another address of the API. */
        public Builder baseUrl(URI value) {
            return with(BASE_URL, value.toString());
        }

        /** The warehouse's zone. */
        public Builder zone(ZoneId value) {
            return with(ZONE, value.getId());
        }

        /** ShipStation's id of the warehouse that orders leave from. */
        public Builder warehouseId(String value) {
            return with(WAREHOUSE_ID, value);
        }

        /** Any setting by its text. */
        public Builder with(Setting<?> setting, String text) {
            flat.put(setting.name(), text);
            return this;
        }

        /**
         * The settings, checked.
         *
         * @throws dev.drayage.error.SettingsException with all faults at once
         */
        public Settings build() {
            return SCHEMA.read(flat);
        }
    }
}
