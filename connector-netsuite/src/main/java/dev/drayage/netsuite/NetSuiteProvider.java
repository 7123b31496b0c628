package dev.drayage.netsuite;

import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.NetSuiteConnector;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import java.util.Set;

/** Opens NetSuite accounts; the kind is {@code netsuite}. Stateless and thread-safe. */
public final class NetSuiteProvider implements ConnectorProvider {
    /** The provider; found by {@link java.util.ServiceLoader} too. */
    public NetSuiteProvider() {}

    @Override
    public ConnectorDescriptor describe() {
        return new ConnectorDescriptor(
                "netsuite",
                SPI_VERSION,
                "NetSuite",
                NetSuiteSchema.schema(),
                Set.of(
                        RecordType.ITEM_FULFILLMENT.name(),
                        RecordType.WAREHOUSE_ORDER.name(),
                        RecordType.INVENTORY_LEVEL.name(),
                        RecordType.ITEM.name(),
                        RecordType.CUSTOMER_PAYMENT.name(),
                        RecordType.CUSTOMER_DEPOSIT.name(),
                        RecordType.ORDER_EDIT.name()),
                Set.of(
                        RecordType.SALES_ORDER.name(),
                        RecordType.CASH_SALE.name(),
                        RecordType.CUSTOMER.name(),
                        RecordType.ITEM_FULFILLMENT.name(),
                        RecordType.ORDER_PROGRESS.name(),
                        RecordType.ORDER_CANCELLATION.name(),
                        RecordType.ORDER_EDIT.name(),
                        RecordType.INVENTORY_COUNT.name(),
                        RecordType.INVOICE.name(),
                        RecordType.CUSTOMER_PAYMENT.name(),
                        RecordType.CUSTOMER_DEPOSIT.name(),
                        RecordType.REFUND.name(),
                        RecordType.CUSTOMER_REFUND.name(),
                        RecordType.BANK_DEPOSIT.name(),
                        RecordType.JOURNAL_ENTRY.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new NetSuiteConnector(settings, context);
    }
}
