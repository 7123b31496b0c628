package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Priority;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import dev.drayage.store.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** G12: a window is read again, and the live sync stays where it is. */
class BackfillTest {
    private final Shop shop = new Shop();

    private Slice.Window sinceStart() {
        return new Slice.Window(Shop.START, shop.time.instant());
    }

    private Optional<SyncState> state() {
        return shop.store.ledger("default").sync("orders");
    }

    @Test
    void G1_an_expired_cursor_starts_the_stretch_again() {
        shop.source().pageSize(1).expireCursors(1);
        shop.place("A", "B", "C");
        RunReport report = shop.engine().backfill("orders", sinceStart(), RunBudget.minutes(5));
        assertThat(report.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-C");
    }

    /** Three orders, each in an hour of its own, which is as much as the shop shows at once. */
    private void threeHours() {
        shop.source()
                .pageSize(1)
                .traits(SourceTraits.windowed(Duration.ofMillis(1), Duration.ofMinutes(2), Duration.ofHours(1)));
        for (String id : List.of("A", "B", "C")) {
            shop.place(id);
            shop.time.advance(Duration.ofHours(1));
        }
    }

    @Test
    void a_window_longer_than_the_source_reads_at_once_is_read_in_stretches() {
        threeHours();
        RunReport report = shop.engine().backfill("orders", sinceStart(), RunBudget.minutes(5));
        assertThat(report.ending()).as(report.message()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.booked()).hasSize(3);
        assertThat(report.readUntil()).contains(shop.time.instant());
    }

    @Test
    void one_that_was_interrupted_says_where_to_go_on_and_moves_no_checkpoint() {
        threeHours();
        shop.run();
        Optional<SyncState> before = state();
        shop.erpWorld.delete(shop.erpWorld.all(RecordType.SALES_ORDER).get(0).ref());
        RunReport cut = shop.engine()
                .backfill("orders", sinceStart(), RunBudget.minutes(5).withRecords(2));
        assertThat(cut.ending()).isEqualTo(RunReport.Ending.BUDGET);
        Instant from = cut.readUntil().orElseThrow();
        assertThat(from).isEqualTo(Shop.START.plus(Duration.ofHours(2)));
        RunReport rest =
                shop.engine().backfill("orders", new Slice.Window(from, shop.time.instant()), RunBudget.minutes(5));
        assertThat(rest.read()).isEqualTo(1);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void one_whose_records_were_not_recorded_is_not_said_to_be_read_so_far() {
        threeHours();
        shop.sink().beforeWrite(() -> {
            throw new UnavailableException(ErrorCode.UNREACHABLE, "down");
        });
        RunReport cut = shop.engine().backfill("orders", sinceStart(), RunBudget.minutes(5));
        assertThat(cut.ending()).isEqualTo(RunReport.Ending.OUTAGE);
        assertThat(cut.readUntil()).isEmpty();
    }

    @Test
    void of_a_sync_that_runs_already_it_says_so_and_leaves_nothing_behind() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        List<RunReport.Ending> endings = new ArrayList<>();
        SyncEngine here = shop.engine();
        SyncEngine there = shop.engine();
        shop.source()
                .beforePage(delivered -> Stream.of(here, there)
                        .map(engine -> engine.backfill("orders", sinceStart(), RunBudget.minutes(5)))
                        .map(RunReport::ending)
                        .forEach(endings::add));
        here.run("orders", RunBudget.minutes(5));
        assertThat(endings).isNotEmpty().containsOnly(RunReport.Ending.BUSY);
        assertThat(shop.acts()).isEmpty();
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    @Test
    void it_stands_behind_the_live_sync_where_a_quota_is_short() {
        shop.place("A");
        shop.engine().backfill("orders", sinceStart(), RunBudget.minutes(5));
        assertThat(shop.source().lastCall().map(CallContext::priority)).contains(Priority.BACKFILL);
        shop.run();
        assertThat(shop.source().lastCall().map(CallContext::priority)).contains(Priority.ORDERS);
        shop.source().counted();
        shop.engine().compare("orders", Comparison.of(sinceStart()));
        assertThat(shop.source().lastCall().map(CallContext::priority)).contains(Priority.BACKFILL);
    }
}
