package dev.drayage.netsuite.internal.cashsale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.CashSale;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.sale.SaleSink;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import java.util.List;

/** Writes sales that the channel shipped and was paid for as cash sales (help: "Cash Sale" in the REST guide). Thread-safe. */
public final class CashSaleSink extends SaleSink<CashSale> {
    private final CashSaleBody own;

    /** A sink that books as the settings say. */
    public CashSaleSink(NetSuiteAccount account, SaleOptions options, Settings settings) {
        super(account, RecordKind.CASH_SALE, RecordType.CASH_SALE, options);
        own = new CashSaleBody(settings);
    }

    @Override
    protected List<Violation> complete(CashSale sale, ObjectNode body) {
        return own.complete(sale, body);
    }
}
