package dev.drayage.benchmarks.quota;

import dev.drayage.benchmarks.Section;
import dev.drayage.testing.quota.Company;
import dev.drayage.testing.quota.Figures;
import dev.drayage.testing.quota.PublishedPlans;
import dev.drayage.testing.quota.Scenario;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The published plans in virtual time, from the same table as the tests: used and refused, alone, in company, and with a plan
 * that is wrong. The same on every machine.
 */
public final class QuotaSection implements Section {
    private static final long SEED = 20261120;
    /** What Amazon alone shows in the last line leaves these out: the aim cannot be had there, and nothing here calls them. */
    private static final String BURST_OF_ONE = "burst 1";

    private static final String FOOT = """

            - An empty cell: the vendor has no such case. Slots are held or not; Shopify and ShipStation tell what is left in every answer.
            - Where Amazon's buckets are shared most is lost, because no answer tells what is left: that another client came is learnt
              from refusals, that it went by trying.
            - A bucket with a burst of one cannot be used to the last percent without refusals: a request must not arrive before its
              unit is there. No operation that is called here has one.
            - The last line that the command prints tells each vendor alone. Amazon's is the worst of its operations with a burst above
              one, used and refused each.
            """;

    /** A line of the table. */
    private record Bucket(String vendor, String operation, String plan) {}

    @Override
    public Result measure() {
        Map<Bucket, Map<Company, Figures>> found = new LinkedHashMap<>();
        for (Scenario scenario : PublishedPlans.all()) {
            Bucket bucket = new Bucket(scenario.vendor(), scenario.operation(), scenario.plan());
            found.computeIfAbsent(bucket, key -> new EnumMap<>(Company.class))
                    .put(scenario.company(), scenario.model().run(PublishedPlans.chance(SEED)));
        }
        return new Result(markdown(found), lastLine(found));
    }

    private static String markdown(Map<Bucket, Map<Company, Figures>> found) {
        long rows = found.values().stream().mapToLong(Map::size).sum();
        long missed = found.values().stream()
                .flatMap(row -> row.values().stream())
                .filter(figures -> !Scenario.AIM.by(figures))
                .count();
        String heads = Arrays.stream(Company.values()).map(Company::words).collect(Collectors.joining(" | "));
        String rules = "|---".repeat(Company.values().length + 2) + "|\n";
        String table = found.entrySet().stream()
                .map(row -> "| " + row.getKey().vendor() + ", " + row.getKey().operation() + " | "
                        + row.getKey().plan() + " | "
                        + Arrays.stream(Company.values())
                                .map(company -> cell(row.getValue().get(company)))
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining());
        return """
            `mvn -q -Pbenchmarks -Dbench=quota -pl docs/benchmarks -am`, in virtual time, so the same on every machine; seed %d.

            Work waits all the time; the vendor is a model written from its documents, and counts. Each cell: used share of what was
            there for us / refused share of our calls, in %%. The aim is at least 98 used and at most 0.2 refused; **bold** misses it:
            %d of %d cells. Another client always gets in and takes 40 %% of the quota (two of NetSuite's five slots) for the middle
            third of the time. `PublishedPlansTest` holds every cell in each build, those that miss the aim at what they reach.

            """.formatted(SEED, missed, rows) + "| bucket | published | " + heads + " |\n" + rules + table + FOOT;
    }

    private static String cell(@org.jspecify.annotations.Nullable Figures figures) {
        if (figures == null) {
            return "";
        }
        String text = percent(figures.usedShare()) + " / " + percent(figures.refusedShare());
        return Scenario.AIM.by(figures) ? text : "**" + text + "**";
    }

    private static String lastLine(Map<Bucket, Map<Company, Figures>> found) {
        return "quota: "
                + List.of("NetSuite", "Amazon", "Shopify", "ShipStation").stream()
                        .map(vendor -> vendor.toLowerCase(Locale.ROOT) + " " + worstAlone(vendor, found))
                        .collect(Collectors.joining(", "));
    }

    private static String worstAlone(String vendor, Map<Bucket, Map<Company, Figures>> found) {
        List<Figures> alone = found.entrySet().stream()
                .filter(row -> row.getKey().vendor().equals(vendor)
                        && !row.getKey().plan().endsWith(BURST_OF_ONE))
                .map(row -> row.getValue().get(Company.ALONE))
                .filter(figures -> figures != null)
                .toList();
        double used = alone.stream().mapToDouble(Figures::usedShare).min().orElseThrow();
        double refused = alone.stream().mapToDouble(Figures::refusedShare).max().orElseThrow();
        return percent(used) + "/" + percent(refused);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * 100);
    }
}
