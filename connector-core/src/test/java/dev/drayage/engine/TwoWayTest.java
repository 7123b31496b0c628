package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Company;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Slice;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G5: two systems that are kept in step both ways. */
class TwoWayTest {
    @Test
    void G5_no_echo_between_two_systems_that_are_kept_in_step_both_ways() {
        TwoWay two = new TwoWay();
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.settle();
        assertThat(two.right.all(RecordType.COMPANY)).hasSize(1);
        assertThat(two.left.writes()).as("nothing comes back").isEmpty();
        int writes = two.left.writes().size() + two.right.writes().size();
        two.settle();
        two.settle();
        assertThat(two.left.writes().size() + two.right.writes().size()).isEqualTo(writes);
        Company there = (Company) two.right.all(RecordType.COMPANY).get(0).record();
        two.right.put(Company.builder().from(there).externalId("Net 60").build());
        two.settle();
        two.settle();
        assertThat(two.left.all(RecordType.COMPANY)).hasSize(1);
        assertThat(((Company) two.left.all(RecordType.COMPANY).get(0).record()).externalId())
                .contains("Net 60");
        assertThat(two.right.all(RecordType.COMPANY)).hasSize(1);
        two.time.advance(Duration.ofHours(1));
        Slice.Window everything = new Slice.Window(Shop.START, two.time.instant());
        for (String sync : List.of("to-right", "to-left")) {
            ComparisonReport both = two.engine.compare(sync, Comparison.of(everything));
            assertThat(both.compared()).isEqualTo(1);
            assertThat(both.agrees())
                    .as("%s, though neither side knows the other's record by our key: %s", sync, both.differences())
                    .isTrue();
        }
    }

    @Test
    void G5_a_change_that_one_side_takes_back_reaches_the_other() {
        TwoWay two = new TwoWay();
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.settle();
        two.enforce(two.right, "Net 60");
        two.settle();
        assertThat(two.terms(two.left)).contains("Net 60");
        two.enforce(two.left, "Net 30");
        two.settle();
        two.settle();
        assertThat(two.terms(two.right)).contains("Net 30");
        assertThat(two.terms(two.left)).contains("Net 30");
    }

    @Test
    void G5_a_change_that_the_side_which_made_it_takes_back_reaches_the_other() {
        TwoWay two = new TwoWay();
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.settle();
        two.enforce(two.right, "Net 60");
        two.settle();
        assertThat(two.terms(two.left)).contains("Net 60");
        two.enforce(two.right, "Net 30");
        two.settle();
        two.settle();
        assertThat(two.terms(two.left))
                .as("what was written there once is news now")
                .contains("Net 30");
        assertThat(two.terms(two.right)).contains("Net 30");
    }

    @Test
    void G5_what_an_unanswered_write_made_is_no_news_for_its_origin() {
        TwoWay two = new TwoWay();
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.rightConnector.fakeSink(RecordType.COMPANY).loseAnswers(1).hideFromLooks(1);
        two.settle();
        assertThat(two.right.all(RecordType.COMPANY)).hasSize(1);
        assertThat(two.left.all(RecordType.COMPANY))
                .as("the ledger does not know yet whose the right one is")
                .hasSize(1);
        for (int i = 0; i < 5; i++) {
            two.settle();
        }
        assertThat(two.left.all(RecordType.COMPANY)).hasSize(1);
        assertThat(two.left.writes()).isEmpty();
        assertThat(two.right.all(RecordType.COMPANY)).hasSize(1);
    }

    @Test
    void G5_targets_that_rewrite_what_they_are_told_come_to_rest() {
        TwoWay two = new TwoWay();
        two.rightConnector
                .fakeSink(RecordType.COMPANY)
                .normalise(company ->
                        Company.builder().from(company).externalId("X").build());
        two.leftConnector
                .fakeSink(RecordType.COMPANY)
                .normalise(company ->
                        Company.builder().from(company).externalId("Y").build());
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        for (int i = 0; i < 30; i++) {
            two.settle();
        }
        int writes = two.writes();
        two.settle();
        two.settle();
        assertThat(two.writes()).isEqualTo(writes).isLessThan(20);
    }

    @Test
    void G5_what_two_workflows_change_back_and_forth_is_parked() {
        TwoWay two = new TwoWay();
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.settle();
        int settled = 0;
        for (int i = 0; i < 30; i++) {
            two.enforce(two.right, "Net 60");
            two.settle();
            two.enforce(two.left, "Net 30");
            two.settle();
            settled = i < 20 ? two.writes() : settled;
        }
        assertThat(two.writes()).as("nobody writes any more").isEqualTo(settled);
        assertThat(two.engine.records(RecordQuery.builder()
                        .addStates(RecordState.PARKED)
                        .addCodes(ErrorCode.PING_PONG)
                        .build()))
                .as("somebody is told")
                .isNotEmpty();
    }
}
