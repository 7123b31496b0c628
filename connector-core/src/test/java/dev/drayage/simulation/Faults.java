package dev.drayage.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Which faults a seed has and how often each strikes; most seeds have few, so that each is seen clean. */
final class Faults {
    private static final Fault[] ALL = Fault.values();

    private static final List<Double> FACTORS = List.of(0.5, 1.0, 2.0);

    private final SplittableRandom random;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private boolean healed;

    /** Draws them. */
    Faults(SplittableRandom random) {
        this.random = random;
        List<Fault> left = new ArrayList<>(List.of(ALL));
        for (int i = drawCount(); i > 0; i--) {
            Fault fault = left.remove(random.nextInt(left.size()));
            rates.put(fault, Math.min(1, fault.rate * FACTORS.get(random.nextInt(FACTORS.size()))));
        }
    }

    private int drawCount() {
        double kind = random.nextDouble();
        if (kind < 0.08) {
            return 0;
        } else if (kind < 0.35) {
            return 1;
        } else if (kind < 0.8) {
            return random.nextInt(2, 7);
        }
        return random.nextInt(6, ALL.length);
    }

    /** Whether the seed has it, healed or not. */
    boolean has(Fault fault) {
        return rates.containsKey(fault);
    }

    /** Whether it strikes here and now. */
    boolean strikes(Fault fault) {
        Double rate = rates.get(fault);
        return rate != null && !healed && random.nextDouble() < rate;
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
