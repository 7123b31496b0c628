package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A place of a company that orders. Changed under the shop's lock. */
public final class CompanyLocation extends Entity {
    final Company company;
    final long billingNumber;
    final long shippingNumber;
    final TreeSet<String> taxExemptions = new TreeSet<>();
    String name;
    String note = "";
    String phone = "";
    String locale = "en";

    @Nullable String externalId;

    @Nullable PostalAddress billing;

    @Nullable PostalAddress shipping;

    @Nullable String taxRegistrationId;

    boolean taxExempt;
    boolean checkoutToDraft;
    boolean editableShippingAddress = true;

    @Nullable PaymentTermsTemplate terms;

    CompanyLocation(
            long number,
            Instant at,
            Company company,
            String name,
            @Nullable String externalId,
            long billingNumber,
            long shippingNumber) {
        super("CompanyLocation", number, at);
        this.company = company;
        this.name = name;
        this.externalId = externalId;
        this.billingNumber = billingNumber;
        this.shippingNumber = shippingNumber;
    }

    /** The company. */
    public Company company() {
        return company;
    }

    /** Name. */
    public String name() {
        return name;
    }

    /** External id, unique in the shop. */
    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    /** The terms of orders from here. */
    public Optional<PaymentTermsTemplate> terms() {
        return Optional.ofNullable(terms);
    }

    /** Tax exemptions by Shopify's names. */
    public List<String> taxExemptions() {
        return List.copyOf(taxExemptions);
    }
}
