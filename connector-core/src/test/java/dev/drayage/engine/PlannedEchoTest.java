package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Company;
import dev.drayage.model.RecordType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G6: a plan of a flow that goes both ways says of our own writes what a run does about them. */
class PlannedEchoTest {
    private final TwoWay two = new TwoWay();

    private List<Plan.PlannedRecord> plan(String sync) {
        two.time.advance(Duration.ofMinutes(3));
        return two.engine.plan(sync, Selection.next(10)).records();
    }

    private void run(String sync) {
        two.time.advance(Duration.ofMinutes(3));
        two.engine.run(sync, RunBudget.minutes(5));
    }

    private void fromRight(String terms) {
        Company there = (Company) two.right.all(RecordType.COMPANY).get(0).record();
        two.right.put(Company.builder().from(there).externalId(terms).build());
    }

    @Test
    void G6_a_plan_calls_an_echo_no_write() {
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        run("to-right");
        assertThat(plan("to-left")).singleElement().satisfies(record -> {
            assertThat(record.verdict()).isEqualTo(Plan.Verdict.SKIP);
            assertThat(record.reason()).isEqualTo("shows only what was written here");
            assertThat(record.changes()).isEmpty();
        });
        run("to-left");
        assertThat(two.left.writes()).isEmpty();
    }

    @Test
    void G6_a_plan_names_the_record_that_the_other_direction_knows() {
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        run("to-right");
        fromRight("Net 60");
        Plan plan = two.engine.plan(
                "to-left", Selection.of(two.right.all(RecordType.COMPANY).get(0).ref()));
        assertThat(plan.records()).singleElement().satisfies(record -> {
            assertThat(record.verdict()).isEqualTo(Plan.Verdict.WRITE);
            assertThat(record.changes()).singleElement().satisfies(change -> {
                assertThat(change.action()).isEqualTo(Plan.Action.UPDATE);
                assertThat(change.target())
                        .contains(two.left.all(RecordType.COMPANY).get(0).ref());
            });
        });
        two.engine.apply(plan);
        assertThat(two.left.all(RecordType.COMPANY)).hasSize(1);
        assertThat(two.terms(two.left)).contains("Net 60");
    }

    @Test
    void G6_a_plan_says_that_a_change_is_taken_back() {
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.settle();
        two.enforce(two.right, "Net 60");
        two.settle();
        two.enforce(two.left, "Net 30");
        assertThat(plan("to-right")).extracting(Plan.PlannedRecord::verdict).containsExactly(Plan.Verdict.WRITE);
        run("to-right");
        assertThat(two.terms(two.right)).contains("Net 30");
    }

    @Test
    void G6_a_plan_waits_for_a_write_that_may_have_made_what_is_read() {
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.rightConnector.fakeSink(RecordType.COMPANY).loseAnswers(1).hideFromLooks(1);
        run("to-right");
        assertThat(two.right.all(RecordType.COMPANY)).hasSize(1);
        assertThat(plan("to-left")).extracting(Plan.PlannedRecord::verdict).containsExactly(Plan.Verdict.WAIT);
    }
}
