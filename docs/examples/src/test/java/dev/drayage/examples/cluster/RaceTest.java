package dev.drayage.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes on one PostgreSQL that are killed at random; {@code -Ddrayage.race.seconds=60} races longer. */
class RaceTest {
    private static final long SEED = Long.getLong("drayage.seed", 20261121L);
    private static final int SECONDS = Integer.getInteger("drayage.race.seconds", 12);
    private static final int ORDERS_AN_HOUR = Integer.getInteger("drayage.race.orders", 300);

    @TempDir
    Path folder;

    @Test
    void G8_nothing_is_lost_or_doubled_while_processes_are_killed() throws Exception {
        String database = PostgresServer.shared().database();
        try (Race race = new Race(database, folder, SEED, SECONDS, ORDERS_AN_HOUR)) {
            assertThat(race.run()).as("seed %s", SEED).isEmpty();
            System.out.println(race.summary() + " (seed " + SEED + ")");
        }
    }
}
