package dev.drayage.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Which faults a seed has and how often each strikes; most seeds have few, so that each is seen clean. */
final class Faults {
    private static final Fault[] ALL = Fault.values();

    private final SplittableRandom random;
    private final double[] rates = new double[ALL.length];
    private boolean healed;

    /** Draws them. */
    Faults(SplittableRandom random) {
        this.random = random;
        List<Fault> left = new ArrayList<>(List.of(ALL));
        for (int i = drawCount(); i > 0; i--) {
            Fault fault = left.remove(random.nextInt(left.size()));
            rates[fault.ordinal()] = Math.min(1, fault.rate * Math.pow(2, random.nextInt(-1, 2)));
        }
    }

    private int drawCount() {
        double kind = random.nextDouble();
        if (kind < 0.08) {
            return 0;
        } else if (kind < 0.35) {
            return 1;
        } else if (kind < 0.8) {
            return random.nextInt(2, 6);
        }
        return random.nextInt(6, ALL.length);
    }

    /** Whether the seed has it, healed or not. */
    boolean has(Fault fault) {
        return rates[fault.ordinal()] > 0;
    }

    /** Whether it strikes here and now. */
    boolean strikes(Fault fault) {
        double rate = rates[fault.ordinal()];
        return rate > 0 && !healed && random.nextDouble() < rate;
    }

    /** Nothing strikes any more. */
    void heal() {
        healed = true;
    }

    boolean isHealed() {
        return healed;
    }

    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(", ");
        for (Fault fault : ALL) {
            if (has(fault)) {
                names.add(fault.name().toLowerCase(Locale.ROOT));
            }
        }
        return names.length() == 0 ? "no fault" : names.toString();
    }
}
