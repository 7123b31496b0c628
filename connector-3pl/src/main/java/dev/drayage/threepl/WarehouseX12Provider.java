package dev.drayage.threepl;

import dev.drayage.mapping.ValueMap;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.threepl.internal.edi.EdiFormat;
import dev.drayage.threepl.internal.edi.EdiOrderFormat;
import dev.drayage.threepl.internal.edi.SentLines;
import dev.drayage.threepl.internal.filewarehouse.FileWarehouse;
import dev.drayage.threepl.internal.filewarehouse.Site;
import dev.drayage.threepl.internal.x12.PartnerProfile;
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
                EdiFormat.TYPES.stream().map(RecordType::name).collect(Collectors.toSet()),
                Set.of(RecordType.WAREHOUSE_ORDER.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        Site site = Site.open(
                settings.get(FileWarehouseSettings.WAREHOUSE),
                settings.get(WarehouseX12Settings.FIRST_NUMBER),
                settings,
                context);
        PartnerProfile profile = X12Profile.of(settings);
        SentLines sent = new SentLines(site.dispatch().state());
        return new FileWarehouse(
                site,
                new EdiFormat(
                        site.account(),
                        profile,
                        sent,
                        settings.get(WarehouseX12Settings.NUMBERS_MAY_REPEAT),
                        site.dispatch()),
                new EdiOrderFormat(
                        profile,
                        ValueMap.of(
                                FileWarehouseSettings.SHIP_METHODS.name(),
                                settings.get(FileWarehouseSettings.SHIP_METHODS)),
                        FileWarehouseSettings.purposes(settings),
                        sent));
    }
}
