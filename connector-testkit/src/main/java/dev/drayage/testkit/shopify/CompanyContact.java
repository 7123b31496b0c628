package dev.drayage.testkit.shopify;

import java.time.Instant;

/** A person of a company; name and mail are the customer's. Changed under the shop's lock. */
public final class CompanyContact extends Entity {
    final Company company;
    final Customer customer;
    String title;

    CompanyContact(long number, Instant at, Company company, Customer customer, String title) {
        super("CompanyContact", number, at);
        this.company = company;
        this.customer = customer;
        this.title = title;
    }

    /** The customer behind it. */
    public Customer customer() {
        return customer;
    }

    /** The company. */
    public Company company() {
        return company;
    }
}
