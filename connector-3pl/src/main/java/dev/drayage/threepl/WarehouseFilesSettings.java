package dev.drayage.threepl;

import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.threepl.exchange.ExchangeSettings;
import dev.drayage.threepl.internal.csv.ShipMethods;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of a warehouse that exchanges CSV files: {@link FileWarehouseSettings}, {@link CsvSettings}, {@link
 * CsvDocumentSettings} and {@link ExchangeSettings}.
 */
public final class WarehouseFilesSettings {
    /** Every setting, for the reference page. */
    public static final SettingsSchema SCHEMA = FileWarehouseSettings.schema(
                    "Warehouse files",
                    "The warehouse's words for the ERP's ship methods, as method=ship_method, or"
                            + " method=ship_method|carrier|service. An order with any other method is parked.",
                    ShipMethods::check,
                    own())
            .with(CsvSettings::problems)
            .with(CsvDocumentSettings::problems);

    private WarehouseFilesSettings() {}

    private static List<Setting<?>> own() {
        return Stream.<List<Setting<?>>>of(CsvSettings.ALL, CsvDocumentSettings.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings with their types. Not thread-safe. */
    public static final class Builder extends FileWarehouseSettings.Builder<Builder> {
        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        @Override
        SettingsSchema schema() {
            return SCHEMA;
        }
    }
}
