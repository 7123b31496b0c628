package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shipment of an order. Changed under the shop's lock. */
public final class Fulfillment extends Entity {
    /** Units of a line that were shipped. */
    public record Line(long number, OrderLine line, FulfillmentOrder.Line from, int quantity) {}

    /** One tracking number. */
    public record Tracking(String company, String number, String url) {}

    /** Something that happened on the way. */
    record Event(long number, String status, Instant at) {}

    final ShopOrder order;
    final StockLocation location;
    final String name;
    final List<Line> lines;
    final List<FulfillmentOrder> sources;
    final List<Event> events = new ArrayList<>();
    List<Tracking> tracking;
    boolean cancelled;
    boolean notified;

    Fulfillment(
            long number,
            Instant at,
            ShopOrder order,
            StockLocation location,
            String name,
            List<Line> lines,
            List<FulfillmentOrder> sources,
            List<Tracking> tracking) {
        super("Fulfillment", number, at);
        this.order = order;
        this.location = location;
        this.name = name;
        this.lines = List.copyOf(lines);
        this.sources = List.copyOf(sources);
        this.tracking = List.copyOf(tracking);
    }

    /** Its name, such as {@code #1001-F1}. */
    public String name() {
        return name;
    }

    /** The shipping location. */
    public StockLocation location() {
        return location;
    }

    /** What was shipped. */
    public List<Line> lines() {
        return lines;
    }

    /** Tracking numbers as they stand. */
    public List<Tracking> tracking() {
        return tracking;
    }

    /** Whether it was cancelled. */
    public boolean cancelled() {
        return cancelled;
    }

    /** Whether the buyer was told by mail, now or at an update. */
    public boolean notified() {
        return notified;
    }
}
