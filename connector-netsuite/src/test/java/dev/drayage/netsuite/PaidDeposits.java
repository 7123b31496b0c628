package dev.drayage.netsuite;

import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import java.math.BigDecimal;

/** Deposits that people enter for orders, as the contract of sources wants them. */
final class PaidDeposits extends BooksSource<CustomerDeposit> {
    PaidDeposits() {
        super(MoneyBooks.open(), RecordType.CUSTOMER_DEPOSIT, settings -> settings);
    }

    @Override
    String enterOrder(TestBooks books, String order) {
        return MoneyBooks.order(books, order);
    }

    @Override
    RecordRef make(TestBooks books, String order) {
        return ref(books.netSuite.bookkeeper().enterDeposit(order, new BigDecimal("30.00")));
    }

    @Override
    void change(TestBooks books, RecordRef ref) {
        books.netSuite.clerk().edit("customerDeposit", ref.id(), "{\"payment\":40}");
    }

    @Override
    public RecordRef absent() {
        return ref("987654");
    }
}
