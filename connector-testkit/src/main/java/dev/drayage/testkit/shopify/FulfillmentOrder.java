package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one location is to ship of one order. Ids are not stable: moves, splits and cancellations make new ones. Changed under the shop's lock. */
public final class FulfillmentOrder extends Entity {
    /** Units of a line. */
    public static final class Line {
        final long number;
        final OrderLine line;
        int total;
        int remaining;

        Line(long number, OrderLine line, int total) {
            this.number = number;
            this.line = line;
            this.total = total;
            this.remaining = total;
        }

        /** Global id. */
        public String gid() {
            return Gids.gid("FulfillmentOrderLineItem", number);
        }

        /** The order's line. */
        public OrderLine line() {
            return line;
        }

        /** Units that are still to ship. */
        public int remaining() {
            return remaining;
        }
    }

    /** Why it must wait. */
    public record Hold(long number, String reason, String notes, String handle, boolean byApp) {}

    /** How it stands. */
    public enum Status {
        /** To be shipped. */
        OPEN,
        /** Partly shipped. */
        IN_PROGRESS,
        /** Must wait. */
        ON_HOLD,
        /** Is to be shipped later. */
        SCHEDULED,
        /** Done. */
        CLOSED,
        /** Given up. */
        CANCELLED
    }

    final ShopOrder order;
    final StockLocation location;
    final List<Line> lines = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();
    final List<Fulfillment> fulfillments = new ArrayList<>();
    Status status = Status.OPEN;

    FulfillmentOrder(long number, Instant at, ShopOrder order, StockLocation location) {
        super("FulfillmentOrder", number, at);
        this.order = order;
        this.location = location;
    }

    /** The location that is to ship. */
    public StockLocation location() {
        return location;
    }

    /** Its lines. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** How it stands. */
    public Status status() {
        return status;
    }

    /** The holds on it. */
    public List<Hold> holds() {
        return List.copyOf(holds);
    }

    boolean live() {
        return status != Status.CLOSED && status != Status.CANCELLED;
    }

    int remaining() {
        return lines.stream().mapToInt(each -> each.remaining).sum();
    }

    /** Closed when nothing is left, in progress after a part. */
    void settle(Instant now) {
        if (live() && status != Status.ON_HOLD) {
            boolean some = lines.stream().anyMatch(each -> each.remaining < each.total);
            status = remaining() == 0 ? Status.CLOSED : some && !fulfillments.isEmpty() ? Status.IN_PROGRESS : status;
        }
        touch(now);
    }
}
