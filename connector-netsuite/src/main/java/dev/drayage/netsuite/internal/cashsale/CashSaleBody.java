package dev.drayage.netsuite.internal.cashsale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.CashSale;
import dev.drayage.netsuite.internal.options.ChannelBook;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What only a cash sale has: form, the location of the channel's own stock, and where the money is: a bank or clearing
 * account, or undeposited funds that a later deposit picks up. Thread-safe.
 */
final class CashSaleBody {
    private final Optional<String> form;
    private final Optional<String> bank;
    private final Optional<String> paymentOption;
    private final ChannelBook channels;

    CashSaleBody(Settings settings) {
        form = settings.get(NetSuiteSchema.CASH_SALE_FORM);
        bank = settings.get(NetSuiteSchema.CASH_SALE_ACCOUNT);
        paymentOption = settings.get(NetSuiteSchema.PAYMENT_OPTION);
        channels = ChannelBook.of(settings);
    }

    List<Violation> complete(CashSale sale, ObjectNode body) {
        form.ifPresent(id -> body.set("customForm", RecordClient.reference(body, id)));
        channels.fbaLocation(sale.channel().account())
                .or(() -> channels.location(sale.channel().account()))
                .ifPresent(id -> body.set("location", RecordClient.reference(body, id)));
        if (bank.isPresent()) {
            body.set("account", RecordClient.reference(body, bank.get()));
        } else {
            body.set("undepFunds", RecordClient.reference(body, "T"));
        }
        paymentOption.ifPresent(id -> body.set("paymentOption", RecordClient.reference(body, id)));
        return List.of();
    }
}
