package dev.drayage.threepl;

import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.threepl.exchange.ExchangeSettings;
import dev.drayage.threepl.internal.terms.LineStatuses;
import dev.drayage.threepl.internal.terms.Purpose;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is agreed with every warehouse that exchanges files, whatever their format; {@link ExchangeSettings} tell how they
 * travel. Where a guess could be made, the defaults refuse or keep apart.
 */
public final class FileWarehouseSettings {
    /** The warehouse's own partner id. */
    public static final Setting<String> WAREHOUSE = Setting.text(
                    "warehouse", "The warehouse's partner id: letters, digits and hyphens; it names the account.")
            .mandatory();

    /** The warehouse's zone. */
    public static final Setting<ZoneId> ZONE = Setting.zone(
                    "zone",
                    "The warehouse's time zone: dates and times without an offset are read and written in it, and a ship date"
                            + " without a time is taken as noon there.")
            .mandatory();

    /** Whose name an order has. */
    public static final Setting<OrderReference.Kind> ORDER_REFERENCE = Setting.choice(
            "orderReference",
            OrderReference.Kind.class,
            Optional.of(OrderReference.Kind.ERP_NUMBER),
            "Whose name of the order stands in orders and shipments (column order_no; W05-02, W06-02).");

    /** Whose name a line has. */
    public static final Setting<LineReference.Kind> LINE_REFERENCE = Setting.choice(
            "lineReference",
            LineReference.Kind.class,
            Optional.of(LineReference.Kind.ERP_LINE),
            "Whose name of the line stands in orders and shipments (column line_no; N9 LI).");

    /** The warehouse's words for ship methods; each kind of warehouse has its own form for them. */
    public static final Setting<Map<String, String>> SHIP_METHODS =
            Setting.map("shipMethods", "The warehouse's words for the ERP's ship methods.");

    /** What orders without a ship method are told as. */
    public static final Setting<String> SHIP_METHOD_MISSING = Setting.text(
            "shipMethods.missing",
            "The entry for orders without a ship method, in the form of shipMethods; without it they are parked.");

    /** What a piece is called. */
    public static final Setting<String> UNIT = Setting.text(
                    "unit", "What one piece is called in orders (column uom; W01-02).")
            .orElse("EA");

    /** Whether changes are taken. */
    public static final Setting<Boolean> TAKES_CHANGES = Setting.flag(
            "takesChanges",
            false,
            "Whether the warehouse takes a document that changes an order (column action R; W05-01 R).");

    /** Whether cancellations are taken. */
    public static final Setting<Boolean> TAKES_CANCELLATIONS = Setting.flag(
            "takesCancellations",
            false,
            "Whether the warehouse takes a document that cancels an order (column action F; W05-01 F).");

    /** What words about units that did not leave mean. */
    public static final Setting<Map<String, String>> LINE_STATUSES = checked(
            Setting.map(
                            "lineStatuses",
                            "What the warehouse's words say of units that did not leave (column status; W12-01), as"
                                    + " word=complete, backordered or cancelled. Any other word leaves them open and is"
                                    + " reported.")
                    .orElse(LineStatuses.usual().text()),
            LineStatuses::of);

    /** What becomes of lots. */
    public static final Setting<StockLots> LOTS = Setting.choice(
            "lots",
            StockLots.class,
            Optional.of(StockLots.APART),
            "Whether each lot is a count of its own, or the lots of a SKU are added up.");

    private FileWarehouseSettings() {}

    /**
     * All settings of a kind of warehouse: those of every one, its own, and those of the exchange.
     *
     * @param shipMethods what entries of {@link #SHIP_METHODS} look like
     * @param check refuses one that does not
     */
    static SettingsSchema schema(String title, String shipMethods, Consumer<String> check, List<Setting<?>> own) {
        Stream<Setting<?>> common = Stream.of(
                WAREHOUSE,
                ZONE,
                ORDER_REFERENCE,
                LINE_REFERENCE,
                checked(
                        Setting.map(SHIP_METHODS.name(), shipMethods),
                        methods -> methods.values().forEach(check)),
                checked(SHIP_METHOD_MISSING, check),
                UNIT,
                TAKES_CHANGES,
                TAKES_CANCELLATIONS,
                LINE_STATUSES,
                LOTS);
        return SettingsSchema.of(
                        title,
                        Stream.of(common, own.stream(), ExchangeSettings.ALL.stream())
                                .flatMap(settings -> settings)
                                .toArray(Setting<?>[]::new))
                .with(ExchangeSettings::problems);
    }

    /** The same setting, whose texts are refused under its own name where {@code check} refuses what they give. */
    static <T> Setting<T> checked(Setting<T> setting, Consumer<T> check) {
        return new Setting<>(
                setting.name(),
                setting.type(),
                setting.secret(),
                setting.required(),
                setting.fallback(),
                setting.help(),
                text -> {
                    T value = setting.parser().apply(text);
                    check.accept(value);
                    return value;
                });
    }

    /** What the warehouse may be told of an order. */
    static Set<Purpose> purposes(Settings settings) {
        Set<Purpose> purposes = EnumSet.of(Purpose.ORIGINAL);
        if (settings.get(TAKES_CHANGES)) {
            purposes.add(Purpose.CHANGE);
        }
        if (settings.get(TAKES_CANCELLATIONS)) {
            purposes.add(Purpose.CANCELLATION);
        }
        return purposes;
    }

    /**
     * Collects settings with their types. Not thread-safe.
     *
     * @param <B> the builder of a kind of warehouse
     */
    public abstract static class Builder<B extends Builder<B>> {
        private final Map<String, String> flat = new TreeMap<>();

        Builder() {}

        abstract B self();

        abstract SettingsSchema schema();

        /** The warehouse's own partner id. */
        public B warehouse(String value) {
            return with(WAREHOUSE, value);
        }

        /** The warehouse's zone. */
        public B zone(ZoneId value) {
            return with(ZONE, value.getId());
        }

        /** Whose name of the order stands in orders and shipments. */
        public B orderReference(OrderReference.Kind value) {
            return with(ORDER_REFERENCE, value.name());
        }

        /** Whose name of the line stands in orders and shipments. */
        public B lineReference(LineReference.Kind value) {
            return with(LINE_REFERENCE, value.name());
        }

        /** Files travel through a folder of this machine. */
        public B folder(Path value) {
            return with(ExchangeSettings.TRANSPORT, "folder").with(ExchangeSettings.FOLDER, value.toString());
        }

        /** Files travel to and from the partner's SFTP server; it needs a spool too, and a way to log in. */
        public B sftp(String host, String user, String... hostKeys) {
            return with(ExchangeSettings.TRANSPORT, "sftp")
                    .with(ExchangeSettings.SFTP_HOST, host)
                    .with(ExchangeSettings.SFTP_USER, user)
                    .with(ExchangeSettings.SFTP_HOST_KEYS, String.join(",", hostKeys));
        }

        /** The port of the SFTP server, if it is not 22. */
        public B sftpPort(int value) {
            return with(ExchangeSettings.SFTP_PORT, Integer.toString(value));
        }

        /** The user's password at the SFTP server, or where it stands. */
        public B sftpPassword(String value) {
            return with(ExchangeSettings.SFTP_PASSWORD, value);
        }

        /** The user's private key for the SFTP server, or where it stands. */
        public B sftpPrivateKey(String value) {
            return with(ExchangeSettings.SFTP_PRIVATE_KEY, value);
        }

        /** Where files wait between two steps. */
        public B spool(Path value) {
            return with(ExchangeSettings.SPOOL, value.toString());
        }

        /** Where the warehouse expects our files, and where it puts its own. */
        public B folders(String outgoing, String incoming) {
            return with(ExchangeSettings.OUTGOING, outgoing).with(ExchangeSettings.INCOMING, incoming);
        }

        /** Any setting by its text. */
        public B with(Setting<?> setting, String text) {
            flat.put(setting.name(), text);
            return self();
        }

        /** The settings as flat text, as they stand in a file. Holds secrets if they were given as themselves: never print it. */
        public Map<String, String> toMap() {
            return Map.copyOf(flat);
        }

        /**
         * The settings, checked.
         *
         * @throws dev.drayage.error.SettingsException with all faults at once
         */
        public Settings build() {
            return schema().read(flat);
        }
    }
}
