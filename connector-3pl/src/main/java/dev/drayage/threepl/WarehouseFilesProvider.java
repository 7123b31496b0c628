package dev.drayage.threepl;

import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.threepl.internal.csv.CsvFileFormat;
import dev.drayage.threepl.internal.filewarehouse.FileWarehouse;
import dev.drayage.threepl.internal.filewarehouse.Site;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens a warehouse that exchanges CSV files through a folder or an SFTP server: it is told of orders, and tells what it shipped
 * and what it has. Stateless.
 */
public final class WarehouseFilesProvider implements ConnectorProvider {
    /** For {@link java.util.ServiceLoader}. */
    public WarehouseFilesProvider() {}

    @Override
    public ConnectorDescriptor describe() {
        return new ConnectorDescriptor(
                "warehouse-files",
                SPI_VERSION,
                "Warehouse files",
                WarehouseFilesSettings.SCHEMA,
                CsvFileFormat.TYPES.stream().map(RecordType::name).collect(Collectors.toSet()),
                Set.of(RecordType.WAREHOUSE_ORDER.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        Site site = Site.open(settings.get(FileWarehouseSettings.WAREHOUSE), 1, settings, context);
        return new FileWarehouse(
                site, CsvFormats.files(site.account(), settings, context.time()), CsvFormats.orders(settings));
    }
}
