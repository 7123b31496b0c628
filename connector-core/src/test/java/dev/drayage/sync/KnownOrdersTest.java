package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.ConnectorState;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.Lease;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders that a sync skips, or that are read again as they were, against what still has to be booked. */
class KnownOrdersTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final AccountId SHOP = new AccountId("shop", "S1");
    private static final RecordRef ORDER = RecordRef.of(SHOP, RecordType.SALES_ORDER, "S-1");
    private static final String SKU = "MUG & CO|1";

    private final SettableTime time = new SettableTime(START);
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final KnownOrders known = on(time);

    private KnownOrders on(SettableTime clock) {
        return new KnownOrders(SHOP, state(), store.ledger("default"), clock);
    }

    private ConnectorState state() {
        return store.connectorState("default", SHOP);
    }

    private static Change<SalesOrder> read(String revision, Instant changedAt, int units, OrderStatus status) {
        SalesOrder order = SampleOrders.order(SHOP, "S-1", START)
                .lines(List.of(SampleOrders.line("L1", SKU, units, "10.00")))
                .status(status)
                .build();
        return new Change.Present<>(order, revision, Optional.of(START), changedAt, Optional.empty());
    }

    private static Change<SalesOrder> read(String revision, Instant changedAt, int units) {
        return read(revision, changedAt, units, OrderStatus.OPEN);
    }

    /** What a run of a sync says of the order, now. */
    private void ended(String sync, String revision, Instant changedAt, RecordState as) {
        Lease lease = store.leases("default")
                .acquire(sync, "node", Duration.ofMinutes(2))
                .orElseThrow();
        RecordEntry entry = RecordEntry.builder()
                .sync(sync)
                .ref(ORDER)
                .revision(revision)
                .state(as)
                .changedAt(changedAt)
                .updatedAt(time.instant())
                .build();
        store.ledger("default")
                .commit(
                        new LedgerCommit(
                                List.of(entry), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of()),
                        lease);
        store.leases("default").release(lease);
    }

    private static int units(List<KnownOrder> orders) {
        return orders.stream()
                .map(order -> order.units().get(SKU))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .intValueExact();
    }

    private int held() {
        int units = units(known.unseen(time.instant()));
        assertThat(units(known.all())).isEqualTo(units);
        return units;
    }

    @Test
    void what_is_read_again_as_it_was_skipped_holds_nothing_whatever_the_clocks_of_nodes_say() {
        known.note(List.of(read("v1", START, 3)));
        assertThat(held()).isEqualTo(3);
        ended("orders", "v1@mapping", START, RecordState.SKIPPED);
        assertThat(held()).isZero();
        SettableTime ahead = new SettableTime(START.plus(Duration.ofHours(5)));
        SettableTime behind = new SettableTime(START.minus(Duration.ofHours(5)));
        for (SettableTime clock : List.of(ahead, behind, time)) {
            KnownOrders again = on(clock);
            again.note(List.of(read("v1", START, 3)));
            assertThat(units(again.unseen(clock.instant()))).isZero();
            assertThat(held()).isZero();
        }
    }

    @Test
    void what_differs_no_more_than_in_its_revision_from_what_was_skipped_may_be_booked_yet() {
        known.note(List.of(read("v1", START, 3, OrderStatus.PENDING)));
        ended("orders", "v1", START, RecordState.SKIPPED);
        assertThat(held()).as("pending").isEqualTo(3);
        known.note(List.of(read("v2", START, 3)));
        assertThat(held()).as("released at the same instant").isEqualTo(3);
        ended("orders", "v2", START, RecordState.SKIPPED);
        assertThat(held()).isZero();
    }

    @Test
    void a_change_after_what_was_skipped_holds_its_units_though_this_clock_is_behind() {
        known.note(List.of(read("v1", START, 3)));
        ended("orders", "v1", START, RecordState.SKIPPED);
        KnownOrders behind = on(new SettableTime(START.minus(Duration.ofHours(5))));
        behind.note(List.of(read("v2", START.plusSeconds(1), 4)));
        assertThat(units(behind.unseen(START))).isEqualTo(4);
        assertThat(held()).isEqualTo(4);
    }

    @Test
    void an_order_as_it_was_before_hides_nothing_of_what_it_is_now() {
        known.note(List.of(read("v2", START.plusSeconds(1), 4)));
        ended("orders", "v1", START, RecordState.SKIPPED);
        known.note(List.of(read("v1", START, 1)));
        assertThat(held()).isEqualTo(4);
        known.note(List.of(read("v1", START, 1, OrderStatus.CANCELLED)));
        assertThat(held()).isEqualTo(4);
        ended("orders", "v3", START.plusSeconds(2), RecordState.SKIPPED);
        assertThat(held()).as("skipped as it became later").isZero();
    }

    @Test
    void what_one_sync_skips_and_another_one_has_still_to_book_holds_its_units() {
        known.note(List.of(read("v1", START, 3)));
        ended("orders", "v1", START, RecordState.DEFERRED);
        ended("other", "v1", START, RecordState.SKIPPED);
        assertThat(held()).isEqualTo(3);
        ended("orders", "v1", START, RecordState.SKIPPED);
        assertThat(held()).isZero();
    }

    @Test
    void what_was_skipped_and_is_to_be_booked_after_all_holds_its_units_again() {
        known.note(List.of(read("v1", START, 3)));
        ended("orders", "v1", START, RecordState.SKIPPED);
        time.advance(Duration.ofMinutes(50));
        known.note(List.of(read("v1", START, 3)));
        time.advance(Duration.ofMinutes(20));
        assertThat(held()).as("a stock run between reading and booking").isZero();
        ended("orders", "v1", START, RecordState.DEFERRED);
        assertThat(held()).isEqualTo(3);
    }

    @Test
    void what_was_skipped_is_kept_for_an_hour_after_it_was_read() {
        known.note(List.of(read("v1", START, 3)));
        ended("orders", "v1", START, RecordState.SKIPPED);
        time.advance(Duration.ofMinutes(61));
        assertThat(held()).isZero();
        assertThat(state().all("oversell.")).isEmpty();
    }

    @Test
    void what_is_read_again_unchanged_is_not_written_again_at_once_and_keeps_when_it_was_first_seen() {
        known.note(List.of(read("v1", START, 3)));
        time.advance(Duration.ofMinutes(14));
        known.note(List.of(read("v1", START, 3)));
        assertThat(state().all("oversell.").values())
                .singleElement()
                .satisfies(text -> assertThat(OrderNote.parse(text).readAt()).isEqualTo(START));
        time.advance(Duration.ofMinutes(2));
        known.note(List.of(read("v|2", START.plusSeconds(1), 3)));
        assertThat(known.all())
                .singleElement()
                .satisfies(order -> assertThat(order.seenAt()).isEqualTo(START));
    }

    @Test
    void a_note_that_tells_no_change_holds_its_units_until_the_order_is_read_again() {
        state().put("oversell.order.S-1.0", START + "||MUG+%26+CO%7C1=3");
        ended("orders", "v1", START, RecordState.SKIPPED);
        assertThat(held()).isEqualTo(3);
        known.note(List.of(read("v1", START, 3)));
        assertThat(held()).isZero();
    }
}
