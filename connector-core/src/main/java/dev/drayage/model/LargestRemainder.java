package dev.drayage.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares a sum out in whole units of its currency so that the shares come to exactly the sum: each gets its part rounded
 * towards zero, and what is left goes one unit at a time to those that lost most by rounding, the earlier ones first where they
 * lost alike. Stateless.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * The shares, in the order of the weights; where all weights are zero the first gets everything.
     *
     * @param sum what is shared out, of either sign; more decimals than the currency has are kept as the unit
     * @param weights one for each share, none below zero
     * @throws IllegalArgumentException if there is no weight or one is below zero
     */
    public static List<Money> share(Money sum, List<BigDecimal> weights) {
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("LargestRemainder.weights must be some, and none below zero");
        }
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int decimals = sum.amount().scale();
        BigDecimal total = sum.amount().abs();
        List<BigDecimal> shares = new ArrayList<>();
        List<BigDecimal> lost = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            BigDecimal weight = all.signum() == 0 ? (i == 0 ? BigDecimal.ONE : BigDecimal.ZERO) : weights.get(i);
            BigDecimal divisor = all.signum() == 0 ? BigDecimal.ONE : all;
            BigDecimal share = total.multiply(weight).divide(divisor, decimals, RoundingMode.DOWN);
            shares.add(share);
            // compared among themselves only, so the common divisor is left out
            lost.add(total.multiply(weight).subtract(share.multiply(divisor)));
            given = given.add(share);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        List<Integer> order = IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(lost::get).reversed())
                .toList();
        for (int i = 0; given.compareTo(total) < 0; i++) {
            int next = order.get(i % order.size());
            shares.set(next, shares.get(next).add(unit));
            given = given.add(unit);
        }
        return shares.stream()
                .map(share -> new Money(sum.signum() < 0 ? share.negate() : share, sum.currency()))
                .toList();
    }
}
