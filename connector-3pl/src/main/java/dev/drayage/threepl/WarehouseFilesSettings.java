package dev.drayage.threepl;

import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.threepl.internal.shipmentfile.Columns;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings of a warehouse that exchanges files through a local folder. */
public final class WarehouseFilesSettings {
    /** The warehouse's own partner id. */
    public static final Setting<String> WAREHOUSE = Setting.text(
                    "warehouse", "The warehouse's partner id: letters, digits and hyphens; it names the account.")
            .mandatory();

    /** The folder of the exchange. */
    public static final Setting<Path> FOLDER = Setting.path(
                    "folder", "The exchange folder; inbound, processed and failed are made in it.")
            .mandatory();

    /** Names that are left alone. */
    public static final Setting<List<String>> UNFINISHED = Setting.words(
                    "unfinished", "Endings of names that are still being written; names that begin with a dot are too.")
            .orElse(".tmp,.part,.filepart");

    /** The largest file. */
    public static final Setting<Integer> MAX_KILOBYTES =
            Setting.count("maxKilobytes", 10_240, 1, "The largest file that is read, in KiB; a larger one is refused.");

    /** What the column of the order means. */
    public static final Setting<OrderReference.Kind> ORDER_REFERENCE = Setting.choice(
            "orderReference",
            OrderReference.Kind.class,
            Optional.of(OrderReference.Kind.ERP_NUMBER),
            "Whose name of the order stands in the column order.");

    /** What the column of the line means. */
    public static final Setting<LineReference.Kind> LINE_REFERENCE = Setting.choice(
            "lineReference",
            LineReference.Kind.class,
            Optional.of(LineReference.Kind.CHANNEL_LINE_ID),
            "Whose name of the line stands in the column line.");

    /** The warehouse's zone. */
    public static final Setting<ZoneId> ZONE = Setting.zone(
                    "zone", "The warehouse's time zone: a ship date without a time is taken as noon there.")
            .mandatory();

    /** Other headings. */
    public static final Setting<Map<String, String>> COLUMNS = Setting.map(
            "columns",
            "Headings that differ from the standard ones, as standard=heading: shipment, order, line, sku, quantity,"
                    + " shipDate, carton, carrier, service, tracking, weightKg, location.");

    /** Every setting, for the reference page. */
    public static final SettingsSchema SCHEMA = SettingsSchema.of(
                    "Warehouse files",
                    WAREHOUSE,
                    FOLDER,
                    UNFINISHED,
                    MAX_KILOBYTES,
                    ORDER_REFERENCE,
                    LINE_REFERENCE,
                    ZONE,
                    COLUMNS)
            .with(settings -> Columns.problems(settings.get(COLUMNS)));

    private WarehouseFilesSettings() {}

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

        /** The folder of the exchange. */
        public Builder folder(Path value) {
            return with(FOLDER, value.toString());
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
