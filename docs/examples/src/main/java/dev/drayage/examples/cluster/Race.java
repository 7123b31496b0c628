package dev.drayage.examples.cluster;

import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.amazon.TradingWeek;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Merchants sell and ship while processes work for them and are killed at random; at the end everything must be booked and
 * confirmed exactly once. Real processes, a real database, real kills; only time goes faster.
 */
public final class Race implements AutoCloseable {
    private static final int SPEED = 60;
    private static final int NODES = 3;
    private static final int HOURS_OF_A_WEEK = 168;
    private static final List<String> MERCHANTS = List.of("acme", "bolt", "crane");
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(100);

    private final FastTime time = FastTime.from(START, SPEED);
    private final List<ShippedWorld> worlds = new ArrayList<>();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final SplittableRandom dice;
    private final int seconds;
    private int kills;

    /**
     * Starts the merchants' systems and the processes.
     *
     * @param database address of an empty PostgreSQL database
     * @param folder where settings and logs go
     * @param seed who is killed when, and what is sold
     * @param seconds how long processes are killed; the trade goes on as long
     * @param ordersAnHour of each merchant, by the clock that goes faster
     */
    public Race(String database, Path folder, long seed, int seconds, int ordersAnHour) throws IOException {
        this.seconds = seconds;
        dice = new SplittableRandom(seed);
        Instant end = START.plusSeconds((long) seconds * SPEED);
        for (String merchant : MERCHANTS) {
            List<SimulatedOrder> sold = TradingWeek.orders(
                            seed + worlds.size(), ordersAnHour * HOURS_OF_A_WEEK, START, SimulatedWorld.articles())
                    .stream()
                    .filter(order -> order.lastUpdatedTime().isBefore(end))
                    .toList();
            SimulatedWorld world = SimulatedWorld.start(time, sold);
            worlds.add(new ShippedWorld(merchant, world));
            new MerchantSettings(merchant, world.amazonSettings(), world.netsuiteSettings()).write(folder);
        }
        for (int i = 1; i <= NODES; i++) {
            nodes.add(new NodeProcess("node-" + i, database, folder, time, folder));
        }
    }

    /** Trades and kills, then lets the processes come to rest; returns what is wrong, one line each. */
    public List<String> run() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long nextKill = soon(3_000);
        while (System.nanoTime() < end) {
            worlds.forEach(ShippedWorld::ship);
            if (System.nanoTime() > nextKill) {
                NodeProcess victim = nodes.get(dice.nextInt(nodes.size()));
                if (victim.isAlive()) {
                    victim.kill();
                    kills++;
                } else {
                    victim.restart();
                }
                nextKill = soon(2_000);
            }
            Thread.sleep(LOOK.toMillis());
        }
        long patience = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < patience && !faults().isEmpty()) {
            for (NodeProcess node : nodes) {
                if (!node.isAlive()) {
                    node.restart();
                }
            }
            worlds.forEach(ShippedWorld::ship);
            Thread.sleep(LOOK.toMillis());
        }
        return faults();
    }

    private long soon(int most) {
        return System.nanoTime() + Duration.ofMillis(500 + dice.nextInt(most)).toNanos();
    }

    private List<String> faults() {
        return worlds.stream().flatMap(world -> world.faults().stream()).toList();
    }

    /** What happened, in one line. */
    public String summary() {
        return "race: " + nodes.size() + " processes, " + worlds.size() + " merchants, " + seconds + " s, " + kills
                + " kills, " + worlds.stream().mapToInt(ShippedWorld::orders).sum() + " orders and "
                + worlds.stream().mapToInt(ShippedWorld::shipments).sum() + " shipments, "
                + worlds.stream().mapToLong(ShippedWorld::requests).sum() + " requests to Amazon, of which "
                + worlds.stream().mapToLong(ShippedWorld::refused).sum() + " over quota, " + faults().size()
                + " lost, doubled or wrong";
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::end);
        worlds.forEach(ShippedWorld::close);
    }
}
