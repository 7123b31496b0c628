package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.Money;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Slice;
import dev.drayage.store.RecordQuery;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** G12: whatever people do to a sync stands in the audit trail, with who did it. */
class AuditedActsTest {
    private final Shop shop = new Shop();

    private SyncOperations ann() {
        return shop.engine().operations("orders", "ann");
    }

    @Test
    void G12_what_is_done_to_the_sync() {
        ann().pause("stocktaking");
        ann().resume();
        ann().seek(Shop.START);
        ann().reset();
        ann().retry(RecordQuery.builder().addCodes(ErrorCode.SKU_UNKNOWN).build());
        assertThat(shop.acts())
                .containsExactly(
                        "ann pause stocktaking",
                        "ann resume",
                        "ann seek " + Shop.START,
                        "ann reset " + Shop.START,
                        "ann retry SKU_UNKNOWN");
    }

    @Test
    void G12_what_is_done_to_a_record() {
        shop.place("A");
        shop.run();
        ann().park(shop.ref("A"), "smells of fraud");
        ann().dismiss(shop.ref("A"), "a test");
        assertThat(shop.acts())
                .containsExactly(
                        "ann park " + shop.ref("A") + ": smells of fraud", "ann dismiss " + shop.ref("A") + ": a test");
    }

    @Test
    void G12_who_accepted_a_change() {
        shop.place("A");
        shop.run();
        SalesOrder sale =
                (SalesOrder) shop.shopWorld.get(shop.ref("A")).orElseThrow().record();
        shop.shopWorld.put(SalesOrder.builder()
                .from(sale)
                .lines(sale.lines().subList(0, 1))
                .total(Money.of("47.85", "USD"))
                .build());
        shop.run();
        ann().accept(shop.ref("A"), "done by hand");
        assertThat(shop.acts()).containsExactly("ann accept " + shop.ref("A") + ": done by hand");
    }

    @Test
    void G12_who_had_an_unanswered_order_told_anew() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofDays(10), 0));
        shop.place("A");
        shop.sink().beforeWrite(() -> {
            throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "cut off");
        });
        shop.run();
        ann().resend(shop.ref("A"), "it never came");
        assertThat(shop.acts()).containsExactly("ann resend " + shop.ref("A") + ": it never came");
    }

    @Test
    void G12_who_pushed_a_record_and_that_it_was_corrected_and_why() {
        shop.place("A", "B");
        assertThat(ann().push(shop.ref("A")).count(Outcome.APPLIED)).isEqualTo(1);
        ann().push(
                        shop.ref("B"),
                        record -> SalesOrder.builder()
                                .from((SalesOrder) record)
                                .number("B-2")
                                .build(),
                        "the number was taken");
        shop.engine().push("orders", shop.ref("A"));
        assertThat(shop.acts())
                .containsExactly(
                        "ann push " + shop.ref("A"),
                        "ann push " + shop.ref("B") + " corrected: the number was taken",
                        "host push " + shop.ref("A"));
        assertThat(shop.erpWorld
                        .byKey(RecordType.SALES_ORDER, "salesOrder-B")
                        .map(held -> ((SalesOrder) held.record()).number()))
                .contains("B-2");
    }

    @Test
    void G12_who_read_a_window_again_and_who_applied_a_plan() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        Slice.Window window = new Slice.Window(Shop.START, Shop.START.plusSeconds(60));
        Plan plan = shop.engine().plan("orders", Selection.of(shop.ref("A")));
        ann().apply(plan);
        ann().backfill(window, RunBudget.minutes(5));
        assertThat(shop.acts())
                .containsExactly(
                        "ann apply a plan of 1 records", "ann backfill 2026-11-01T00:00:00Z to 2026-11-01T00:01:00Z");
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        Plan ofAnother = new Plan("refunds", shop.time.instant(), plan.records(), true);
        assertThatThrownBy(() -> ann().apply(ofAnother)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void G12_a_push_that_may_not_run_is_no_act() {
        shop.place("A");
        ann().pause("stocktaking");
        assertThat(ann().push(shop.ref("A")).ending()).isEqualTo(RunReport.Ending.PAUSED);
        assertThat(shop.acts()).containsExactly("ann pause stocktaking");
    }
}
