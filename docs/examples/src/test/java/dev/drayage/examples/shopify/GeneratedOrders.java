package dev.drayage.examples.shopify;

import dev.drayage.testkit.shopify.Discount;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Orders with odd amounts, drawn from a seed: taxes in prices or on top, one or several, discounts of lines, orders and carriage, free
 * lines, gift cards, duties, tips and fees. Amounts have the decimals of the currency. Not thread-safe.
 */
final class GeneratedOrders {
    /** The most SKUs of one order; they are called {@code SKU-1} and so on. */
    static final int SKUS = 5;

    private static final List<String> RATES = List.of("0.0825", "0.06875", "0.19", "0.07", "0.1025");

    private final SplittableRandom random;
    private final int decimals;
    private final int oneInSeveralRates;

    /**
     * Orders of a currency.
     *
     * @param oneInSeveralRates one in so many taxed orders has taxes that differ from line to line
     */
    GeneratedOrders(SplittableRandom random, int decimals, int oneInSeveralRates) {
        this.random = random;
        this.decimals = decimals;
        this.oneInSeveralRates = oneInSeveralRates;
    }

    /** The next order. */
    NewOrder next() {
        boolean taxed = !oneIn(6);
        boolean several = taxed && oneIn(oneInSeveralRates);
        boolean city = oneIn(3);
        boolean marketplace = oneIn(10);
        String rate = rate();
        List<NewLine> lines = new ArrayList<>();
        BigDecimal goods = BigDecimal.ZERO;
        for (int i = random.nextInt(1, SKUS + 1); i > 0; i--) {
            int units = random.nextInt(1, 10);
            String price = oneIn(12) ? "0" : amount(200);
            goods = goods.add(new BigDecimal(price).multiply(BigDecimal.valueOf(units)));
            NewLine line = NewLine.of("SKU-" + i, units, price);
            if (taxed && !oneIn(5)) {
                taxes(line, several ? rate() : rate, several ? oneIn(2) : city, marketplace);
            }
            if (oneIn(6)) {
                line.duty(amount(20));
            }
            lines.add(line);
        }
        if (oneIn(6)) {
            lines.add(NewLine.of("GIFT", random.nextInt(1, 3), amount(100)).giftCard());
        }
        NewOrder order = NewOrder.of(lines.toArray(NewLine[]::new));
        for (int i = random.nextInt(3); i > 0; i--) {
            order.shipping("Standard", amount(20), "State", taxed && !city && !marketplace ? rate : "0");
        }
        discounts(order, goods);
        additions(order);
        return order;
    }

    private static void taxes(NewLine line, String rate, boolean city, boolean marketplace) {
        if (marketplace) {
            line.remittedTax("State", rate);
        } else {
            line.tax("State", rate);
        }
        if (city) {
            line.tax("City", "0.015");
        }
    }

    /** Together never more than a line costs. */
    private void discounts(NewOrder order, BigDecimal goods) {
        if (oneIn(25)) {
            order.discount(Discount.code("ALL", "100"));
            return;
        }
        if (oneIn(3)) {
            order.discount(Discount.code("PART", random.nextInt(1, 40) + "." + random.nextInt(10)));
        }
        if (oneIn(4) && goods.signum() > 0) {
            order.discount(Discount.automatic("AUTUMN", part(goods, 20)));
        }
        if (oneIn(4)) {
            order.discount(Discount.manual("SCRATCHED", part(goods, 1), "SKU-1"));
        }
        if (oneIn(4)) {
            order.discount(Discount.shipping("SHIP", oneIn(2) ? "100" : "33"));
        }
    }

    private void additions(NewOrder order) {
        if (oneIn(4)) {
            order.tip(amount(9));
        }
        if (oneIn(4)) {
            order.fee("Recycling", amount(9));
        }
        if (oneIn(2)) {
            order.taxesIncluded();
        }
        if (oneIn(2)) {
            order.dutiesIncluded();
        }
        if (oneIn(8)) {
            order.paidIn("CAD", "1.37");
        }
    }

    /** Whether the next in so many. */
    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** An amount between the currency's least unit and {@code most}. */
    String amount(int most) {
        long units = BigDecimal.valueOf(most).movePointRight(decimals).longValueExact();
        return BigDecimal.valueOf(random.nextLong(1, units), decimals).toPlainString();
    }

    private String rate() {
        return RATES.get(random.nextInt(RATES.size()));
    }

    private String part(BigDecimal of, int mostPercent) {
        return of.multiply(BigDecimal.valueOf(random.nextLong(1, mostPercent * 100L + 1)))
                .movePointLeft(4)
                .setScale(decimals, RoundingMode.FLOOR)
                .toPlainString();
    }
}
