package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.examples.quickstart.Checker;
import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.examples.quickstart.Warehouse;
import dev.drayage.testkit.amazon.FulfilledBy;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1, G2 and G8 with real processes, a real file and real deaths. */
class KilledProcessTest {
    private static final long SEED = Long.getLong("drayage.seed", 20_261_121L);
    private static final int ORDERS = 300;
    private static final int KILLS = 20;
    private static final int MOST_STARTS = 60;

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private final Map<String, Integer> atWork = new TreeMap<>();

    @Test
    void G1_G2_a_process_that_is_killed_twenty_times_loses_nothing_and_doubles_nothing() throws Exception {
        Instant start = Instant.now().minus(Duration.ofDays(9));
        Warehouse warehouse = new Warehouse(folder.resolve("exchange"));
        try (SimulatedWorld world = SimulatedWorld.start(InstantSource.system(), orders(start))) {
            world.amazon().quota().unlimited();
            world.amazon().quota().sendRateLimitHeader(false);
            Path settings = settings(world, start);
            SplittableRandom random = new SplittableRandom(SEED);
            int kills = 0;
            for (int round = 0; kills < KILLS && round < MOST_STARTS; round++) {
                if (round % 3 == 0) {
                    Instant until = start.plus(Duration.ofDays(round / 3 + 1));
                    warehouse.ship(world.amazon().orders(), until, Instant.now(), round);
                }
                // on a machine that does much else the first sync alone may take longer than that
                int patience = atWork.size() > 1 ? 1 : 1 + kills / 4;
                Duration life = Duration.ofMillis(random.nextLong(50, 900)).multipliedBy(patience);
                kills += run(settings, life) ? 1 : 0;
            }
            System.out.println("seed " + SEED + ", killed while " + atWork);
            assertThat(atWork)
                    .as("the time of the kills: %s", said)
                    .doesNotContainKey("nothing")
                    .hasSizeGreaterThan(1);
            assertThat(kills).as("seed %s: %s", SEED, said).isEqualTo(KILLS);
            warehouse.ship(world.amazon().orders(), Instant.now(), Instant.now(), MOST_STARTS);
            run(settings, Duration.ofMinutes(2));
            run(settings, Duration.ofMinutes(2));
            Checker checker = new Checker(world.amazon(), world.netsuite(), warehouse);
            assertThat(checker.check()).as("seed %s: %s", SEED, said).isEmpty();
            assertThat(checker.summary()).endsWith("difference 0.00");
            assertThat(checker.missing()).isEqualTo(3);
        }
    }

    /** None of Prime that the merchant ships: its label changes the order now, and the last two minutes are not read. */
    private static List<SimulatedOrder> orders(Instant start) {
        return SimulatedWorld.week(ORDERS, SEED, start).stream()
                .filter(order -> order.fulfilledBy() == FulfilledBy.AMAZON
                        || !order.programs().contains("PRIME"))
                .toList();
    }

    private Path settings(SimulatedWorld world, Instant start) throws IOException {
        Properties properties = new Properties();
        world.netsuiteSettings().forEach((name, value) -> properties.setProperty("netsuite." + name, value));
        world.amazonSettings().forEach((name, value) -> properties.setProperty("amazon." + name, value));
        Map<String, String> files = new ShipmentFiles(folder.resolve("exchange")).settings();
        files.forEach((name, value) -> properties.setProperty("warehouse." + name, value));
        properties.setProperty("netsuite.query.lag", "PT0S");
        properties.setProperty("amazon.shipment.absenceGrace", "PT0S");
        // published are one search in three minutes and one order in two seconds, also over restarts
        properties.setProperty("amazon.quota.rates", "searchOrders=100/100,getOrder=500/500,confirmShipment=500/500");
        properties.setProperty("ledger", folder.resolve("ledger").toString());
        properties.setProperty("goLive", start.toString());
        Path file = folder.resolve("settings.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "");
        }
        return file;
    }

    /** Starts a process, lets it work for a while and kills it; returns whether it died of that. */
    private boolean run(Path settings, Duration life) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SyncingProcess.class.getName(),
                        settings.toString())
                .redirectErrorStream(true)
                .start();
        boolean killed = false;
        String at = "nothing";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean working = false;
            for (String line = lines.readLine(); line != null; line = working ? null : lines.readLine()) {
                said.add(line);
                working = line.startsWith(SyncingProcess.WORKING);
                at = working ? line : at;
            }
            killed = !process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly(); // the process's own method would close its output
            process.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        }
        if (killed) {
            atWork.merge(at, 1, Integer::sum);
        }
        said.add(killed ? "-- killed" : "-- ended by itself");
        return killed;
    }
}
