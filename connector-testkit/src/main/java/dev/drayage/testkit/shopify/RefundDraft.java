package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund that a merchant wants to make by hand; money in the buyer's currency. Without {@link #money(String)} no money moves.
 * Not thread-safe.
 */
public final class RefundDraft {
    /** Units of a line. */
    record Line(
            OrderLine line,
            int quantity,
            String restockType,
            @Nullable StockLocation location) {}

    final List<Line> lines = new ArrayList<>();
    final List<OrderLine> duties = new ArrayList<>();
    boolean fullShipping;
    BigDecimal shipping = BigDecimal.ZERO;
    boolean payBack;

    @Nullable BigDecimal money;

    @Nullable OrderPayment parent;

    String gateway = "";
    String note = "";
    boolean pending;

    private RefundDraft() {}

    /** Nothing yet. */
    public static RefundDraft empty() {
        return new RefundDraft();
    }

    /** Units that are not put back on the shelf. */
    public RefundDraft line(OrderLine line, int units) {
        lines.add(new Line(line, units, "NO_RESTOCK", null));
        return this;
    }

    /** Shipped units that came back to a location. */
    public RefundDraft returned(OrderLine line, int units, StockLocation location) {
        lines.add(new Line(line, units, "RETURN", location));
        return this;
    }

    /** Units that were not shipped and stay where they are. */
    public RefundDraft cancelled(OrderLine line, int units, StockLocation location) {
        lines.add(new Line(line, units, "CANCEL", location));
        return this;
    }

    /** All shipping, with its tax. */
    public RefundDraft allShipping() {
        fullShipping = true;
        return this;
    }

    /** An amount of shipping, tax included in proportion. */
    public RefundDraft shipping(String amount) {
        shipping = new BigDecimal(amount);
        return this;
    }

    /** The duties of a line. */
    public RefundDraft duty(OrderLine line) {
        duties.add(line);
        return this;
    }

    /** Exactly what the lines, shipping and duties come to is paid back. */
    public RefundDraft paidBack() {
        payBack = true;
        return this;
    }

    /** This amount is paid back, whatever the lines come to. */
    public RefundDraft money(String amount) {
        money = new BigDecimal(amount);
        return this;
    }

    /** The gateway has not settled it yet. */
    public RefundDraft pending() {
        pending = true;
        return this;
    }

    /** A note. */
    public RefundDraft note(String text) {
        note = text;
        return this;
    }
}
