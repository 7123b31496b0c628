package dev.drayage.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Seeds that were not played are not seeds without a violation. */
class SeedsTest {
    private final Set<Long> played = ConcurrentHashMap.newKeySet();

    @Test
    void a_seed_that_cannot_be_played_fails_the_whole_and_is_named() {
        for (Throwable why : List.of(new IllegalStateException("broken"), new NoClassDefFoundError("missing"))) {
            played.clear();
            Seeds seeds = new Seeds(1, 50, false, seed -> seed == 17 ? broken(why) : fine(seed));
            assertThatThrownBy(seeds::play)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("seed 17")
                    .hasRootCause(why);
        }
    }

    @Test
    void each_seed_is_played_once_and_the_wrong_ones_are_told_in_order() throws InterruptedException {
        Seeds seeds = new Seeds(3, 40, false, seed -> seed % 10 == 0 ? wrong(seed) : fine(seed));
        assertThat(seeds.play()).extracting(Simulation.Result::seed).containsExactly(10L, 20L, 30L, 40L);
        assertThat(played).hasSize(40).contains(3L, 42L);
    }

    @Test
    void the_first_wrong_seed_is_found_though_later_ones_are_wrong_too() throws InterruptedException {
        Seeds seeds = new Seeds(1, 1000, true, seed -> seed >= 25 ? wrong(seed) : fine(seed));
        assertThat(seeds.play().get(0).seed()).isEqualTo(25);
    }

    private Simulation.Result fine(long seed) {
        assertThat(played.add(seed)).as("seed %s twice", seed).isTrue();
        return new Simulation.Result(seed, Optional.empty(), seed, "", "");
    }

    private Simulation.Result wrong(long seed) {
        assertThat(played.add(seed)).as("seed %s twice", seed).isTrue();
        return new Simulation.Result(seed, Optional.of("G1 broken"), seed, "", "");
    }

    private static Simulation.Result broken(Throwable why) {
        if (why instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) why;
    }
}
