package dev.drayage.testkit.shopify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order. Discounts and taxes are for the whole {@link #quantity()}, which also counts units that were
 * removed or refunded. Changed under the shop's lock.
 */
public final class OrderLine {
    final long number;
    final String title;
    final String sku;
    final @Nullable Variant variant;
    final boolean giftCard;
    final boolean requiresShipping;
    final boolean tip;
    final Bag unitPrice;
    final Map<String, String> attributes;
    final NewLine.@Nullable Bundle bundle;
    final long bundleNumber;
    final Bag duty;
    final long dutyNumber;
    List<Allocation> allocations;
    List<TaxRow> taxes;
    int quantity;
    int removed;
    int refunded;
    int fulfilled;
    int nonFulfillable;

    OrderLine(
            long number,
            NewLine draft,
            @Nullable Variant variant,
            boolean tip,
            Bag unitPrice,
            List<Allocation> allocations,
            List<TaxRow> taxes,
            Bag duty,
            long dutyNumber,
            long bundleNumber) {
        this.number = number;
        this.title = !draft.title.isEmpty()
                ? draft.title
                : variant == null ? draft.sku : variant.product().title();
        this.sku = draft.sku;
        this.variant = variant;
        this.giftCard = draft.giftCard;
        this.requiresShipping = draft.requiresShipping;
        this.tip = tip;
        this.unitPrice = unitPrice;
        this.attributes = Map.copyOf(draft.attributes);
        this.bundle = draft.bundle;
        this.bundleNumber = bundleNumber;
        this.duty = duty;
        this.dutyNumber = dutyNumber;
        this.allocations = List.copyOf(allocations);
        this.taxes = List.copyOf(taxes);
        this.quantity = draft.quantity;
        this.nonFulfillable = draft.nonFulfillable;
    }

    /** Global id. */
    public String gid() {
        return Gids.gid("LineItem", number);
    }

    /** Sku, empty for none. */
    public String sku() {
        return sku;
    }

    /** Title. */
    public String title() {
        return title;
    }

    /** The variant, if the shop has it. */
    public Optional<Variant> variant() {
        return Optional.ofNullable(variant);
    }

    /** Units ever ordered. */
    public int quantity() {
        return quantity;
    }

    /** Units after edits and refunds. */
    public int currentQuantity() {
        return quantity - removed - refunded;
    }

    /** Units shipped. */
    public int fulfilledQuantity() {
        return fulfilled;
    }

    /** Units refunded. */
    public int refundedQuantity() {
        return refunded;
    }

    /** Price of one unit. */
    public Bag unitPrice() {
        return unitPrice;
    }

    /** Discounts, for the whole quantity. */
    public List<Allocation> allocations() {
        return allocations;
    }

    /** Taxes, for the whole quantity. */
    public List<TaxRow> taxes() {
        return taxes;
    }

    Bag discount() {
        return allocations.stream().map(Allocation::amount).reduce(Bag.ZERO, Bag::plus);
    }

    Bag tax() {
        return taxes.stream().map(TaxRow::amount).reduce(Bag.ZERO, Bag::plus);
    }

    /** Price of so many units after all discounts. */
    Bag net(int units, Currencies currencies) {
        return unitPrice.times(units).minus(discount().share(units, quantity, currencies));
    }

    Bag tax(int units, Currencies currencies) {
        return tax().share(units, quantity, currencies);
    }
}
