package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Money;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Page;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One page names a record twice, because it changed while the page was made. */
class TwiceOnAPageTest {
    private final Shop shop = new Shop();
    private final SalesOrder older =
            SampleOrders.order(shop.shopWorld.account(), "A", Shop.START).build();
    private final SalesOrder newer = SampleOrders.order(shop.shopWorld.account(), "A", Shop.START)
            .updatedAt(Shop.START.plusSeconds(30))
            .addLines(SampleOrders.line("L3", "MUG-RED", 1, "5.00"))
            .total(Money.of("64.85", "USD"))
            .build();

    @Test
    void G1_the_newer_observation_is_not_lost_because_it_cannot_be_read() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(
                        "orders",
                        Interposed.wrap(Connector.class, shop.shop, (call, action) -> {
                            Object answer = action.run();
                            return answer instanceof Page<?> page ? withUnreadable(page) : answer;
                        }),
                        shop.erp,
                        shop.options))
                .build();
        engine.run("orders", RunBudget.minutes(5));
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.RECORD_UNREADABLE);
    }

    @Test
    void G3_of_two_observations_the_newer_is_booked_though_it_comes_first() {
        runWith(List.of(seen(newer, "2", 30), seen(older, "1", 0)));
        newerIsBooked();
    }

    @Test
    void G3_of_two_observations_the_newer_is_booked_though_it_comes_last() {
        runWith(List.of(seen(older, "1", 0), seen(newer, "2", 30)));
        newerIsBooked();
    }

    private void newerIsBooked() {
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
        assertThat(shop.entry("A").revision()).startsWith("2");
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        SalesOrder booked =
                (SalesOrder) shop.erpWorld.all(RecordType.SALES_ORDER).get(0).record();
        assertThat(booked.lines()).hasSameSizeAs(newer.lines());
        assertThat(newer.lines()).hasSizeGreaterThan(older.lines().size());
    }

    private static Change<SalesOrder> seen(SalesOrder order, String revision, int second) {
        return new Change.Present<>(
                order, revision, Optional.of(Shop.START), Shop.START.plusSeconds(second), Optional.empty());
    }

    private void runWith(List<Change<SalesOrder>> page) {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        Connector twice = Interposed.wrap(Connector.class, shop.shop, (call, action) -> {
            Object answer = action.run();
            return answer instanceof Page<?> read && !read.changes().isEmpty()
                    ? new Page<>(page, read.next(), read.completeUntil())
                    : answer;
        });
        try (SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", twice, shop.erp, shop.options))
                .build()) {
            RunReport report = engine.run("orders", RunBudget.minutes(5));
            assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
            assertThat(report.count(Outcome.UNCHANGED)).isEqualTo(1);
        }
    }

    /** The same page; each of its records comes once more, and nobody can read what became of it. */
    private static Page<SalesOrder> withUnreadable(Page<?> page) {
        List<Change<SalesOrder>> changes = new ArrayList<>();
        for (Change<?> change : page.changes()) {
            changes.add(of(change));
            changes.add(new Change.Unreadable<>(change.ref(), "2", ErrorCode.RECORD_UNREADABLE, "cut off"));
        }
        return new Page<>(changes, page.next(), page.completeUntil());
    }

    @SuppressWarnings("unchecked") // the shop sells orders only
    private static Change<SalesOrder> of(Change<?> change) {
        return (Change<SalesOrder>) change;
    }
}
