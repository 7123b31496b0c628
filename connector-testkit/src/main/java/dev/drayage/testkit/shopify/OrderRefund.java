package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refund: what came off the order, and which money went back. Changed under the shop's lock. */
public final class OrderRefund extends Entity {
    /** Units of a line that were refunded. */
    public record Line(
            long number,
            OrderLine line,
            int quantity,
            String restockType,
            @Nullable StockLocation location,
            Bag subtotal,
            Bag tax) {}

    /** What was refunded of a shipping line. */
    public record Shipping(long number, ShippingLine line, Bag subtotal, Bag tax) {}

    /** A difference between the lines and the money. */
    public record Adjustment(long number, String reason, Bag amount, Bag tax) {}

    /** A duty that was refunded. */
    public record RefundedDuty(OrderLine line, Bag amount) {}

    final ShopOrder order;
    final String note;
    final Instant processedAt;
    final List<Line> lines;
    final List<Shipping> shipping;
    final List<RefundedDuty> duties;
    final List<Adjustment> adjustments;
    final List<OrderPayment> payments;

    OrderRefund(
            long number,
            ShopOrder order,
            String note,
            Instant at,
            Instant processedAt,
            List<Line> lines,
            List<Shipping> shipping,
            List<RefundedDuty> duties,
            List<Adjustment> adjustments,
            List<OrderPayment> payments) {
        super("Refund", number, at);
        this.order = order;
        this.note = note;
        this.processedAt = processedAt;
        this.lines = List.copyOf(lines);
        this.shipping = List.copyOf(shipping);
        this.duties = List.copyOf(duties);
        this.adjustments = List.copyOf(adjustments);
        this.payments = List.copyOf(payments);
    }

    /** Refunded units. */
    public List<Line> lines() {
        return lines;
    }

    /** Refunded shipping. */
    public List<Shipping> shipping() {
        return shipping;
    }

    /** Differences between the lines and the money. */
    public List<Adjustment> adjustments() {
        return adjustments;
    }

    /** The money that went back. */
    public List<OrderPayment> payments() {
        return payments;
    }

    /** Money that has gone back. */
    public Bag refunded() {
        return payments.stream()
                .filter(each -> each.done(OrderPayment.Kind.REFUND))
                .map(OrderPayment::amount)
                .reduce(Bag.ZERO, Bag::plus);
    }
}
