package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.NOON;
import static dev.drayage.testing.StoreSamples.commit;
import static dev.drayage.testing.StoreSamples.order;
import static dev.drayage.testing.StoreSamples.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules of looking for records: every criterion, alone and with others, and pages in one order. */
public interface RecordQueryRules extends StoreUnderTest {
    /** Ids that databases like to sort in their own way: case, digits, accents, signs, and the two ends of UTF-16. */
    List<String> AWKWARD_IDS = List.of(
            "a",
            "B",
            "b",
            "A",
            "Z",
            "z",
            "É",
            "e",
            "é",
            "a-1",
            "a/1",
            "a 1",
            "a_1",
            "a%1",
            "a1",
            "10",
            "9",
            "1",
            "01",
            "\uD7FF",
            "\uD83D\uDE9A",
            "\uD83D\uDE9B",
            "\uE000",
            "\uFFFD",
            "\uFF21",
            "出",
            "\u0000x",
            "\u0001x",
            "\u0002x",
            "İ",
            "I",
            "ı",
            "i",
            "ß",
            "ss");

    List<RecordState> RECORD_STATES = List.of(RecordState.values());

    List<ErrorCode> CODES =
            List.of(ErrorCode.SKU_UNKNOWN, ErrorCode.SKU_AMBIGUOUS, ErrorCode.CONFLICT, ErrorCode.DEFECT);

    /** The order of the contract. */
    static <T> List<T> sorted(List<T> names) {
        return names.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    /** Reads page after page until one is empty. */
    static <T> List<T> paged(Function<Optional<T>, List<T>> page) {
        List<T> all = new ArrayList<>();
        List<T> found = page.apply(Optional.empty());
        while (!found.isEmpty()) {
            all.addAll(found);
            found = page.apply(Optional.of(found.get(found.size() - 1)));
        }
        return all;
    }

    /** Criteria that each hit some of the {@link #assortment}. */
    private static List<Consumer<RecordQuery.Builder>> criteria() {
        return List.of(
                query -> query.sync("orders"),
                query -> query.refs(List.of(order("n1"), order("n2"), order("n13"), order("n14"), order("none"))),
                query -> query.addStates(RecordState.DEFERRED, RecordState.DUE),
                query -> query.addStates(RecordState.PARKED),
                query -> query.addCodes(ErrorCode.SKU_UNKNOWN, ErrorCode.CONFLICT),
                query -> query.dueBy(NOON.plusSeconds(20)),
                query -> query.addWaitingFor("w1", "w2", "none"),
                query -> query.changedFrom(NOON.plusSeconds(10)),
                query -> query.changedBefore(NOON.plusSeconds(30)),
                query -> query.id("n7"),
                query -> query.after(order("n2")));
    }

    /** Records of two syncs that differ in everything that can be asked for. */
    private static List<RecordEntry> assortment() {
        List<RecordEntry> all = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            RecordEntry.Builder entry = record(i % 2 == 0 ? "orders" : "refunds", "n" + i / 2)
                    .state(RECORD_STATES.get(i % RECORD_STATES.size()))
                    .revision("r" + i);
            if (i % 3 != 0) {
                entry.code(CODES.get(i % CODES.size()));
            }
            if (i % 4 != 0) {
                entry.dueAt(NOON.plusSeconds(i));
            }
            if (i % 5 != 0) {
                entry.waitingFor("w" + i % 7);
            }
            if (i % 6 != 0) {
                entry.changedAt(NOON.plusSeconds(i % 40));
            }
            all.add(entry.build());
        }
        return all;
    }

    private static boolean matches(RecordEntry entry, RecordQuery query) {
        return query.sync().map(entry.sync()::equals).orElse(true)
                && (query.refs().isEmpty() || query.refs().contains(entry.ref()))
                && (query.states().isEmpty() || query.states().contains(entry.state()))
                && (query.codes().isEmpty()
                        || entry.code().filter(query.codes()::contains).isPresent())
                && query.dueBy()
                        .map(by -> entry.dueAt().filter(at -> !at.isAfter(by)).isPresent())
                        .orElse(true)
                && (query.waitingFor().isEmpty()
                        || entry.waitingFor()
                                .filter(query.waitingFor()::contains)
                                .isPresent())
                && query.changedFrom()
                        .map(from -> entry.changedAt()
                                .filter(at -> !at.isBefore(from))
                                .isPresent())
                        .orElse(true)
                && query.changedBefore()
                        .map(before -> entry.changedAt()
                                .filter(at -> at.isBefore(before))
                                .isPresent())
                        .orElse(true)
                && query.id().map(entry.ref().id()::equals).orElse(true);
    }

    private void assertAnswers(List<RecordEntry> all, RecordQuery query) {
        List<RecordEntry> matching =
                all.stream().filter(entry -> matches(entry, query)).toList();
        List<RecordEntry> page = matching.stream()
                .filter(entry -> query.after()
                        .map(after -> entry.ref().toString().compareTo(after.toString()) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing((RecordEntry entry) -> entry.ref().toString())
                        .thenComparing(RecordEntry::sync))
                .limit(query.limit())
                .toList();
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        matching.forEach(entry -> counts.merge(entry.state(), 1L, Long::sum));
        assertThat(ledger().records(query)).as("%s", query).isEqualTo(page);
        assertThat(ledger().countRecords(query)).as("%s", query).isEqualTo(counts);
    }

    @Test
    default void each_criterion_of_records_restricts_alone() {
        List<RecordEntry> all = assortment();
        ledger().commit(commit(all, List.of()), lease());
        assertAnswers(all, RecordQuery.builder().build());
        for (Consumer<RecordQuery.Builder> criterion : criteria()) {
            RecordQuery.Builder query = RecordQuery.builder();
            criterion.accept(query);
            List<RecordEntry> found = ledger().records(query.build());
            assertThat(found).as("%s", query.build()).isNotEmpty().hasSizeLessThan(all.size());
            assertAnswers(all, query.build());
        }
    }

    @Test
    default void criteria_of_records_restrict_together() {
        List<RecordEntry> all = assortment();
        ledger().commit(commit(all, List.of()), lease());
        SplittableRandom random = new SplittableRandom(20260701);
        for (int i = 0; i < 150; i++) {
            RecordQuery.Builder query = RecordQuery.builder().limit(1 + random.nextInt(60));
            for (Consumer<RecordQuery.Builder> criterion : criteria()) {
                if (random.nextInt(4) == 0) {
                    criterion.accept(query);
                }
            }
            assertAnswers(all, query.build());
        }
    }

    @Test
    default void instants_of_a_record_query_are_exact_at_both_ends() {
        RecordEntry entry = record("orders", "1").changedAt(NOON).dueAt(NOON).build();
        ledger().commit(StoreSamples.records(entry), lease());
        for (long nanos : new long[] {-1_000, 0, 1_000}) {
            assertAnswers(
                    List.of(entry),
                    RecordQuery.builder().dueBy(NOON.plusNanos(nanos)).build());
            assertAnswers(
                    List.of(entry),
                    RecordQuery.builder().changedFrom(NOON.plusNanos(nanos)).build());
            assertAnswers(
                    List.of(entry),
                    RecordQuery.builder().changedBefore(NOON.plusNanos(nanos)).build());
        }
        assertAnswers(
                List.of(entry),
                RecordQuery.builder().changedFrom(NOON.plusNanos(1)).build());
        assertAnswers(
                List.of(entry),
                RecordQuery.builder().changedBefore(NOON.plusNanos(1)).build());
    }

    @Test
    default void records_come_in_pages_ordered_by_reference() {
        List<RecordEntry> entries = new ArrayList<>();
        for (int i = 0; i < AWKWARD_IDS.size(); i++) {
            entries.add(record("orders", AWKWARD_IDS.get(i))
                    .state(RECORD_STATES.get(i % 3))
                    .build());
        }
        ledger().commit(commit(entries, List.of()), lease());
        List<RecordRef> refs = entries.stream().map(RecordEntry::ref).toList();

        assertThat(RecordQueryRules.<RecordRef>paged(after -> refs(RecordQuery.builder()
                        .sync("orders")
                        .after(after)
                        .limit(4)
                        .build())))
                .containsExactlyElementsOf(sorted(refs));
        assertThat(RecordQueryRules.<RecordRef>paged(after -> refs(
                        RecordQuery.builder().refs(refs).after(after).limit(4).build())))
                .containsExactlyElementsOf(sorted(refs));
        List<RecordState> two = List.of(RECORD_STATES.get(0), RECORD_STATES.get(2));
        assertThat(RecordQueryRules.<RecordRef>paged(after -> refs(
                        RecordQuery.builder().states(two).after(after).limit(4).build())))
                .containsExactlyElementsOf(sorted(entries.stream()
                        .filter(entry -> two.contains(entry.state()))
                        .map(RecordEntry::ref)
                        .toList()));
    }

    private List<RecordRef> refs(RecordQuery query) {
        return ledger().records(query).stream().map(RecordEntry::ref).toList();
    }

    @Test
    default void more_names_than_fit_into_one_statement_are_found() {
        List<RecordEntry> entries = IntStream.range(0, 1_300)
                .mapToObj(i -> record("orders", "n" + i).waitingFor("w" + i).build())
                .toList();
        ledger().commit(commit(entries, List.of()), lease());
        List<RecordRef> refs = entries.stream().map(RecordEntry::ref).toList();
        RecordQuery byRef = RecordQuery.builder().refs(refs).limit(1_250).build();
        assertThat(refs(byRef)).isEqualTo(sorted(refs).subList(0, 1_250));
        assertThat(ledger().countRecords(byRef)).isEqualTo(Map.of(RecordState.SETTLED, 1_300L));
        assertThat(refs(RecordQuery.builder()
                        .waitingFor(entries.stream()
                                .map(entry -> entry.waitingFor().orElseThrow())
                                .toList())
                        .limit(Integer.MAX_VALUE)
                        .build()))
                .hasSize(1_300);
    }
}
