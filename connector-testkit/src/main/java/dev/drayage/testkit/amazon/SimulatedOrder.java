package dev.drayage.testkit.amazon;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order as the buyer placed it, to be put into {@link OrderBook}. Immutable; times are cut to milliseconds, the
 * precision Amazon answers with.
 */
public final class SimulatedOrder {
    static final Pattern ORDER_ID = Pattern.compile("\\d{3}-\\d{7}-\\d{7}");

    private final Builder parts;

    private SimulatedOrder(Builder parts) {
        this.parts = parts;
    }

    /**
     * Starts an order in the US store, in USD, shipped by the merchant, ready to ship.
     *
     * @throws IllegalArgumentException if the id is not of the form 3-7-7
     */
    public static Builder builder(String orderId, Instant createdTime) {
        return new Builder(orderId, createdTime.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A builder that holds this order's parts, for an edited copy. */
    public Builder toBuilder() {
        return new Builder(parts, new ArrayList<>(parts.items));
    }

    /** Amazon's id of the order, 3-7-7. */
    public String orderId() {
        return parts.orderId;
    }

    /** When the buyer placed it. */
    public Instant createdTime() {
        return parts.createdTime;
    }

    /** Last change before the order came into the simulator; the creation unless set. */
    public Instant lastUpdatedTime() {
        return parts.lastUpdatedTime;
    }

    /** Store. */
    public Marketplace marketplace() {
        return parts.marketplace;
    }

    /** ISO 4217 code of all amounts. */
    public String currency() {
        return parts.currency;
    }

    /** AMAZON or NON_AMAZON. */
    public String channelName() {
        return parts.channelName;
    }

    /** Who ships. */
    public FulfilledBy fulfilledBy() {
        return parts.fulfilledBy;
    }

    /** Status at the start. */
    public FulfillmentStatus status() {
        return parts.status;
    }

    /** Shipping speed, such as STANDARD. */
    public String serviceLevel() {
        return parts.serviceLevel;
    }

    /** Programs, such as PRIME or AMAZON_BUSINESS. */
    public List<String> programs() {
        return parts.programs;
    }

    /** The merchant's own number, empty for none. */
    public String sellerOrderId() {
        return parts.sellerOrderId;
    }

    /** The order that this one replaces. */
    public Optional<String> replaces() {
        return Optional.ofNullable(parts.replaces);
    }

    /** Who bought. */
    public Optional<SimulatedBuyer> buyer() {
        return Optional.ofNullable(parts.buyer);
    }

    /** Where it goes. */
    public Optional<SimulatedAddress> recipient() {
        return Optional.ofNullable(parts.recipient);
    }

    /** When it must be handed to the carrier. */
    public Optional<TimeWindow> shipBy() {
        return Optional.ofNullable(parts.shipBy);
    }

    /** When it was promised to arrive. */
    public Optional<TimeWindow> deliverBy() {
        return Optional.ofNullable(parts.deliverBy);
    }

    /** Payment method, empty for none. */
    public String paymentMethod() {
        return parts.paymentMethod;
    }

    /** Lines in the order they are answered. */
    public List<SimulatedItem> items() {
        return parts.items;
    }

    /** One line. */
    public Optional<SimulatedItem> item(String orderItemId) {
        return parts.items.stream()
                .filter(item -> item.orderItemId().equals(orderItemId))
                .findFirst();
    }

    /** {@code grandTotal}: the sum of the lines' totals, unless the test states another. */
    public BigDecimal grandTotal() {
        return parts.grandTotal != null
                ? parts.grandTotal
                : parts.items.stream().map(SimulatedItem::proceedsTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether DISCOUNT amounts are answered as positive numbers that the total subtracts. */
    public boolean positiveDiscounts() {
        return parts.positiveDiscounts;
    }

    /** Whether no lines are shown while the order is pending. */
    public boolean itemsHiddenWhilePending() {
        return parts.itemsHiddenWhilePending;
    }

    /** Whether prices show although the order is pending, as was seen in the Japanese store. */
    public boolean pricedWhilePending() {
        return parts.pricedWhilePending;
    }

    /** How many parcels a believable warehouse would make of it; a hint for tests, never answered. */
    public int parcels() {
        return parts.parcels;
    }

    /** Collects the parts of an order. Not thread-safe. */
    public static final class Builder {
        private final String orderId;
        private final Instant createdTime;
        private Instant lastUpdatedTime;
        private Marketplace marketplace = Marketplace.US;
        private String currency = "USD";
        private String channelName = "AMAZON";
        private FulfilledBy fulfilledBy = FulfilledBy.MERCHANT;
        private FulfillmentStatus status = FulfillmentStatus.UNSHIPPED;
        private String serviceLevel = "STANDARD";
        private List<String> programs = List.of();
        private String sellerOrderId = "";
        private String paymentMethod = "";
        private @Nullable String replaces;
        private @Nullable SimulatedBuyer buyer;
        private @Nullable SimulatedAddress recipient;
        private @Nullable TimeWindow shipBy;
        private @Nullable TimeWindow deliverBy;
        private @Nullable BigDecimal grandTotal;
        private boolean positiveDiscounts;
        private boolean itemsHiddenWhilePending;
        private boolean pricedWhilePending;
        private int parcels = 1;
        private List<SimulatedItem> items = new ArrayList<>();

        private Builder(String orderId, Instant createdTime) {
            if (!ORDER_ID.matcher(orderId).matches()) {
                throw new IllegalArgumentException("An Amazon order id has the form 3-7-7, not " + orderId);
            }
            this.orderId = orderId;
            this.createdTime = createdTime;
            this.lastUpdatedTime = createdTime;
        }

        private Builder(Builder other, List<SimulatedItem> items) {
            orderId = other.orderId;
            createdTime = other.createdTime;
            lastUpdatedTime = other.lastUpdatedTime;
            marketplace = other.marketplace;
            currency = other.currency;
            channelName = other.channelName;
            fulfilledBy = other.fulfilledBy;
            status = other.status;
            serviceLevel = other.serviceLevel;
            programs = other.programs;
            sellerOrderId = other.sellerOrderId;
            paymentMethod = other.paymentMethod;
            replaces = other.replaces;
            buyer = other.buyer;
            recipient = other.recipient;
            shipBy = other.shipBy;
            deliverBy = other.deliverBy;
            grandTotal = other.grandTotal;
            positiveDiscounts = other.positiveDiscounts;
            itemsHiddenWhilePending = other.itemsHiddenWhilePending;
            pricedWhilePending = other.pricedWhilePending;
            parcels = other.parcels;
            this.items = items;
        }

        /** Last change so far. */
        public Builder lastUpdatedTime(Instant value) {
            lastUpdatedTime = value.truncatedTo(ChronoUnit.MILLIS);
            return this;
        }

        /** Store; also sets its currency. */
        public Builder marketplace(Marketplace value) {
            marketplace = value;
            currency = value.currency();
            return this;
        }

        /** Currency of all amounts. */
        public Builder currency(String value) {
            currency = value;
            return this;
        }

        /** The order came from another shop and Amazon only ships it (Multi-Channel Fulfillment). */
        public Builder nonAmazonChannel() {
            channelName = "NON_AMAZON";
            return this;
        }

        /** Who ships. */
        public Builder fulfilledBy(FulfilledBy value) {
            fulfilledBy = value;
            return this;
        }

        /** Status at the start. */
        public Builder status(FulfillmentStatus value) {
            status = value;
            return this;
        }

        /** Shipping speed. */
        public Builder serviceLevel(String value) {
            serviceLevel = value;
            return this;
        }

        /** Programs; any word goes, so that unknown ones can be fed. */
        public Builder programs(String... values) {
            programs = List.of(values);
            return this;
        }

        /** The merchant's own number. */
        public Builder sellerOrderId(String value) {
            sellerOrderId = value;
            return this;
        }

        /** Payment method, such as CreditCard. */
        public Builder paymentMethod(String value) {
            paymentMethod = value;
            return this;
        }

        /** The order replaces an earlier one, free of charge. */
        public Builder replaces(String originalOrderId) {
            replaces = originalOrderId;
            return this;
        }

        /** Who bought. */
        public Builder buyer(SimulatedBuyer value) {
            buyer = value;
            return this;
        }

        /** Where it goes. */
        public Builder recipient(SimulatedAddress value) {
            recipient = value;
            return this;
        }

        /** When it must be handed to the carrier. */
        public Builder shipBy(Instant earliest, Instant latest) {
            shipBy = new TimeWindow(earliest, latest);
            return this;
        }

        /** When it was promised to arrive. */
        public Builder deliverBy(Instant earliest, Instant latest) {
            deliverBy = new TimeWindow(earliest, latest);
            return this;
        }

        /** Adds a line. */
        public Builder item(SimulatedItem item) {
            items.add(item);
            return this;
        }

        /** Replaces all lines. */
        public Builder items(List<SimulatedItem> values) {
            items = new ArrayList<>(values);
            return this;
        }

        /** States a {@code grandTotal} that need not be the sum of the lines. */
        public Builder grandTotal(String amount) {
            grandTotal = new BigDecimal(amount);
            return this;
        }

        /**
         * Answers DISCOUNT as positive amounts that the totals subtract. Amazon documents neither sign, so a client
         * must stand both.
         */
        public Builder positiveDiscounts() {
            positiveDiscounts = true;
            return this;
        }

        /** Shows no lines while the order is pending, as Amazon does at times. */
        public Builder itemsHiddenWhilePending() {
            itemsHiddenWhilePending = true;
            return this;
        }

        /** Shows prices although the order is pending, as was seen in the Japanese store. */
        public Builder pricedWhilePending() {
            pricedWhilePending = true;
            return this;
        }

        /** How many parcels a believable warehouse would make of it. */
        public Builder parcels(int value) {
            parcels = value;
            return this;
        }

        /** The order; later changes of this builder do not reach it. */
        public SimulatedOrder build() {
            return new SimulatedOrder(new Builder(this, List.copyOf(items)));
        }
    }
}
