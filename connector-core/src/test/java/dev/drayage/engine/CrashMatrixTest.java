package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.Buyer;
import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Connector;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.CrashMatrix;
import dev.drayage.testing.EmbeddedStore;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1 and G2 under every single disturbance, exhaustively, and under drawn pairs. */
class CrashMatrixTest {
    @TempDir
    Path folder;

    private final Matrix matrix = new Matrix(false);

    @Test
    void G2_every_single_disturbance_leaves_the_worlds_as_an_undisturbed_run_does() {
        assertThat(matrix.calls()).contains("RecordSink.apply", "Ledger.commit", "RecordSource.read");
        assertThat(matrix.undisturbed()).hasSizeGreaterThan(8);
        assertThat(matrix.singles()).isEmpty();
    }

    @Test
    void G2_pairs_of_disturbances_too() {
        assertThat(matrix.pairs(20261120, 400)).isEmpty();
    }

    @Test
    void G2_a_target_that_takes_doubles_is_still_written_once() {
        assertThat(new Matrix(true).singles()).isEmpty();
    }

    @Test
    void G2_a_ledger_in_a_file_and_a_target_that_shows_late_make_no_difference() throws Exception {
        try (DurableMatrix durable = new DurableMatrix()) {
            assertThat(durable.undisturbed()).hasSizeGreaterThan(8);
            assertThat(durable.singles()).isEmpty();
        }
    }

    /** The ledger is in a file, two orders share a buyer, and absence at a target is believed only after a while. */
    private final class DurableMatrix extends Matrix implements AutoCloseable {
        private Optional<EmbeddedStore> opened = Optional.empty();
        private int files;

        DurableMatrix() {
            super(false);
        }

        @Override
        SyncStore store(SettableTime time) {
            close();
            EmbeddedStore store = EmbeddedStore.open(folder.resolve("ledger-" + files++));
            opened = Optional.of(store);
            return store.store();
        }

        @Override
        SinkTraits traits() {
            return new SinkTraits(2, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofMinutes(2), 2);
        }

        @Override
        SalesOrder order(AccountId shop, String id, Instant at) {
            return SampleOrders.order(shop, id, at)
                    .buyer(Buyer.builder()
                            .name("Robin Example")
                            .email(id.equals("A") ? "robin@example.com" : "sam@example.com")
                            .build())
                    .build();
        }

        @Override
        public void close() {
            opened.ifPresent(store -> {
                try {
                    store.close();
                } catch (SQLException e) {
                    throw new IllegalStateException("the ledger could not be closed", e);
                }
            });
            opened = Optional.empty();
        }
    }

    /** Three systems: a shop, an ERP and a warehouse. */
    private static final class Worlds {
        final SettableTime time = new SettableTime(Shop.START);
        final FakeWorld shop = new FakeWorld(new AccountId("shop", "S1"), time);
        final FakeWorld erp = new FakeWorld(new AccountId("erp", "E1"), time);
        final FakeWorld warehouse = new FakeWorld(new AccountId("warehouse", "W1"), time);
        final SyncStore store;

        Worlds(Function<SettableTime, SyncStore> stores) {
            store = stores.apply(time);
        }
    }

    private static class Matrix extends CrashMatrix<Worlds> {
        private static final List<String> SYNCS = List.of("orders", "warehouse-shipments", "storefront-shipments");
        private static final List<RecordType<?>> TYPES = List.of(
                RecordType.SALES_ORDER,
                RecordType.CASH_SALE,
                RecordType.CUSTOMER,
                RecordType.ITEM_FULFILLMENT,
                RecordType.ORDER_PROGRESS);
        private final boolean doubles;

        Matrix(boolean doubles) {
            this.doubles = doubles;
        }

        /** A ledger that knows nothing. */
        SyncStore store(SettableTime time) {
            return new InMemorySyncStore(time);
        }

        /** How the targets behave. */
        SinkTraits traits() {
            return new SinkTraits(2, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 2);
        }

        /** An order that the merchant ships. */
        SalesOrder order(AccountId shop, String id, Instant at) {
            return SampleOrders.merchant(shop, id, at);
        }

        @Override
        protected Worlds world() {
            Worlds worlds = new Worlds(this::store);
            if (doubles) {
                pass(worlds, (call, action) -> action.run()); // a ledger that is older than the records
            }
            Instant at = worlds.time.instant();
            for (String id : List.of("A", "B", "C")) {
                worlds.shop.put(order(worlds.shop.account(), id, at));
            }
            worlds.shop.put(SampleOrders.channel(worlds.shop.account(), "F", at));
            worlds.warehouse.put(shipment(worlds, "S-A", "A"));
            return worlds;
        }

        private static ItemFulfillment shipment(Worlds worlds, String id, String order) {
            return ItemFulfillment.builder()
                    .ref(RecordRef.of(worlds.warehouse.account(), RecordType.ITEM_FULFILLMENT, id))
                    .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                    .channel(new SalesChannel(worlds.shop.account(), "MARKET", Set.of()))
                    .status(ItemFulfillment.Status.SHIPPED)
                    .shippedAt(Shop.START)
                    .addLines(
                            new ShippedLine(LineReference.channel("L1"), "MUG-BLUE", BigDecimal.valueOf(2)),
                            new ShippedLine(LineReference.channel("L2"), "TEE-BLACK", BigDecimal.ONE))
                    .addPackages(parcel("1", "T1"), parcel("2", "T2"))
                    .build();
        }

        private static ShippedPackage parcel(String reference, String tracking) {
            return ShippedPackage.builder()
                    .reference(reference)
                    .carrier(new Carrier("UPS"))
                    .addTrackingNumbers(tracking)
                    .build();
        }

        @Override
        protected void pass(Worlds worlds, Interposed.Tap tap) {
            worlds.time.advance(Duration.ofMinutes(7));
            Connector shop = connector(worlds.shop, tap);
            Connector erp = connector(worlds.erp, tap);
            Connector warehouse = connector(worlds.warehouse, tap);
            try (SyncEngine engine = SyncEngine.builder()
                    .store(Interposed.wrap(SyncStore.class, worlds.store, tap))
                    .time(worlds.time)
                    .node("after-each-crash-the-same")
                    .startAt(Shop.START)
                    .sync(OrderSyncs.orders(
                            "orders", shop, erp, OrderSyncs.Options.standard().with(OrderSyncs.Customers.PER_BUYER)))
                    .sync(FulfillmentSyncs.fromWarehouse(warehouse, erp))
                    .sync(FulfillmentSyncs.toStorefront(erp, shop))
                    .build()) {
                for (String sync : SYNCS) {
                    engine.run(sync, RunBudget.minutes(5));
                    worlds.time.advance(Duration.ofMinutes(3));
                }
            }
        }

        private Connector connector(FakeWorld world, Interposed.Tap tap) {
            FakeConnector connector = new FakeConnector(world).traits(traits());
            if (doubles) {
                TYPES.forEach(type -> connector.fakeSink(type).allowDoubles());
            }
            return Interposed.wrap(Connector.class, connector, tap);
        }

        @Override
        protected Map<String, String> picture(Worlds worlds) {
            Map<String, String> picture = new TreeMap<>();
            worlds.shop.picture(TYPES).forEach((key, value) -> picture.put("shop " + key, value));
            worlds.erp.picture(TYPES).forEach((key, value) -> picture.put("erp " + key, value));
            return picture;
        }

        @Override
        protected boolean quiet(Worlds worlds) {
            return SYNCS.stream().allMatch(sync -> {
                        Map<RecordState, Long> states = worlds.store
                                .ledger("default")
                                .countRecords(RecordQuery.builder().sync(sync).build());
                        return !states.isEmpty()
                                && Set.of(RecordState.SETTLED, RecordState.SKIPPED)
                                        .containsAll(states.keySet());
                    })
                    && picture(worlds).keySet().stream()
                                    .filter(key -> key.startsWith("shop itemFulfillment"))
                                    .count()
                            == 2;
        }
    }
}
