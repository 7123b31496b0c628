package dev.drayage.netsuite.internal.salesorder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.sale.SaleSink;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import java.util.List;

/** Writes orders that the merchant ships as sales orders (help: "Sales Order" in the REST guide). Thread-safe. */
public final class SalesOrderSink extends SaleSink<SalesOrder> {
    private final SalesOrderBody own;

    /** A sink that books as the settings say. */
    public SalesOrderSink(NetSuiteAccount account, SaleOptions options, Settings settings) {
        super(account, RecordKind.SALES_ORDER, RecordType.SALES_ORDER, options);
        own = new SalesOrderBody(settings);
    }

    @Override
    protected List<Violation> complete(SalesOrder order, ObjectNode body) {
        return own.complete(order, body);
    }
}
