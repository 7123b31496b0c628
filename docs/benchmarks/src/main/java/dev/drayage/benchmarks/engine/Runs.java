package dev.drayage.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What one contender used in each round, and the bare loop in the same one. Not thread-safe. */
final class Runs {
    private final List<Meter> used = new ArrayList<>();
    private final List<Meter> bare = new ArrayList<>();

    void add(Meter used, Meter bare) {
        this.used.add(used);
        this.bare.add(bare);
    }

    /** The middle one of a figure. */
    double middle(ToDoubleFunction<Meter> figure) {
        return middle(used.stream().map(figure::applyAsDouble).toList());
    }

    /** By how much the middle one is above the middle one of the bare loop. */
    double added(ToDoubleFunction<Meter> figure) {
        return middle(figure) - middle(bare.stream().map(figure::applyAsDouble).toList());
    }

    /** The throughput beside that of the bare loop, the middle one of the rounds. */
    double pace() {
        return middle(paces());
    }

    String eachPace() {
        return paces().stream().map("%.2f"::formatted).collect(Collectors.joining(", "));
    }

    /** The processor time beside that of the bare loop, the middle one of the rounds. */
    double processor() {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < used.size(); round++) {
            ratios.add((double) used.get(round).cpuNanos() / bare.get(round).cpuNanos());
        }
        return middle(ratios);
    }

    /** What the host of the machine took meanwhile, of all processors' time, round by round. */
    String eachStolen() {
        return used.stream()
                .map(it -> "%.0f".formatted(it.host().share() * 100))
                .collect(Collectors.joining(", "));
    }

    private List<Double> paces() {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < used.size(); round++) {
            ratios.add((double) bare.get(round).nanos() / used.get(round).nanos());
        }
        return ratios;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
