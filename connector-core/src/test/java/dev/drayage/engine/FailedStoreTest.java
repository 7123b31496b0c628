package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import dev.drayage.spi.Connector;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host's database fails: nothing is wrong with any record, and somebody has to look at the database. */
class FailedStoreTest {
    private final Shop shop = new Shop();
    private final List<String> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void G1_whichever_commit_fails_the_run_ends_the_host_is_told_and_the_next_run_books(int failing) {
        shop.place("A", "B");
        assertThat(runWithCommitFailing(failing).ending()).isEqualTo(RunReport.Ending.FAILED);
        assertThat(told).containsExactly("alarm " + ErrorCode.STORE_FAILED, "ended FAILED");
        assertThat(parked()).isEmpty();
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
    }

    @Test
    void G4_a_store_that_fails_under_a_connector_parks_nothing() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        for (String call : List.of("RecordSink.prepare", "RecordSink.apply", "RecordSource.read")) {
            shop.time.advance(Duration.ofMinutes(3));
            AtomicInteger failures = new AtomicInteger();
            Connector erp = failing(shop.erp, call, failures);
            Connector source = failing(shop.shop, call, failures);
            try (SyncEngine engine = shop.bare()
                    .sync(OrderSyncs.orders("orders", source, erp, shop.options))
                    .build()) {
                engine.run("orders", RunBudget.minutes(5));
            }
            assertThat(failures).as(call).hasPositiveValue();
            assertThat(parked()).as(call).isEmpty();
        }
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    private static Connector failing(Connector connector, String name, AtomicInteger failures) {
        return Interposed.wrap(Connector.class, connector, (call, action) -> {
            if (call.equals(name)) {
                failures.incrementAndGet();
                throw new StoreException("the store failed", null);
            }
            return action.run();
        });
    }

    private RunReport runWithCommitFailing(int number) {
        AtomicInteger commits = new AtomicInteger();
        SyncStore store = Interposed.wrap(SyncStore.class, shop.store, (call, action) -> {
            if (call.equals("Ledger.commit") && commits.getAndIncrement() == number) {
                throw new StoreException("the database failed", null);
            }
            return action.run();
        });
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(shop.time)
                .startAt(Shop.START)
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .listener(new SyncListener() {
                    @Override
                    public void alarm(SyncEvent.Alarm event) {
                        told.add("alarm " + event.code());
                    }

                    @Override
                    public void runEnded(SyncEvent.RunEnded event) {
                        told.add("ended " + event.report().ending());
                    }
                })
                .build()) {
            return engine.run("orders", RunBudget.minutes(5));
        }
    }

    private List<?> parked() {
        return shop.store
                .ledger("default")
                .records(RecordQuery.builder().addStates(RecordState.PARKED).build());
    }
}
