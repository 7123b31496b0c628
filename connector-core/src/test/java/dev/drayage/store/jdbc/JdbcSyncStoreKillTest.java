package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A few rounds with the embedded default. The many of {@code docs/decisions/0003-embedded-database.md} are run with
 * {@code -Dtest=JdbcSyncStoreKillTest -Ddrayage.kill.rounds=200}, and with {@code -Ddrayage.kill.database} for another
 * database and {@code -Ddrayage.kill.seed} for the same moments again.
 */
final class JdbcSyncStoreKillTest {

    @Test
    void what_was_told_survives_the_kill_and_nothing_is_half_there(@TempDir Path directory) throws Exception {
        survives(Embedded.valueOf(System.getProperty("drayage.kill.database", "SQLITE")), directory, 10);
    }

    @Test
    void a_killed_node_leaves_nothing_half_on_its_server(@TempDir Path directory) throws Exception {
        survives(Embedded.POSTGRESQL, directory, 6);
    }

    private static void survives(Embedded kind, Path directory, int usual) throws Exception {
        int rounds = Integer.getInteger("drayage.kill.rounds", usual);
        long seed =
                Long.getLong("drayage.kill.seed", ThreadLocalRandom.current().nextLong(1_000_000));

        KillRounds.Outcome outcome = new KillRounds(kind, directory, seed).run(rounds);

        System.out.println("seed " + seed + ", " + outcome);
        assertThat(outcome.losses()).as("seed %d", seed).isEmpty();
        assertThat(outcome.hangs()).as("seed %d", seed).isEmpty();
        assertThat(outcome.reopened()).as("seed %d", seed).isPositive();
    }

    @Test
    void what_was_told_survives_the_kill_of_the_server_itself(@TempDir Path directory) throws Exception {
        long told;
        try (PostgresServer server = PostgresServer.startOn(directory.resolve("data"))) {
            told = KillRounds.toldUntil(server.url("postgres"), directory, 200, server::kill);
        }
        try (PostgresServer server = PostgresServer.startOn(directory.resolve("data"))) {
            assertThat(KillRounds.verdictOn(server.url("postgres"), directory, told))
                    .isEqualTo(KilledWriter.VERIFIED);
        }
    }
}
