package dev.drayage.threepl;

import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The settings of a warehouse that exchanges CSV files: its own here, beside {@link CsvSettings} and {@link ExchangeSettings}. */
public final class WarehouseFilesSettings {
    /** The spool of an exchange through a folder, in that folder. */
    private static final String SPOOL_FOLDER = ".spool";

    /** The warehouse's own partner id. */
    public static final Setting<String> WAREHOUSE = Setting.text(
                    "warehouse", "The warehouse's partner id: letters, digits and hyphens; it names the account.")
            .mandatory();

    /** The warehouse's zone. */
    public static final Setting<ZoneId> ZONE = Setting.zone(
                    "zone",
                    "The warehouse's time zone: a ship date without a time is taken as noon there, and orders are dated there.")
            .mandatory();

    /** What the column of the order means. */
    public static final Setting<OrderReference.Kind> ORDER_REFERENCE = Setting.choice(
            "orderReference",
            OrderReference.Kind.class,
            Optional.of(OrderReference.Kind.ERP_NUMBER),
            "Whose name of the order stands in the column order_no, of orders and of shipments.");

    /** What the column of the line means. */
    public static final Setting<LineReference.Kind> LINE_REFERENCE = Setting.choice(
            "lineReference",
            LineReference.Kind.class,
            Optional.of(LineReference.Kind.CHANNEL_LINE_ID),
            "Whose name of the line stands in the column line_no, of shipments and of orders.");

    /** Where orders for the warehouse go. */
    public static final Setting<String> OUTGOING = Setting.text(
                    "outgoing.folder", "Where files for the warehouse are put.")
            .orElse("outbound");

    /** Where files wait between two steps. */
    public static final Setting<Path> SPOOL = Setting.path(
            ExchangeSettings.SPOOL.name(),
            ExchangeSettings.SPOOL.help() + " For an exchange through a folder it is " + SPOOL_FOLDER
                    + " in that folder unless given.");

    /** Every setting, for the reference page. */
    public static final SettingsSchema SCHEMA = SettingsSchema.of("Warehouse files", all())
            .with(ExchangeSettings::problems)
            .with(CsvSettings::problems)
            .with(WarehouseFilesSettings::problems);

    private WarehouseFilesSettings() {}

    private static Setting<?>[] all() {
        Stream<Setting<?>> own = Stream.of(WAREHOUSE, ZONE, ORDER_REFERENCE, LINE_REFERENCE, OUTGOING);
        Stream<Setting<?>> exchange =
                ExchangeSettings.ALL.stream().map(setting -> setting.name().equals(SPOOL.name()) ? SPOOL : setting);
        return Stream.of(own, CsvSettings.ALL.stream(), exchange)
                .flatMap(settings -> settings)
                .toArray(Setting<?>[]::new);
    }

    private static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        if (spool(settings).isEmpty() && settings.get(ExchangeSettings.TRANSPORT) == ExchangeSettings.Transport.SFTP) {
            problems.add(SPOOL.name() + " is missing: " + SPOOL.help());
        }
        for (Setting<String> folder : List.of(
                OUTGOING,
                ExchangeSettings.TEMPORARY_FOLDER,
                ExchangeSettings.INCOMING,
                ExchangeSettings.PROCESSED,
                ExchangeSettings.FAILED)) {
            if (List.of(settings.get(folder).split("/", -1)).contains(SPOOL_FOLDER)) {
                problems.add(folder.name() + " must not be the spool");
            }
        }
        return problems;
    }

    /** The spool that is given, or the one in the folder of the exchange. */
    public static Optional<Path> spool(Settings settings) {
        boolean folder = settings.get(ExchangeSettings.TRANSPORT) == ExchangeSettings.Transport.FOLDER;
        return settings.find(SPOOL)
                .or(() -> settings.find(ExchangeSettings.FOLDER)
                        .filter(root -> folder)
                        .map(root -> root.resolve(SPOOL_FOLDER)));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings with their types. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> flat = new TreeMap<>();

        private Builder() {}

        /** The warehouse's own partner id. */
        public Builder warehouse(String value) {
            return with(WAREHOUSE, value);
        }

        /** Files travel through a folder of this machine. */
        public Builder folder(Path value) {
            return with(ExchangeSettings.FOLDER, value.toString());
        }

        /** Files travel to and from the partner's SFTP server; it needs a spool too, and a way to log in. */
        public Builder sftp(String host, String user, String... hostKeys) {
            return with(ExchangeSettings.TRANSPORT, "sftp")
                    .with(ExchangeSettings.SFTP_HOST, host)
                    .with(ExchangeSettings.SFTP_USER, user)
                    .with(ExchangeSettings.SFTP_HOST_KEYS, String.join(",", hostKeys));
        }

        /** The user's password at the SFTP server, or where it stands. */
        public Builder sftpPassword(String value) {
            return with(ExchangeSettings.SFTP_PASSWORD, value);
        }

        /** The user's private key for the SFTP server, or where it stands. */
        public Builder sftpPrivateKey(String value) {
            return with(ExchangeSettings.SFTP_PRIVATE_KEY, value);
        }

        /** Where files wait between two steps. */
        public Builder spool(Path value) {
            return with(SPOOL, value.toString());
        }

        /** The warehouse's zone. */
        public Builder zone(ZoneId value) {
            return with(ZONE, value.getId());
        }

        /** What the column of the order means. */
        public Builder orderReference(OrderReference.Kind value) {
            return with(ORDER_REFERENCE, value.name());
        }

        /** What the column of the line means. */
        public Builder lineReference(LineReference.Kind value) {
            return with(LINE_REFERENCE, value.name());
        }

        /** Any setting by its text. */
        public Builder with(Setting<?> setting, String text) {
            flat.put(setting.name(), text);
            return this;
        }

        /** The settings as flat text, as they stand in a file. */
        public Map<String, String> toMap() {
            return Map.copyOf(flat);
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
