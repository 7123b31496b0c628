package dev.drayage.netsuite;

import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Invoice;
import dev.drayage.model.LineReference;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundedPayment;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.AccountKind;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Books with a chart of accounts, and records about money that fit them. */
final class MoneyBooks {
    static final SalesChannel CHANNEL = new SalesChannel(TestBooks.SHOP, "", Set.of());
    static final String BANK = "1000";
    static final String FEES = "1100";
    static final String REFUNDS = "1200";
    static final String CLEARING = "1300";

    private MoneyBooks() {}

    static TestBooks open() {
        return open(settings -> settings);
    }

    static TestBooks open(UnaryOperator<NetSuiteSettings.Builder> more) {
        return TestBooks.open(
                account -> account.with(AccountPreference.BILL_IN_ADVANCE_OF_FULFILLMENT)
                        .customField("custbody_drayage_payment_id", FieldKind.TEXT)
                        .seed(Seed.term(2, "Net 30", 30))
                        .seed(Seed.item("nonInventorySaleItem", 81, "NOT-RESTOCKED", new BigDecimal("0.00")))
                        .seed(Seed.account(1000, "Bank", AccountKind.BANK))
                        .seed(Seed.account(1100, "Fees", AccountKind.EXPENSE))
                        .seed(Seed.account(1200, "Refunds", AccountKind.BANK))
                        .seed(Seed.account(1300, "Clearing", AccountKind.OTHER_CURRENT_ASSET))
                        .seed(Seed.account(1400, "Receivable", AccountKind.ACCOUNTS_RECEIVABLE))
                        .seed(Seed.account(1500, "Undeposited", AccountKind.UNDEPOSITED_FUNDS))
                        .seed(Seed.account(1600, "Sales", AccountKind.INCOME))
                        .seed(Seed.account(1700, "Prepaid", AccountKind.CUSTOMER_DEPOSITS)),
                settings -> more.apply(settings.subsidiary("1")
                        .set("terms", "net-30=2")
                        .set("item.refund", "81")
                        .set("refund.accounts", TestBooks.SHOP + "=" + REFUNDS)
                        .set("payout.banks", TestBooks.SHOP + "=" + BANK)
                        .set("payout.clearing", TestBooks.SHOP + "=" + CLEARING)
                        .set("payout.accounts", "fee=" + FEES)));
    }

    /** Writes a sales order of 59.85 and tells its internal id. */
    static String order(TestBooks books, String id) {
        return written(books.write(RecordType.SALES_ORDER, SampleOrders.merchant(TestBooks.SHOP, id, TestBooks.START)));
    }

    /** Writes a sales order and its invoice; tells the invoice's internal id. */
    static String invoiced(TestBooks books, String id) {
        String order = order(books, id);
        return written(write(books, RecordType.INVOICE, invoice(id), RecordType.SALES_ORDER.name(), order));
    }

    static Invoice invoice(String order) {
        SalesOrder sale = SampleOrders.merchant(TestBooks.SHOP, order, TestBooks.START);
        return Invoice.builder()
                .from((SaleTransaction) sale)
                .issuedAt(TestBooks.START)
                .build();
    }

    /** Writes a record after another one of the books. */
    static <T extends dev.drayage.model.CommerceRecord> EffectOutcome write(
            TestBooks books, RecordType<T> type, T record, String boundType, String boundId) {
        var effect = books.effect(type, record);
        var earlier = new dev.drayage.spi.EffectKey(
                RecordRef.of(TestBooks.SHOP, RecordType.SALES_ORDER, "earlier"), books.connector.account(), "earlier");
        return books.write(
                type,
                effect,
                Optional.empty(),
                Map.of(earlier, new RecordRef(books.connector.account(), boundType, boundId)));
    }

    static CustomerPayment payment(String id, String order, String amount) {
        return CustomerPayment.builder().from(paid(id, order, amount)).build();
    }

    static CustomerDeposit deposit(String id, String order, String amount) {
        return paid(id, order, amount);
    }

    private static CustomerDeposit paid(String id, String order, String amount) {
        return CustomerDeposit.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.CUSTOMER_PAYMENT, id))
                .amount(Money.of(amount, "USD"))
                .paidAt(TestBooks.START)
                .method("card")
                .transactionId(id)
                .orderReferences(references(order))
                .channel(CHANNEL)
                .build();
    }

    static List<OrderReference> references(String order) {
        return List.of(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order));
    }

    /** A refund that comes to what its parts come to. */
    static Refund.Builder refund(String id, String order, String total) {
        return Refund.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.REFUND, id))
                .orderReferences(references(order))
                .number(order)
                .refundedAt(TestBooks.START)
                .currency(Currency.getInstance("USD"))
                .total(Money.of(total, "USD"))
                .channel(CHANNEL);
    }

    static RefundLine line(String id, String sku, int quantity, String amount, RefundLine.Restock restock) {
        return RefundLine.builder()
                .line(LineReference.channel(id))
                .sku(sku)
                .quantity(BigDecimal.valueOf(quantity))
                .amount(Money.of(amount, "USD"))
                .restock(restock)
                .build();
    }

    static RefundedPayment back(String id, String parent, String amount) {
        return new RefundedPayment(id, Optional.of(parent), "card", Money.of(amount, "USD"));
    }

    static String written(EffectOutcome outcome) {
        if (outcome instanceof EffectOutcome.Applied applied) {
            return applied.ref().id();
        }
        throw new AssertionError("not written: " + outcome);
    }
}
