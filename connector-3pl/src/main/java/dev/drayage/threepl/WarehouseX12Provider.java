package dev.drayage.threepl;

import dev.drayage.mapping.ValueMap;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.threepl.internal.filewarehouse.FileWarehouse;
import dev.drayage.threepl.internal.filewarehouse.Site;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.files.ToldLinesStore;
import dev.drayage.threepl.internal.x12.files.X12FileFormat;
import dev.drayage.threepl.internal.x12.files.X12OrderFormat;
import dev.drayage.threepl.internal.x12.write.CarrierInformation;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens a warehouse that speaks X12. Stateless. */
public final class WarehouseX12Provider implements ConnectorProvider {
    /** For {@link java.util.ServiceLoader}. */
    public WarehouseX12Provider() {}

    @Override
    public ConnectorDescriptor describe() {
        return new ConnectorDescriptor(
                "warehouse-x12",
                SPI_VERSION,
                "Warehouse X12",
                WarehouseX12Settings.SCHEMA,
                X12FileFormat.TYPES.stream().map(RecordType::name).collect(Collectors.toSet()),
                Set.of(RecordType.WAREHOUSE_ORDER.name()));
    }

    private static RecordType<?> told(CsvDocument document) {
        return switch (document) {
            case SHIPMENTS -> RecordType.ITEM_FULFILLMENT;
            case STOCK -> RecordType.INVENTORY_LEVEL;
        };
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        Site site = Site.open(
                settings.get(FileWarehouseSettings.WAREHOUSE),
                settings.get(WarehouseX12Settings.FIRST_NUMBER),
                settings,
                context);
        PartnerProfile profile = X12Profile.of(settings);
        ToldLinesStore sent = new ToldLinesStore(site.dispatch().state());
        return new FileWarehouse(
                site,
                new X12FileFormat(
                        site.account(),
                        profile,
                        sent,
                        settings.get(WarehouseX12Settings.NUMBERS_MAY_REPEAT),
                        settings.get(WarehouseX12Settings.DOCUMENTS).stream()
                                .map(WarehouseX12Provider::told)
                                .collect(Collectors.toSet()),
                        site.dispatch()),
                new X12OrderFormat(
                        profile,
                        CarrierInformation.by(
                                ValueMap.of(
                                        FileWarehouseSettings.SHIP_METHODS.name(),
                                        settings.get(FileWarehouseSettings.SHIP_METHODS)),
                                settings.find(FileWarehouseSettings.SHIP_METHOD_MISSING)),
                        FileWarehouseSettings.purposes(settings),
                        sent));
    }
}
