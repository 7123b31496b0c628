package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Sync;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.OversellGuard;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of the page about stock. */
class StockSnippetsTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final String namespace = "default";
    private final SyncStore store = new InMemorySyncStore(time);
    private final Connector netsuite = account("netsuite");
    private final Connector shop = account("shopify");
    private final Connector amazon = account("amazon");
    private final OrderSyncs.Options options = OrderSyncs.Options.standard();

    private Connector account(String kind) {
        return new FakeConnector(new FakeWorld(new AccountId(kind, "1"), time));
    }

    @Test
    void a_guard_stands_around_storefronts_and_stock() {
        // tag::stock-guard[]
        OversellGuard guard = OversellGuard.open(store, namespace, netsuite, OversellGuard.Options.standard());
        List<Sync<?>> syncs = List.of(
                OrderSyncs.orders("shopify-orders", guard.watching(shop), netsuite, options),
                OrderSyncs.orders("amazon-orders", guard.watching(amazon), netsuite, options),
                PromiseSyncs.toStorefront(
                        "shopify-stock", guard.stock("shopify-stock"), shop, PromiseSyncs.Options.standard()),
                PromiseSyncs.toStorefront(
                        "amazon-stock",
                        guard.stock("amazon-stock"),
                        amazon,
                        PromiseSyncs.Options.standard().telling(PromiseSyncs.Levels.TOTAL)));
        // end::stock-guard[]
        assertThat(syncs).hasSize(4);
        assertThat(syncs.get(0).sourceType()).isEqualTo(RecordType.SALES_ORDER);
        assertThat(guard.known()).isEmpty();
    }
}
