package dev.drayage.testkit.shopify;

import java.time.Instant;

/** A buyer. Changed under the shop's lock. */
public final class Customer extends Entity {
    String firstName;
    String lastName;
    String email;
    String phone;
    boolean taxExempt;

    Customer(long number, Instant at, String firstName, String lastName, String email, String phone) {
        super("Customer", number, at);
        this.firstName = firstName;
        this.lastName = lastName;
        this.email = email;
        this.phone = phone;
    }

    /** Mail address. */
    public String email() {
        return email;
    }

    /** Given and family name. */
    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
