package dev.drayage.amazon;

import dev.drayage.amazon.internal.AmazonConnector;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import java.util.Set;

/**
 * Opens accounts at Amazon's Selling Partner API: sales orders are read (Orders 2026-01-01), shipments are confirmed
 * (Orders v0). The account's own id is the seller id with the region. Stateless and thread-safe.
 */
public final class AmazonProvider implements ConnectorProvider {

    /** A provider; there is nothing to set. */
    public AmazonProvider() {}

    @Override
    public ConnectorDescriptor describe() {
        return new ConnectorDescriptor(
                AmazonConnector.SYSTEM,
                SPI_VERSION,
                "Amazon Seller Central",
                AmazonSettings.schema(),
                Set.of(RecordType.SALES_ORDER.name()),
                Set.of(RecordType.ITEM_FULFILLMENT.name(), RecordType.INVENTORY_LEVEL.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return AmazonConnector.open(settings, context);
    }
}
