package dev.drayage.threepl;

import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.threepl.internal.shipstation.ShipStationConnector;
import java.util.Set;

/** Opens one ShipStation account. Stateless. */
public final class ShipStationProvider implements ConnectorProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ShipStationProvider() {}

    @Override
    public ConnectorDescriptor describe() {
        return new ConnectorDescriptor(
                "shipstation",
                SPI_VERSION,
                "ShipStation",
                ShipStationSettings.SCHEMA,
                Set.of(RecordType.ITEM_FULFILLMENT.name()),
                Set.of(RecordType.WAREHOUSE_ORDER.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new ShipStationConnector(settings, context);
    }
}
