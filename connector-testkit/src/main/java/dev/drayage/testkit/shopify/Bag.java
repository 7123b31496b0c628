package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the shop's currency and the same amount in the buyer's. Immutable; the currencies are those of the order.
 *
 * @param shop in the shop's currency
 * @param presentment in the currency that the buyer paid in
 */
public record Bag(BigDecimal shop, BigDecimal presentment) {
    /** Nothing, in any currency. */
    public static final Bag ZERO = new Bag(BigDecimal.ZERO, BigDecimal.ZERO);

    /** The sum. */
    public Bag plus(Bag other) {
        return new Bag(shop.add(other.shop), presentment.add(other.presentment));
    }

    /** The difference. */
    public Bag minus(Bag other) {
        return new Bag(shop.subtract(other.shop), presentment.subtract(other.presentment));
    }

    /** That many times this. */
    public Bag times(int count) {
        return new Bag(shop.multiply(BigDecimal.valueOf(count)), presentment.multiply(BigDecimal.valueOf(count)));
    }

    /** The opposite amount. */
    public Bag negated() {
        return new Bag(shop.negate(), presentment.negate());
    }

    /** Whether both amounts are zero. */
    public boolean isZero() {
        return shop.signum() == 0 && presentment.signum() == 0;
    }

    /** The part that {@code count} of {@code of} units have in this, half a unit of the last place rounded away from zero. */
    Bag share(int count, int of, Currencies currencies) {
        return of == 0 || count == of
                ? (of == 0 ? ZERO : this)
                : new Bag(
                        part(shop, count, of, currencies.shopScale()),
                        part(presentment, count, of, currencies.presentmentScale()));
    }

    private static BigDecimal part(BigDecimal amount, int count, int of, int scale) {
        return amount.multiply(BigDecimal.valueOf(count)).divide(BigDecimal.valueOf(of), scale, RoundingMode.HALF_UP);
    }

    Bag share(BigDecimal factor, Currencies currencies) {
        return new Bag(
                shop.multiply(factor).setScale(currencies.shopScale(), RoundingMode.HALF_UP),
                presentment.multiply(factor).setScale(currencies.presentmentScale(), RoundingMode.HALF_UP));
    }
}
