package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

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
        Embedded kind = Embedded.valueOf(System.getProperty("drayage.kill.database", "SQLITE"));
        int rounds = Integer.getInteger("drayage.kill.rounds", 10);
        long seed =
                Long.getLong("drayage.kill.seed", ThreadLocalRandom.current().nextLong(1_000_000));

        KillRounds.Outcome outcome = new KillRounds(kind, directory, seed).run(rounds);

        System.out.println("seed " + seed + ", " + outcome);
        assertThat(outcome.losses()).as("seed %d", seed).isEmpty();
        assertThat(outcome.hangs()).as("seed %d", seed).isEmpty();
        assertThat(outcome.reopened()).as("seed %d", seed).isPositive();
    }
}
