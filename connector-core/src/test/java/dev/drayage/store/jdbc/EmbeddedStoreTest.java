package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.spi.ConnectorState;
import dev.drayage.testing.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedStoreTest {
    private static final AccountId SHOP = new AccountId("shopify", "acme");

    @TempDir
    Path directory;

    @Test
    void a_file_keeps_what_was_put_into_it() throws Exception {
        try (EmbeddedStore embedded = EmbeddedStore.open(directory.resolve("drayage.db"))) {
            embedded.store().connectorState("acme", SHOP).put("k", "v");
        }
        try (EmbeddedStore embedded = EmbeddedStore.open(directory.resolve("drayage.db"))) {
            assertThat(embedded.store().connectorState("acme", SHOP).get("k")).contains("v");
        }
    }

    /** H2 closes the whole database when a thread is interrupted while it writes. */
    @Test
    void an_interrupted_thread_still_writes() throws Exception {
        try (EmbeddedStore embedded = EmbeddedStore.open(directory.resolve("drayage.db"))) {
            ConnectorState state = embedded.store().connectorState("acme", SHOP);
            Thread.currentThread().interrupt();
            state.put("k", "v");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(state.get("k")).contains("v");
        }
    }
}
