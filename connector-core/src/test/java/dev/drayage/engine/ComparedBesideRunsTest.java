package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Slice;
import dev.drayage.store.Lease;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** G12: a comparison goes on beside runs of the same sync, of this process and of others. */
class ComparedBesideRunsTest {
    private final Shop shop = new Shop();

    private Comparison sinceStart() {
        return Comparison.of(new Slice.Window(Shop.START, shop.time.instant()));
    }

    @Test
    void G12_it_goes_on_while_the_live_sync_runs_on_this_node() {
        shop.source().counted();
        shop.place("A");
        shop.run();
        shop.place("B");
        shop.time.advance(Duration.ofMinutes(3));
        List<ComparisonReport> reports = new ArrayList<>();
        try (SyncEngine engine = shop.engine()) {
            AtomicBoolean first = new AtomicBoolean(true);
            shop.source().beforePage(delivered -> {
                if (first.getAndSet(false)) {
                    reports.add(engine.compare("orders", sinceStart().andBook()));
                }
            });
            assertThat(engine.run("orders", RunBudget.minutes(5)).ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        }
        assertThat(reports.get(0).ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(reports.get(0).count(Verdict.SAME)).isEqualTo(1);
        assertThat(reports.get(0).count(Verdict.AHEAD)).isEqualTo(1);
        assertThat(shop.erpWorld.writes()).hasSize(2);
    }

    @Test
    void G12_what_a_run_books_while_it_is_compared_is_no_difference() {
        shop.source().counted().unlisted("HIDDEN");
        shop.place("A", "HIDDEN");
        shop.run();
        shop.time.advance(Duration.ofMinutes(3));
        AtomicBoolean first = new AtomicBoolean(true);
        Connector erp = Interposed.wrap(Connector.class, shop.erp, (call, action) -> {
            Object answer = action.run();
            if (call.endsWith(".find") && first.getAndSet(false)) {
                shop.engine().operations("orders", "webhook").hint(shop.ref("HIDDEN"));
                shop.run();
            }
            return answer;
        });
        SyncEngine comparing = shop.bare()
                .sync(OrderSyncs.orders("orders", shop.shop, erp, shop.options))
                .build();
        ComparisonReport report = comparing.compare("orders", sinceStart().andBook());
        assertThat(report.count(Verdict.MOVED)).as(report.summary()).isEqualTo(1);
        assertThat(report.differences()).isEmpty();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-HIDDEN");
        assertThat(shop.engine().compare("orders", sinceStart()).agrees()).isTrue();
    }

    @Test
    void G8_while_another_process_holds_the_lease_it_compares_and_asks_for_nothing() {
        shop.source().counted().unlisted("HIDDEN");
        shop.place("A", "HIDDEN");
        shop.run();
        Lease other = shop.store
                .leases("default")
                .acquire("erp:E1 shop:S1", "other", Duration.ofMinutes(2))
                .orElseThrow();
        SyncOperations ann = shop.engine().operations("orders", "ann");
        ComparisonReport refused = ann.compare(sinceStart().andBook());
        assertThat(refused.count(Verdict.UNSEEN)).isEqualTo(1);
        assertThat(refused.asked()).isZero();
        assertThat(refused.differences().get(0).asked()).isFalse();
        assertThat(refused.message()).contains("1 records were not asked for");
        assertThat(shop.store.ledger("default").hints("orders", Optional.empty(), 10))
                .isEmpty();
        assertThat(shop.acts()).isEmpty();
        shop.store.leases("default").release(other);
        assertThat(ann.compare(sinceStart().andBook()).asked()).isEqualTo(1);
        assertThat(shop.store.ledger("default").hints("orders", Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    void a_paused_sync_can_be_compared() {
        shop.source().counted();
        shop.place("A");
        shop.run();
        shop.engine().operations("orders", "ann").pause("stocktaking");
        assertThat(shop.engine().compare("orders", sinceStart()).agrees()).isTrue();
    }

    @Test
    void a_closed_engine_compares_nothing() {
        shop.source().counted();
        shop.place("A");
        shop.run();
        SyncEngine engine = shop.engine();
        engine.close();
        assertThatThrownBy(() -> engine.compare("orders", sinceStart())).isInstanceOf(IllegalStateException.class);
    }
}
