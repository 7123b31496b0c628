package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.Company;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Page;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two systems follow each other; one shows its records late, or clocks differ. */
class PastStateTest {
    private final TwoWay two = new TwoWay();
    private Optional<Change<Company>> past = Optional.empty();

    private final Connector rightSide = Interposed.wrap(
            Connector.class,
            two.rightConnector,
            (call, action) -> call.equals("RecordSource.read") && past.isPresent()
                    ? new Page<>(List.of(past.get()), Optional.empty(), Optional.empty())
                    : action.run());

    private void run(SyncEngine engine, String sync) {
        two.time.advance(Duration.ofMinutes(3));
        engine.run(sync, RunBudget.minutes(5));
    }

    private CallContext call() {
        return CallContext.within(Duration.ofMinutes(1), two.time, new Cancellation(), Priority.ORDERS);
    }

    /** What the right side shows now. */
    private Change<Company> shown() {
        return two.rightConnector
                .fakeSource(RecordType.COMPANY)
                .fetch(two.right.all(RecordType.COMPANY).get(0).ref(), call());
    }

    @Test
    void G5_what_a_source_shows_of_before_our_write_undoes_no_newer_change() {
        try (SyncEngine engine = two.node(two.store, "one", two.time, rightSide)) {
            two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
            run(engine, "to-right");
            Change<Company> old = shown();
            two.left.put(two.company(two.left, "C1", "Glenrock", "Net 60"));
            run(engine, "to-right");
            assertThat(two.terms(two.right)).contains("Net 60");
            past = Optional.of(old);
            run(engine, "to-left");
            assertThat(two.terms(two.left)).as("the newer one stays").contains("Net 60");
            past = Optional.empty();
            for (int i = 0; i < 6; i++) {
                run(engine, "to-left");
                run(engine, "to-right");
            }
        }
        assertThat(two.terms(two.left)).contains("Net 60");
        assertThat(two.terms(two.right)).contains("Net 60");
        assertThat(two.left.writes()).isEmpty();
    }

    @Test
    void G5_a_change_that_a_slow_clock_dates_before_our_write_arrives_some_minutes_later() {
        two.time.advance(Duration.ofHours(1));
        two.rightBehind = Duration.ofMinutes(4);
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.settle();
        two.enforce(two.right, "Net 60");
        two.time.advance(Duration.ofMinutes(1));
        two.engine.run("to-left", RunBudget.minutes(5));
        two.time.advance(Duration.ofMinutes(7));
        two.engine.run("to-left", RunBudget.minutes(5));
        assertThat(two.terms(two.left)).contains("Net 60");
    }

    @Test
    void G5_who_wrote_last_is_known_though_clocks_of_nodes_differ() {
        SettableTime ahead = new SettableTime(Shop.START.plus(Duration.ofMinutes(33)));
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.time.advance(Duration.ofMinutes(3));
        try (SyncEngine one = two.node(two.store, "one", ahead, two.rightConnector);
                SyncEngine other = two.node(two.store, "other", two.time, two.rightConnector)) {
            one.run("to-right", RunBudget.minutes(5));
            two.rightBehind = Duration.ofMinutes(-40);
            two.enforce(two.right, "Net 60");
            other.push("to-left", two.right.all(RecordType.COMPANY).get(0).ref());
            assertThat(two.terms(two.left)).contains("Net 60");
            two.enforce(two.left, "Net 30");
            two.time.advance(Duration.ofMinutes(10));
            other.push("to-right", two.left.all(RecordType.COMPANY).get(0).ref());
        }
        assertThat(two.terms(two.right)).as("taken back on the left").contains("Net 30");
    }
}
