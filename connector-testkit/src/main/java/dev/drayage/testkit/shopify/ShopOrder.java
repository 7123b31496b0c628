package dev.drayage.testkit.shopify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An order with everything that hangs on it. Changed under the shop's lock. */
public final class ShopOrder extends Entity {
    /** A fee on top. */
    public record Fee(long number, String name, Bag price) {}

    /** What was agreed at one time: the order itself, an edit, a refund. */
    record Agreement(
            long number,
            String type,
            String reason,
            Instant at,
            @Nullable OrderRefund refund,
            List<Sale> sales) {}

    /** One row of the order's ledger; negative where something was taken back. */
    record Sale(
            long number,
            String type,
            String action,
            String lineType,
            @Nullable Integer quantity,
            Bag total,
            Bag tax,
            Bag discount,
            @Nullable OrderLine line,
            @Nullable ShippingLine shipping) {}

    final int serial;
    final String name;
    final String confirmation;
    final Currencies currencies;
    final boolean taxesIncluded;
    final boolean dutiesIncluded;
    final boolean test;
    final Instant processedAt;
    final Bag tip;
    List<Discount> discounts;
    final String sourceName;
    final @Nullable String sourceIdentifier;
    final @Nullable Customer customer;
    final @Nullable CompanyLocation companyLocation;
    final @Nullable CompanyContact contact;
    final List<OrderLine> lines = new ArrayList<>();
    final List<ShippingLine> shipping = new ArrayList<>();
    final List<Fee> fees = new ArrayList<>();
    final List<OrderPayment> payments = new ArrayList<>();
    final List<OrderRefund> refunds = new ArrayList<>();
    final List<FulfillmentOrder> fulfillmentOrders = new ArrayList<>();
    final List<Fulfillment> fulfillments = new ArrayList<>();
    final List<Agreement> agreements = new ArrayList<>();
    final Map<String, String> customAttributes;
    String email;
    String phone = "";
    String note;
    String poNumber;

    @Nullable PostalAddress shippingAddress;

    @Nullable PostalAddress billingAddress;

    @Nullable PaymentTermsTemplate terms;

    long termsNumber;
    long scheduleNumber;

    @Nullable Instant cancelledAt;

    @Nullable Instant closedAt;

    String cancelReason = "";
    String staffNote = "";
    boolean edited;
    Bag originalTotal = Bag.ZERO;

    ShopOrder(long number, Instant at, int serial, String confirmation, Currencies currencies, NewOrder draft) {
        super("Order", number, at);
        this.serial = serial;
        this.name = "#" + serial;
        this.confirmation = confirmation;
        this.currencies = currencies;
        this.taxesIncluded = draft.taxesIncluded;
        this.dutiesIncluded = draft.dutiesIncluded;
        this.test = draft.test;
        this.processedAt = draft.processedAt == null ? at : draft.processedAt;
        this.tip = currencies.ofShop(draft.tip);
        this.discounts = List.copyOf(draft.discounts);
        this.customAttributes = new TreeMap<>(draft.attributes);
        this.sourceName = draft.sourceName;
        this.sourceIdentifier = draft.sourceIdentifier;
        this.customer = draft.customer;
        this.companyLocation = draft.companyLocation;
        this.contact = draft.contact;
        this.email = draft.email;
        this.note = draft.note;
        this.poNumber = draft.poNumber;
        this.shippingAddress = draft.shippingAddress;
        this.billingAddress = draft.billingAddress;
        this.terms = draft.terms;
        this.tags.addAll(draft.tags);
    }

    /** Its name, such as {@code #1001}. */
    public String name() {
        return name;
    }

    /** Lines, the removed ones included. */
    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    /** Shipping lines. */
    public List<ShippingLine> shippingLines() {
        return List.copyOf(shipping);
    }

    /** Transactions, oldest first. */
    public List<OrderPayment> payments() {
        return List.copyOf(payments);
    }

    /** Refunds, oldest first. */
    public List<OrderRefund> refunds() {
        return List.copyOf(refunds);
    }

    /** Fulfilment orders, those that are done included. */
    public List<FulfillmentOrder> fulfillmentOrders() {
        return List.copyOf(fulfillmentOrders);
    }

    /** Fulfilment orders that can still be worked on. */
    public List<FulfillmentOrder> openFulfillmentOrders() {
        return fulfillmentOrders.stream().filter(FulfillmentOrder::live).toList();
    }

    /** Shipments, the cancelled ones included. */
    public List<Fulfillment> fulfillments() {
        return List.copyOf(fulfillments);
    }

    /** Shop's and buyer's currency. */
    public Currencies currencies() {
        return currencies;
    }

    /** Whether prices hold the taxes. */
    public boolean taxesIncluded() {
        return taxesIncluded;
    }

    /** The money as it stands now. */
    public OrderTotals totals() {
        return OrderTotals.of(this);
    }

    /** When it was cancelled. */
    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    /** Whether it was archived. */
    public boolean closed() {
        return closedAt != null;
    }

    /** Note, empty for none. */
    public String note() {
        return note;
    }

    /** The financial status by Shopify's name; empty where Shopify answers null. */
    public Optional<String> financialStatus() {
        return Optional.ofNullable(totals().financialStatus(this));
    }

    /** The fulfilment status by Shopify's name. */
    public String fulfillmentStatus() {
        if (fulfillmentOrders.stream().anyMatch(each -> each.status == FulfillmentOrder.Status.ON_HOLD)) {
            return "ON_HOLD";
        }
        if (fulfillmentOrders.stream().anyMatch(each -> each.status == FulfillmentOrder.Status.SCHEDULED)) {
            return "SCHEDULED";
        }
        boolean shipped = fulfillments.stream().anyMatch(each -> !each.cancelled);
        boolean open = fulfillmentOrders.stream().anyMatch(each -> each.live() && each.remaining() > 0);
        return shipped ? (open ? "PARTIALLY_FULFILLED" : "FULFILLED") : "UNFULFILLED";
    }

    int unfulfilled(OrderLine line) {
        return fulfillmentOrders.stream()
                .filter(FulfillmentOrder::live)
                .flatMap(each -> each.lines.stream())
                .filter(each -> each.line == line)
                .mapToInt(each -> each.remaining)
                .sum();
    }

    Optional<OrderLine> line(long lineNumber) {
        return lines.stream().filter(each -> each.number == lineNumber).findFirst();
    }

    Optional<Instant> dueAt() {
        PaymentTermsTemplate template = terms;
        return template == null
                ? Optional.empty()
                : template.dueInDays().map(days -> createdAt().plus(Duration.ofDays(days)));
    }
}
