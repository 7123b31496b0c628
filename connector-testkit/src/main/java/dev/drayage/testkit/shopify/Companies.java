package dev.drayage.testkit.shopify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buyers and companies: what the merchant sets up and changes, and what a checker reads. Thread-safe. */
public final class Companies {
    private final Shop shop;

    Companies(Shop shop) {
        this.shop = shop;
    }

    /** A buyer. */
    public Customer customer(String first, String last, String email) {
        synchronized (shop) {
            Customer customer = new Customer(shop.id("Customer"), shop.now(), first, last, email, "");
            shop.customers.put(customer.number(), customer);
            return customer;
        }
    }

    /** A company without locations and people. */
    public Company company(String name, @Nullable String externalId) {
        synchronized (shop) {
            free(externalId, true, null);
            Company company = new Company(
                    shop.id("Company"),
                    shop.now(),
                    name,
                    externalId,
                    shop.id("CompanyContactRole"),
                    shop.id("CompanyContactRole"));
            shop.companies.put(company.number(), company);
            shop.webhooks().changed("companies/create", company);
            return company;
        }
    }

    /** A location of a company. */
    public CompanyLocation location(Company company, String name, @Nullable String externalId) {
        synchronized (shop) {
            free(externalId, false, null);
            CompanyLocation location = new CompanyLocation(
                    shop.id("CompanyLocation"),
                    shop.now(),
                    company,
                    name,
                    externalId,
                    shop.id("CompanyAddress"),
                    shop.id("CompanyAddress"));
            shop.companyLocations.put(location.number(), location);
            company.locations.add(location);
            company.touch(shop.now());
            shop.webhooks().changed("company_locations/create", location);
            return location;
        }
    }

    /** A person of a company; the first one is the main contact. */
    public CompanyContact contact(Company company, String first, String last, String email) {
        synchronized (shop) {
            CompanyContact contact = new CompanyContact(
                    shop.id("CompanyContact"), shop.now(), company, customer(first, last, email), "Buyer");
            company.contacts.add(contact);
            company.touch(shop.now());
            return contact;
        }
    }

    /** Where a location's bills and goods go. */
    public void addresses(CompanyLocation location, PostalAddress billing, PostalAddress shipping) {
        synchronized (shop) {
            location.billing = billing;
            location.shipping = shipping;
            changed(location);
        }
    }

    /** Tax number, exemption as a whole, and single exemptions by Shopify's names. */
    public void tax(CompanyLocation location, String registrationId, boolean exempt, String... exemptions) {
        synchronized (shop) {
            location.taxRegistrationId = registrationId;
            location.taxExempt = exempt;
            location.taxExemptions.clear();
            location.taxExemptions.addAll(List.of(exemptions));
            changed(location);
        }
    }

    /** The terms of orders from a location. */
    public void terms(CompanyLocation location, PaymentTermsTemplate terms) {
        synchronized (shop) {
            location.terms = terms;
            changed(location);
        }
    }

    /** Another name. */
    public void rename(Company company, String name) {
        synchronized (shop) {
            company.name = name;
            changed(company);
        }
    }

    /** All companies. */
    public List<Company> all() {
        synchronized (shop) {
            return List.copyOf(shop.companies.values());
        }
    }

    void changed(CompanyLocation location) {
        location.touch(shop.now());
        shop.webhooks().changed("company_locations/update", location);
    }

    void changed(Company company) {
        company.touch(shop.now());
        shop.webhooks().changed("companies/update", company);
    }

    /** Refused when another company or location has the external id, or when Shopify would not take it. */
    void free(@Nullable String externalId, boolean company, @Nullable Entity owner) {
        if (externalId == null) {
            return;
        }
        if (externalId.length() > 64) {
            throw UserError.at("External id is too long (maximum is 64 characters)", "input", "externalId")
                    .coded("TOO_LONG")
                    .thrown();
        }
        boolean taken = company
                ? shop.companies.values().stream().anyMatch(each -> each != owner && externalId.equals(each.externalId))
                : shop.companyLocations.values().stream()
                        .anyMatch(each -> each != owner && externalId.equals(each.externalId));
        if (taken) {
            throw UserError.at("External id has already been taken.", "input", "externalId")
                    .coded("TAKEN")
                    .thrown();
        }
    }
}
