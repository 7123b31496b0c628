package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order that is to be placed; amounts are in the shop's currency. Not thread-safe. */
public final class NewOrder {
    /** A shipping line to be. */
    record Shipping(String title, String code, BigDecimal price, List<NewLine.Rate> rates) {}

    /** A fee to be. */
    record Fee(String name, BigDecimal price) {}

    final List<NewLine> lines = new ArrayList<>();
    final List<Shipping> shipping = new ArrayList<>();
    final List<Discount> discounts = new ArrayList<>();
    final List<Fee> fees = new ArrayList<>();
    final List<String> tags = new ArrayList<>();
    final Map<String, String> attributes = new LinkedHashMap<>();
    boolean taxesIncluded;
    boolean dutiesIncluded;
    boolean test;
    BigDecimal tip = BigDecimal.ZERO;
    String email = "";
    String note = "";
    String poNumber = "";
    String sourceName = "web";

    @Nullable String sourceIdentifier;

    @Nullable Currencies currencies;

    @Nullable Customer customer;

    @Nullable CompanyLocation companyLocation;

    @Nullable CompanyContact contact;

    @Nullable PostalAddress shippingAddress;

    @Nullable PostalAddress billingAddress;

    @Nullable PaymentTermsTemplate terms;

    @Nullable Instant processedAt;

    private NewOrder(List<NewLine> lines) {
        this.lines.addAll(lines);
    }

    /** An order of these lines. */
    public static NewOrder of(NewLine... lines) {
        return new NewOrder(List.of(lines));
    }

    /** A shipping line with one tax; no tax where {@code rate} is zero. */
    public NewOrder shipping(String title, String price, String taxTitle, String rate) {
        BigDecimal fraction = new BigDecimal(rate);
        List<NewLine.Rate> rates =
                fraction.signum() == 0 ? List.of() : List.of(new NewLine.Rate(taxTitle, fraction, false));
        shipping.add(new Shipping(title, title, new BigDecimal(price), rates));
        return this;
    }

    /** A discount. */
    public NewOrder discount(Discount discount) {
        discounts.add(discount);
        return this;
    }

    /** An additional fee, such as one for packaging. */
    public NewOrder fee(String name, String price) {
        fees.add(new Fee(name, new BigDecimal(price)));
        return this;
    }

    /** A tip. */
    public NewOrder tip(String amount) {
        tip = new BigDecimal(amount);
        return this;
    }

    /** Prices hold the taxes. */
    public NewOrder taxesIncluded() {
        taxesIncluded = true;
        return this;
    }

    /** Prices hold the duties. */
    public NewOrder dutiesIncluded() {
        dutiesIncluded = true;
        return this;
    }

    /** The buyer pays in another currency; {@code rate} is its units for one of the shop's. */
    public NewOrder paidIn(String currency, String rate) {
        currencies = new Currencies("", currency, new BigDecimal(rate));
        return this;
    }

    /** The buyer. */
    public NewOrder customer(Customer buyer) {
        customer = buyer;
        email = buyer.email();
        return this;
    }

    /** A business buyer: the location that orders and the person who does. */
    public NewOrder company(CompanyLocation location, CompanyContact person) {
        companyLocation = location;
        contact = person;
        return customer(person.customer());
    }

    /** Payment terms. */
    public NewOrder terms(PaymentTermsTemplate template) {
        terms = template;
        return this;
    }

    /** The buyer's purchase order number. */
    public NewOrder poNumber(String number) {
        poNumber = number;
        return this;
    }

    /** Where it goes. */
    public NewOrder shipTo(PostalAddress address) {
        shippingAddress = address;
        return this;
    }

    /** Who pays. */
    public NewOrder billTo(PostalAddress address) {
        billingAddress = address;
        return this;
    }

    /** A test order. */
    public NewOrder test() {
        test = true;
        return this;
    }

    /** A tag. */
    public NewOrder tag(String tag) {
        tags.add(tag);
        return this;
    }

    /** A note. */
    public NewOrder note(String text) {
        note = text;
        return this;
    }

    /** A custom attribute. */
    public NewOrder attribute(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    /** The channel and its own number of the order. */
    public NewOrder source(String name, String identifier) {
        sourceName = name;
        sourceIdentifier = identifier;
        return this;
    }

    /** When it was processed, for an import of an older order. */
    public NewOrder processedAt(Instant time) {
        processedAt = time;
        return this;
    }
}
