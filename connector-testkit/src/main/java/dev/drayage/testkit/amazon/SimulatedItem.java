package dev.drayage.testkit.amazon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of a simulated order. Immutable; amounts are in the order's currency, tax as given. */
public final class SimulatedItem {
    private final String orderItemId;
    private final String sku;
    private final String asin;
    private final String title;
    private final int quantity;
    private final BigDecimal unitPrice;
    private final List<ProceedsLine> proceeds;
    private final @Nullable BigDecimal statedTotal;
    private final String giftMessage;
    private final String giftWrapLevel;
    private final boolean marketplaceFacilitator;
    private final List<String> promotionIds;

    private SimulatedItem(Builder builder) {
        orderItemId = builder.orderItemId;
        sku = builder.sku;
        asin = builder.asin;
        title = builder.title;
        quantity = builder.quantity;
        unitPrice = builder.unitPrice;
        List<ProceedsLine> lines = new ArrayList<>();
        if (builder.proceeds.stream().noneMatch(line -> line.type().equals("ITEM"))) {
            lines.add(new ProceedsLine("ITEM", unitPrice.multiply(BigDecimal.valueOf(quantity)), List.of()));
        }
        lines.addAll(builder.proceeds);
        addParts(lines, "TAX", builder.tax);
        addParts(lines, "DISCOUNT", builder.discounts);
        proceeds = List.copyOf(lines);
        statedTotal = builder.statedTotal;
        giftMessage = builder.giftMessage;
        giftWrapLevel = builder.giftWrapLevel;
        marketplaceFacilitator = builder.marketplaceFacilitator;
        promotionIds = List.copyOf(builder.promotionIds);
    }

    private static void addParts(List<ProceedsLine> lines, String type, List<ProceedsLine.Part> parts) {
        if (!parts.isEmpty()) {
            BigDecimal sum = parts.stream().map(ProceedsLine.Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            lines.add(new ProceedsLine(type, sum, parts));
        }
    }

    /** Starts a line; the id is text and may begin with zeros. */
    public static Builder builder(String orderItemId, String sku, int quantity, String unitPrice) {
        return new Builder(orderItemId, sku, quantity, new BigDecimal(unitPrice));
    }

    /** Amazon's id of the line. */
    public String orderItemId() {
        return orderItemId;
    }

    /** The seller's SKU. */
    public String sku() {
        return sku;
    }

    /** Amazon's product id. */
    public String asin() {
        return asin;
    }

    /** Product title. */
    public String title() {
        return title;
    }

    /** Units ordered. */
    public int quantity() {
        return quantity;
    }

    /** Price of one unit. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }

    /** All breakdowns, ITEM first. */
    public List<ProceedsLine> proceeds() {
        return proceeds;
    }

    /** {@code proceedsTotal}: the sum of the breakdowns, unless the test states another. */
    public BigDecimal proceedsTotal() {
        return statedTotal != null
                ? statedTotal
                : proceeds.stream().map(ProceedsLine::subtotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The buyer's message, empty for none. */
    public String giftMessage() {
        return giftMessage;
    }

    /** The wrapping, empty for none. */
    public String giftWrapLevel() {
        return giftWrapLevel;
    }

    /** Whether Amazon collects and remits the tax. */
    public boolean marketplaceFacilitator() {
        return marketplaceFacilitator;
    }

    /** Promotions applied. */
    public List<String> promotionIds() {
        return promotionIds;
    }

    Optional<BigDecimal> statedTotal() {
        return Optional.ofNullable(statedTotal);
    }

    /** Collects the parts of a line. Not thread-safe. */
    public static final class Builder {
        private final String orderItemId;
        private final String sku;
        private final int quantity;
        private final BigDecimal unitPrice;
        private final List<ProceedsLine> proceeds = new ArrayList<>();
        private final List<ProceedsLine.Part> tax = new ArrayList<>();
        private final List<ProceedsLine.Part> discounts = new ArrayList<>();
        private final List<String> promotionIds = new ArrayList<>();
        private String asin;
        private String title;
        private @Nullable BigDecimal statedTotal;
        private String giftMessage = "";
        private String giftWrapLevel = "";
        private boolean marketplaceFacilitator;

        private Builder(String orderItemId, String sku, int quantity, BigDecimal unitPrice) {
            if (quantity < 1) {
                throw new IllegalArgumentException("An order item has at least one unit: " + orderItemId);
            }
            this.orderItemId = orderItemId;
            this.sku = sku;
            this.quantity = quantity;
            this.unitPrice = unitPrice;
            this.asin = "B0TEST0001";
            this.title = sku;
        }

        /** Amazon's product id. */
        public Builder asin(String value) {
            asin = value;
            return this;
        }

        /** Product title; the SKU unless set. */
        public Builder title(String value) {
            title = value;
            return this;
        }

        /**
         * Any breakdown, as it shall be answered. ITEM is unit price times quantity unless given here; TAX and DISCOUNT
         * given here come without details.
         */
        public Builder proceeds(String type, String subtotal) {
            proceeds.add(new ProceedsLine(type, new BigDecimal(subtotal), List.of()));
            return this;
        }

        /** Shipping charge of the line. */
        public Builder shipping(String amount) {
            return proceeds("SHIPPING", amount);
        }

        /** Gift wrapping with its charge; the level and message travel with the item's packing data. */
        public Builder giftWrap(String level, String message, String amount) {
            giftWrapLevel = level;
            giftMessage = message;
            return proceeds("GIFT_WRAP", amount);
        }

        /** Part of the tax, on ITEM, SHIPPING, GIFT_WRAP, COD_FEE or DISCOUNT. */
        public Builder tax(String subtype, String amount) {
            tax.add(new ProceedsLine.Part(subtype, new BigDecimal(amount)));
            return this;
        }

        /** Part of the discount, on ITEM or SHIPPING, signed as it counts: normally negative. */
        public Builder discount(String subtype, String amount) {
            discounts.add(new ProceedsLine.Part(subtype, new BigDecimal(amount)));
            return this;
        }

        /** A promotion id. */
        public Builder promotion(String promotionId) {
            promotionIds.add(promotionId);
            return this;
        }

        /** Amazon collects and remits the tax. */
        public Builder marketplaceFacilitator() {
            marketplaceFacilitator = true;
            return this;
        }

        /** States a {@code proceedsTotal} that need not be the sum of the breakdowns. */
        public Builder proceedsTotal(String amount) {
            statedTotal = new BigDecimal(amount);
            return this;
        }

        /** The line. */
        public SimulatedItem build() {
            return new SimulatedItem(this);
        }
    }
}
