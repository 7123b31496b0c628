package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** How many units are promised of what is available. */
class PromiseTest {
    private static String promise(PromiseSyncs.Options options, String available) {
        return options.promise(new BigDecimal(available)).toPlainString();
    }

    @Test
    void what_is_available_is_promised_less_the_buffer_and_never_below_zero() {
        PromiseSyncs.Options keeping = PromiseSyncs.Options.standard().keeping(3);
        assertThat(promise(keeping, "10")).isEqualTo("7");
        assertThat(promise(keeping, "3")).isEqualTo("0");
        assertThat(promise(keeping, "2")).isEqualTo("0");
        assertThat(promise(PromiseSyncs.Options.standard(), "-4")).isEqualTo("0");
    }

    @Test
    void half_a_unit_is_no_unit() {
        assertThat(promise(PromiseSyncs.Options.standard(), "4.99")).isEqualTo("4");
        assertThat(promise(PromiseSyncs.Options.standard().sharing(new BigDecimal("0.5")), "5"))
                .isEqualTo("2");
    }

    @Test
    void no_more_than_the_bound_is_promised() {
        assertThat(promise(PromiseSyncs.Options.standard().atMost(25), "400")).isEqualTo("25");
        assertThat(promise(PromiseSyncs.Options.standard().atMost(25), "4")).isEqualTo("4");
    }

    @Test
    void a_part_outside_its_range_is_refused() {
        assertThatThrownBy(() -> PromiseSyncs.Options.standard().sharing(new BigDecimal("1.1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PromiseSyncs.Options.standard().keeping(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
