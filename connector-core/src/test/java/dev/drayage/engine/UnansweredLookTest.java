package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordType;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sink is asked what stands at its target and leaves an effect out of its answer: that does not say that nothing stands there. */
class UnansweredLookTest {
    private final Shop shop = new Shop();

    @BeforeEach
    void emptyTheLedger() {
        shop.place("A", "B");
        shop.run();
        shop.store = new InMemorySyncStore(shop.time);
        shop.sink().allowDoubles().silentAbout("A");
    }

    @Test
    void G2_what_a_look_leaves_out_is_parked_and_not_sent() {
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(2);
        assertThat(shop.entry("B").state()).isEqualTo(RecordState.SETTLED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.DEFECT);
        assertThat(shop.entry("A").message()).contains("did not answer");
    }

    @Test
    void once_the_sink_answers_a_retry_finds_what_stands_there() {
        shop.run();
        shop.sink().silentAbout(null);
        shop.engine().operations("orders", "ann").retry(WorkFilter.parked());
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(2);
    }

    @Test
    void G6_a_plan_says_so_too() {
        Plan plan = shop.engine().plan("orders", Selection.of(shop.ref("A")));
        assertThat(plan.records()).singleElement().satisfies(record -> {
            assertThat(record.verdict()).isEqualTo(Plan.Verdict.PARK);
            assertThat(record.reason()).contains("did not answer");
        });
    }
}
