package dev.drayage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    private static List<String> share(String sum, String currency, String... weights) {
        return LargestRemainder.share(
                        Money.of(sum, currency),
                        Stream.of(weights).map(BigDecimal::new).toList())
                .stream()
                .map(money -> money.amount().toPlainString())
                .toList();
    }

    @Test
    void what_rounding_loses_goes_to_those_that_lost_most() {
        assertThat(share("1.00", "USD", "1", "1", "1")).containsExactly("0.34", "0.33", "0.33");
        assertThat(share("10.00", "USD", "1", "5", "0.7")).containsExactly("1.49", "7.46", "1.05");
        assertThat(share("-1.00", "USD", "1", "1", "1")).containsExactly("-0.34", "-0.33", "-0.33");
    }

    @Test
    void a_currency_is_shared_out_in_its_own_units() {
        assertThat(share("100", "JPY", "1", "1", "1")).containsExactly("34", "33", "33");
        assertThat(share("1.000", "KWD", "1", "1", "1")).containsExactly("0.334", "0.333", "0.333");
    }

    @Test
    void without_any_weight_the_first_gets_everything() {
        assertThat(share("1.00", "USD", "0", "0")).containsExactly("1.00", "0.00");
    }

    @Test
    void no_weight_and_weights_below_zero_are_refused() {
        assertThatThrownBy(() -> share("1.00", "USD")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share("1.00", "USD", "2", "-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shares_always_come_to_the_sum_and_are_never_a_unit_off_their_part() {
        long seed = 20_261_121L;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            Money sum = Money.of(
                    BigDecimal.valueOf(random.nextLong(-99_999, 99_999), 2).toPlainString(), "USD");
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                weights.add(BigDecimal.valueOf(random.nextLong(0, 5_000), 2));
            }
            BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Money> shares = LargestRemainder.share(sum, weights);
            Money back = shares.stream().reduce(Money.zero(sum.currency()), Money::plus);
            assertThat(back).isEqualTo(sum);
            for (int i = 0; all.signum() > 0 && i < shares.size(); i++) {
                BigDecimal off = shares.get(i)
                        .amount()
                        .multiply(all)
                        .subtract(sum.amount().multiply(weights.get(i)))
                        .abs();
                assertThat(off).isLessThan(all.multiply(new BigDecimal("0.01")));
            }
        }
    }
}
