package dev.drayage.testing;

import dev.drayage.model.AccountId;
import dev.drayage.model.Company;
import dev.drayage.model.CompanyContact;
import dev.drayage.model.CompanyLocation;
import dev.drayage.model.LineReference;
import dev.drayage.model.Money;
import dev.drayage.model.OrderPayment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.Payout;
import dev.drayage.model.PayoutEntry;
import dev.drayage.model.PostingCategory;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundedPayment;
import dev.drayage.model.SalesChannel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** Payments, refunds, payouts and businesses of the shop whose orders {@link SampleOrders} makes. */
public final class SampleBooks {
    private SampleBooks() {}

    /** Money in dollars. */
    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    /** A payment by card. */
    public static OrderPayment payment(String id, String amount, Instant at) {
        return new OrderPayment(id, "card", usd(amount), at);
    }

    /** One blue mug of an order, given back. */
    public static Refund.Builder refund(AccountId shop, String id, String order, Instant at) {
        return Refund.builder()
                .ref(RecordRef.of(shop, RecordType.REFUND, id))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                .number(order)
                .refundedAt(at)
                .currency(Currency.getInstance("USD"))
                .addLines(RefundLine.builder()
                        .line(LineReference.channel("L1"))
                        .sku("MUG-BLUE")
                        .quantity(BigDecimal.ONE)
                        .amount(usd("19.95"))
                        .restock(RefundLine.Restock.RETURNED)
                        .build())
                .total(usd("19.95"))
                .channel(new SalesChannel(shop, "MARKET", Set.of()));
    }

    /** Money that went back by card. */
    public static RefundedPayment back(String id, String amount) {
        return new RefundedPayment(id, Optional.empty(), "card", usd(amount));
    }

    /** A payout that is at the bank, without rows. */
    public static Payout.Builder payout(AccountId shop, String id, String net, Instant at) {
        return Payout.builder()
                .ref(RecordRef.of(shop, RecordType.PAYOUT, id))
                .issuedAt(at)
                .status(Payout.Status.PAID)
                .net(usd(net))
                .paymentMethod("card")
                .channel(new SalesChannel(shop, "MARKET", Set.of()));
    }

    /** A buyer's payment in a payout. */
    public static PayoutEntry charge(String transaction, String amount, String fee) {
        return row("row-" + transaction, PayoutEntry.Kind.PAYMENT, PostingCategory.OTHER, "CHARGE", amount, fee)
                .transactionId(transaction)
                .build();
    }

    /** A buyer's money that went back, in a payout. */
    public static PayoutEntry takenBack(String transaction, String amount) {
        return row("row-" + transaction, PayoutEntry.Kind.REFUND, PostingCategory.OTHER, "REFUND", amount, "0")
                .transactionId(transaction)
                .build();
    }

    /** Anything else in a payout. */
    public static PayoutEntry posting(String id, PostingCategory category, String type, String amount) {
        return row(id, PayoutEntry.Kind.POSTING, category, type, amount, "0").build();
    }

    /** A row of a payout whose net is right. */
    public static PayoutEntry.Builder row(
            String id, PayoutEntry.Kind kind, PostingCategory category, String type, String amount, String fee) {
        return PayoutEntry.builder()
                .id(id)
                .kind(kind)
                .category(category)
                .type(type)
                .amount(usd(amount))
                .fee(usd(fee))
                .net(usd(amount).minus(usd(fee)));
    }

    /** A business with two places and a person. */
    public static Company.Builder company(AccountId shop, String id) {
        return Company.builder()
                .ref(RecordRef.of(shop, RecordType.COMPANY, id))
                .name("Company " + id)
                .externalId("old-" + id)
                .addLocations(location(shop, id + "-main"), location(shop, id + "-branch"))
                .addContacts(CompanyContact.builder()
                        .ref(RecordRef.of(shop, RecordType.CUSTOMER, id + "-person"))
                        .name("Sam Example")
                        .email("Sam-" + id + "@example.com")
                        .build());
    }

    /** A place of a business. */
    public static CompanyLocation location(AccountId shop, String id) {
        return CompanyLocation.builder()
                .ref(locationRef(shop, id))
                .name("Place " + id)
                .taxId("TAX-" + id)
                .taxExempt(false)
                .build();
    }

    /** Where a place of a business lives. */
    public static RecordRef locationRef(AccountId shop, String id) {
        return new RecordRef(shop, "companyLocation", id);
    }
}
