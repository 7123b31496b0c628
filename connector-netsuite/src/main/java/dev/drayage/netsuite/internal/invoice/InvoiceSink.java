package dev.drayage.netsuite.internal.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.Invoice;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.sale.SaleSink;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Writes bills as invoices (help: "Invoice" in the REST guide): made out of the sales order that an earlier effect wrote, of
 * which everything open is billed, or with its own lines where there is none. Thread-safe.
 */
public final class InvoiceSink extends SaleSink<Invoice> {
    private final NetSuiteAccount account;
    private final SaleOptions sales;
    private final MoneyOptions money;

    /** A sink that books as the settings say. */
    public InvoiceSink(NetSuiteAccount account, SaleOptions sales, MoneyOptions money) {
        super(account, RecordKind.INVOICE, RecordType.INVOICE, sales);
        this.account = account;
        this.sales = sales;
        this.money = money;
    }

    @Override
    protected Optional<String> origin(Prepared<Invoice> prepared) {
        return prepared.bound().values().stream()
                .filter(ref -> ref.account().equals(account.id()) && ref.type().equals(RecordType.SALES_ORDER.name()))
                .map(RecordRef::id)
                .findFirst();
    }

    @Override
    protected List<Violation> complete(Invoice invoice, ObjectNode body) {
        money.invoiceForm().ifPresent(id -> body.set("customForm", RecordClient.reference(body, id)));
        MoneyBody.date(body, invoice.issuedAt(), money.zone());
        Optional<MoneyOptions.Named> terms = invoice.terms().map(money::terms);
        terms.flatMap(MoneyOptions.Named::id).ifPresent(id -> body.set("terms", RecordClient.reference(body, id)));
        invoice.terms()
                .flatMap(PaymentTerms::dueAt)
                .ifPresent(at -> body.put(
                        "dueDate", at.atZone(money.zone()).toLocalDate().toString()));
        // an invoice with lines of its own takes the goods from stock; one made out of an order has its location
        if (body.has("item")) {
            sales.channels()
                    .location(invoice.channel().account())
                    .ifPresent(id -> body.set("location", RecordClient.reference(body, id)));
        }
        return terms.flatMap(MoneyOptions.Named::violation).stream().toList();
    }
}
