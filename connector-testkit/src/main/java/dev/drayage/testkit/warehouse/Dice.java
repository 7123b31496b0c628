package dev.drayage.testkit.warehouse;

import java.util.List;
import java.util.SplittableRandom;

/** All chance that there is in a warehouse. The same seed throws the same. Not thread-safe; the simulator guards it. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Whether something with this share of all cases happens now; what never happens costs no throw. */
    boolean happens(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    /** A number from 0 to {@code most}. */
    int upTo(int most) {
        return most <= 0 ? 0 : random.nextInt(most + 1);
    }

    /** Puts a list into any order. */
    <T> void mix(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(other));
            list.set(other, moved);
        }
    }
}
