package dev.drayage.shopify;

import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.ShopifyConnector;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import java.util.Set;

/** Opens shops at Shopify's Admin API. The account's own id is the shop's domain. Stateless and thread-safe. */
public final class ShopifyProvider implements ConnectorProvider {

    /** A provider; there is nothing to set. */
    public ShopifyProvider() {}

    @Override
    public ConnectorDescriptor describe() {
        return new ConnectorDescriptor(
                ShopifyConnector.SYSTEM,
                SPI_VERSION,
                "Shopify",
                ShopifySettings.schema(),
                Set.of(
                        RecordType.SALES_ORDER.name(),
                        RecordType.COMPANY.name(),
                        RecordType.PAYOUT.name(),
                        RecordType.REFUND.name()),
                Set.of(
                        RecordType.ITEM_FULFILLMENT.name(),
                        RecordType.INVENTORY_LEVEL.name(),
                        RecordType.CUSTOMER_PAYMENT.name(),
                        RecordType.ORDER_EDIT.name(),
                        RecordType.ORDER_PROGRESS.name(),
                        RecordType.ITEM.name(),
                        RecordType.LIST_PRICE.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return ShopifyConnector.open(settings, context);
    }
}
