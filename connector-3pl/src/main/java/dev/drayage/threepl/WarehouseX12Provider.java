package dev.drayage.threepl;

import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.threepl.internal.edi.EdiConnector;
import java.util.Set;

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
                Set.of(RecordType.ITEM_FULFILLMENT.name(), RecordType.INVENTORY_LEVEL.name()),
                Set.of(RecordType.WAREHOUSE_ORDER.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return EdiConnector.open(settings, X12Profile.of(settings), context);
    }
}
