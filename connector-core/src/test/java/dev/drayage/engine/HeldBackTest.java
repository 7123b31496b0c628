package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A source that shows nothing of the last hour yet and says so, as Amazon does. */
class HeldBackTest {
    private final Shop shop = new Shop();
    private Instant shownUntil = Instant.MAX;
    private boolean breakOff;
    private boolean onTheWay;

    private SyncEngine engine(UnaryOperator<Page<SalesOrder>> answer) {
        Connector lagging = Interposed.wrap(Connector.class, shop.shop, (call, action) -> {
            Object page = action.run();
            return call.equals("RecordSource.read") ? answer.apply(orders(page)) : page;
        });
        return shop.bare()
                .sync(OrderSyncs.orders("orders", lagging, shop.erp, shop.options))
                .build();
    }

    @SuppressWarnings("unchecked") // a source of orders
    private static Page<SalesOrder> orders(Object page) {
        return (Page<SalesOrder>) page;
    }

    /** One page, which says up to where it is complete. */
    private SyncEngine engine() {
        return engine(page -> new Page<>(shown(page), Optional.empty(), Optional.of(shownUntil)));
    }

    private List<Change<SalesOrder>> shown(Page<SalesOrder> page) {
        return page.changes().stream()
                .filter(change -> change instanceof Change.Present<SalesOrder> present
                        && present.changedAt().isBefore(shownUntil))
                .toList();
    }

    /** Several pages, of which only the first one of a window says up to where it is complete. */
    private Page<SalesOrder> saidOnce(Page<SalesOrder> page) {
        boolean first = !onTheWay;
        if (!first && breakOff) {
            breakOff = false;
            throw new UnavailableException(ErrorCode.UNREACHABLE, "the shop went away");
        }
        onTheWay = page.next().isPresent();
        return new Page<>(shown(page), page.next(), Optional.of(shownUntil).filter(it -> first));
    }

    private RunReport runWithPages() {
        shop.source().pageSize(2);
        shop.time.advance(Duration.ofHours(1));
        try (SyncEngine engine = engine(this::saidOnce)) {
            return engine.run("orders", RunBudget.minutes(5));
        }
    }

    /** Three orders, and an hour later one that is held back. */
    private void placeOneHeldBack() {
        shop.run();
        shop.place("A", "B", "C");
        shop.time.advance(Duration.ofHours(1));
        shownUntil = shop.time.instant();
        shop.place("D");
        shop.time.advance(Duration.ofHours(1));
    }

    @Test
    void G1_a_window_ends_where_any_of_its_pages_says_that_it_is_complete() {
        placeOneHeldBack();
        runWithPages();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-C");
        shownUntil = Instant.MAX;
        runWithPages();
        assertThat(shop.booked()).contains("salesOrder-D");
    }

    @Test
    void G1_a_run_that_goes_on_after_another_hears_too_where_the_window_is_complete() {
        placeOneHeldBack();
        breakOff = true;
        assertThat(runWithPages().ending()).isEqualTo(RunReport.Ending.OUTAGE);
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
        runWithPages();
        shownUntil = Instant.MAX;
        runWithPages();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-C", "salesOrder-D");
    }

    @Test
    void G1_what_follows_a_page_that_says_that_nothing_is_complete_is_not_counted_on() {
        placeOneHeldBack();
        Instant hour = shownUntil;
        shownUntil = Shop.START;
        RunReport nothing = runWithPages();
        assertThat(nothing.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(nothing.read()).isZero();
        onTheWay = false; // the next run begins the window anew
        shownUntil = hour;
        runWithPages();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-C");
    }

    @Test
    void G1_what_the_source_holds_back_counts_neither_as_read_nor_as_compared() {
        shop.place("A");
        shop.time.advance(Duration.ofHours(1));
        shownUntil = shop.time.instant();
        shop.place("B");
        shop.time.advance(Duration.ofHours(1));
        Slice.Window window = new Slice.Window(Shop.START, shop.time.instant().minus(Duration.ofMinutes(10)));
        try (SyncEngine engine = engine()) {
            RunReport backfill = engine.backfill("orders", window, RunBudget.minutes(5));
            assertThat(backfill.readUntil()).contains(shownUntil);

            ComparisonReport report = engine.compare("orders", Comparison.of(window));
            assertThat(report.comparedUntil()).contains(shownUntil);
            assertThat(report.agrees()).isFalse();
            assertThat(report.message()).contains("compare the rest later");

            shownUntil = Instant.MAX;
            Slice.Window rest = new Slice.Window(backfill.readUntil().orElseThrow(), window.to());
            engine.backfill("orders", rest, RunBudget.minutes(5));
            assertThat(engine.compare("orders", Comparison.of(window)).comparedUntil())
                    .contains(window.to());
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
    }

    @Test
    void G1_a_window_of_which_nothing_is_complete_is_not_read_at_all() {
        shop.place("A");
        shownUntil = Shop.START;
        shop.time.advance(Duration.ofHours(1));
        Slice.Window window = new Slice.Window(Shop.START, shop.time.instant().minus(Duration.ofMinutes(10)));
        try (SyncEngine engine = engine()) {
            assertThat(engine.backfill("orders", window, RunBudget.minutes(5)).readUntil())
                    .isEmpty();
            ComparisonReport report = engine.compare("orders", Comparison.of(window));
            assertThat(report.comparedUntil()).isEmpty();
            assertThat(report.agrees()).isFalse();
        }
    }
}
