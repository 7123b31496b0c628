package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.SettingsException;
import dev.drayage.error.StoreException;
import dev.drayage.testing.IdleConnections;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of every older version become this version's, whole, whoever opens them at once or dies while doing so. */
final class JdbcSyncStoreMigrationTest {
    @TempDir
    Path directory;

    private Set<String> fresh(Embedded kind) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("fresh"))) {
            JdbcSyncStore.of(connections);
            return OlderStore.catalogue(kind, connections);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE,1",
        "SQLITE,2",
        "SQLITE,3",
        "SQLITE,4",
        "H2,1",
        "H2,2",
        "H2,3",
        "H2,4",
        "POSTGRESQL,1",
        "POSTGRESQL,2",
        "POSTGRESQL,3",
        "POSTGRESQL,4"
    })
    void an_older_store_keeps_its_rows_and_gets_the_tables_of_a_new_one(Embedded kind, int version) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("old"))) {
            OlderStore old = new OlderStore(kind, version);
            old.make(connections);
            assertThat(OlderStore.catalogue(kind, connections)).isNotEqualTo(fresh(kind));

            JdbcSyncStore store = JdbcSyncStore.of(connections);

            old.assertReadBy(store);
            assertThat(OlderStore.catalogue(kind, connections)).isEqualTo(fresh(kind));
            assertThat(JdbcSyncStore.builder(connections).createSchema(false).build())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"SQLITE,1", "H2,1", "POSTGRESQL,1"})
    void a_store_that_may_not_be_changed_names_the_scripts_to_run(Embedded kind, int version) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("old"))) {
            new OlderStore(kind, version).make(connections);
            Set<String> before = OlderStore.catalogue(kind, connections);
            String script = kind.name().toLowerCase(Locale.ROOT);

            assertThatThrownBy(() -> JdbcSyncStore.builder(connections)
                            .createSchema(false)
                            .build())
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("version 1")
                    .hasMessageContaining(script + "-1-to-2.sql, then " + script + "-2-to-3.sql, then " + script
                            + "-3-to-4.sql, then " + script + "-4-to-5.sql");

            assertThat(OlderStore.catalogue(kind, connections)).isEqualTo(before);
        }
    }

    /** The line breaks before every single statement in turn; on H2 each leaves the one before it done. */
    @ParameterizedTest
    @CsvSource({"SQLITE,1", "H2,1", "H2,0", "POSTGRESQL,1", "POSTGRESQL,0", "SQLITE,0"})
    void a_node_that_dies_at_any_statement_leaves_what_the_next_one_finishes(Embedded kind, int version)
            throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("old"))) {
            OlderStore old = new OlderStore(kind, version);
            if (version > 0) {
                old.make(connections);
            }
            MeteredDataSource meter = new MeteredDataSource(connections, true);
            int deaths = 0;
            while (dies(meter, deaths + 1)) {
                deaths++;
                assertThat(deaths).as("a script that fails by itself").isLessThan(1_000);
            }
            meter.breakBefore(Integer.MAX_VALUE);
            assertThat(deaths).isGreaterThan(4);
            JdbcSyncStore store = JdbcSyncStore.of(connections);
            if (version > 0) {
                old.assertReadBy(store);
            }
            assertThat(OlderStore.catalogue(kind, connections)).isEqualTo(fresh(kind));
        }
    }

    private static boolean dies(MeteredDataSource meter, int trip) {
        meter.breakBefore(trip);
        try {
            JdbcSyncStore.of(meter.dataSource());
            return false;
        } catch (StoreException e) {
            return true;
        }
    }

    /** H2 is for one node: of two that create its tables at once one may fail, and succeeds when it opens them again. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL"})
    void two_nodes_that_start_at_once_make_one_store(Embedded kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Set<String> fresh = fresh(kind);
        try {
            for (int round = 0; round < 6; round++) {
                OlderStore old = new OlderStore(kind, 1);
                try (IdleConnections connections = kind.open(directory.resolve("race-" + round))) {
                    if (round % 2 == 0) {
                        old.make(connections);
                    }
                    CyclicBarrier start = new CyclicBarrier(2);
                    List<Future<JdbcSyncStore>> nodes = new ArrayList<>();
                    for (int node = 0; node < 2; node++) {
                        nodes.add(threads.submit(() -> {
                            start.await();
                            return JdbcSyncStore.of(connections);
                        }));
                    }
                    for (Future<JdbcSyncStore> node : nodes) {
                        assertThat(node.get().ledger("x").sync("orders")).isEmpty();
                    }
                    assertThat(OlderStore.catalogue(kind, connections)).isEqualTo(fresh);
                    if (round % 2 == 0) {
                        old.assertReadBy(nodes.get(0).get());
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
