package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.ANY_SCRIPT;
import static dev.drayage.testing.StoreSamples.order;
import static dev.drayage.testing.StoreSamples.served;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordRef;
import dev.drayage.store.Hint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules of hints: none is lost, even one that comes while an earlier one is worked on. */
public interface HintRules extends StoreUnderTest {

    private List<Hint> hints() {
        return ledger().hints("orders", Optional.empty(), 1_000);
    }

    @Test
    default void a_hint_needs_no_lease_and_is_kept_until_served() {
        ledger().hint("orders", List.of(order("1"), order(ANY_SCRIPT)));
        assertThat(hints()).extracting(Hint::ref).containsExactlyInAnyOrder(order("1"), order(ANY_SCRIPT));
        assertThat(hints()).extracting(Hint::sync).containsOnly("orders");

        ledger().commit(served(hints().toArray(Hint[]::new)), lease());
        assertThat(hints()).isEmpty();
    }

    @Test
    default void the_hint_of_one_record_is_found_by_its_reference() {
        ledger().hint("orders", List.of(order("1"), order(ANY_SCRIPT)));
        ledger().hint("refunds", List.of(order("2")));

        assertThat(ledger().hint("orders", order(ANY_SCRIPT)))
                .isEqualTo(hints().stream()
                        .filter(hint -> hint.ref().equals(order(ANY_SCRIPT)))
                        .findFirst());
        assertThat(ledger().hint("orders", order(ANY_SCRIPT))).isPresent();
        assertThat(ledger().hint("orders", order("2"))).isEmpty();
    }

    @Test
    default void what_a_person_pushed_stays_pushed_until_it_is_served() {
        ledger().hint("orders", List.of(order("1"), order("2")));
        ledger().push("orders", order("1"));
        ledger().push("orders", order("3"));
        Hint pushed = ledger().hint("orders", order("1")).orElseThrow();
        ledger().hint("orders", List.of(order("1"), order("2"), order("3")));
        assertThat(ledger().hint("orders", order("1")).orElseThrow().number()).isNotEqualTo(pushed.number());
        assertThat(hints())
                .filteredOn(Hint::pushed)
                .extracting(Hint::ref)
                .containsExactlyInAnyOrder(order("1"), order("3"));

        ledger().commit(served(hints().toArray(Hint[]::new)), lease());
        ledger().hint("orders", List.of(order("1")));
        assertThat(hints()).noneMatch(Hint::pushed);
    }

    @Test
    default void a_hint_that_is_renewed_while_served_is_kept() {
        ledger().hint("orders", List.of(order("1")));
        Hint first = hints().get(0);
        ledger().hint("orders", List.of(order("1")));
        Hint second = hints().get(0);
        assertThat(second.number()).isNotEqualTo(first.number());

        ledger().commit(served(first), lease());
        assertThat(hints()).containsExactly(second);
        ledger().commit(served(second), lease());
        assertThat(hints()).isEmpty();
    }

    @Test
    default void a_number_is_never_given_twice() {
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            ledger().hint("orders", List.of(order("1"), order("2")));
            List<Hint> given = hints();
            given.forEach(hint -> assertThat(numbers.add(hint.number())).isTrue());
            if (i % 3 == 0) {
                ledger().commit(served(given.toArray(Hint[]::new)), lease());
            }
        }
    }

    @Test
    default void hints_of_another_sync_are_apart() {
        ledger().hint("orders", List.of(order("1")));
        ledger().hint("refunds", List.of(order("1")));
        ledger().commit(served(hints().get(0)), lease());
        assertThat(hints()).isEmpty();
        assertThat(ledger().hints("refunds", Optional.empty(), 10)).hasSize(1);
    }

    @Test
    default void hints_come_in_pages_ordered_by_reference() {
        List<RecordRef> refs =
                RecordQueryRules.AWKWARD_IDS.stream().map(StoreSamples::order).toList();
        ledger().hint("orders", refs);
        assertThat(RecordQueryRules.<RecordRef>paged(after -> ledger().hints("orders", after, 3).stream()
                        .map(Hint::ref)
                        .toList()))
                .containsExactlyElementsOf(RecordQueryRules.sorted(refs));
    }

    @Test
    default void telling_nothing_is_allowed_and_the_same_twice_counts_once() {
        ledger().hint("orders", List.of());
        ledger().hint("orders", List.of(order("1"), order("1")));
        assertThat(hints()).hasSize(1);
    }

    @Test
    default void two_nodes_tell_at_once() throws Exception {
        List<RecordRef> refs =
                IntStream.range(0, 50).mapToObj(i -> order("n" + i)).toList();
        for (int i = 0; i < 10; i++) {
            CommitRules.together(() -> tell(refs), () -> tell(refs));
            assertThat(hints()).hasSize(50);
            ledger().commit(served(hints().toArray(Hint[]::new)), lease());
            assertThat(hints()).isEmpty();
        }
    }

    private boolean tell(List<RecordRef> refs) {
        ledger().hint("orders", refs);
        return true;
    }
}
