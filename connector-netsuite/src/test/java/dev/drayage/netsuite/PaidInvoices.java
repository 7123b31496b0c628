package dev.drayage.netsuite;

import dev.drayage.model.CustomerPayment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import java.math.BigDecimal;

/** Payments that people enter on invoices, as the contract of sources wants them. */
final class PaidInvoices extends BooksSource<CustomerPayment> {
    PaidInvoices() {
        super(MoneyBooks.open(), RecordType.CUSTOMER_PAYMENT, settings -> settings);
    }

    @Override
    String enterOrder(TestBooks books, String order) {
        return MoneyBooks.invoiced(books, order);
    }

    @Override
    RecordRef make(TestBooks books, String invoice) {
        return ref(books.netSuite.bookkeeper().enterPayment(invoice, new BigDecimal("30.00")) + "-" + invoice);
    }

    @Override
    void change(TestBooks books, RecordRef ref) {
        String[] ids = ref.id().split("-", -1);
        books.netSuite.clerk().edit("customerPayment", ids[0], """
                {"payment":40,"apply":{"items":[{"doc":{"id":"%s"},"apply":true,"amount":40}]}}
                """.formatted(ids[1]));
    }

    @Override
    public RecordRef absent() {
        return ref("987654-987653");
    }
}
