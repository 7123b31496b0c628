package dev.drayage.testkit.shopify;

import java.time.Instant;

/** A place that holds stock. Changed under the shop's lock. */
public final class StockLocation extends Entity {
    final String name;
    final boolean fulfillmentService;
    final PostalAddress address;
    boolean active = true;

    StockLocation(long number, Instant at, String name, boolean fulfillmentService, PostalAddress address) {
        super("Location", number, at);
        this.name = name;
        this.fulfillmentService = fulfillmentService;
        this.address = address;
    }

    /** Name. */
    public String name() {
        return name;
    }

    /** Whether it belongs to a third party's fulfilment service. */
    public boolean fulfillmentService() {
        return fulfillmentService;
    }

    /** Whether it is in use. */
    public boolean active() {
        return active;
    }
}
