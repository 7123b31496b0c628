package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.booked;
import static dev.drayage.testing.StoreSamples.commit;
import static dev.drayage.testing.StoreSamples.effect;
import static dev.drayage.testing.StoreSamples.key;
import static dev.drayage.testing.StoreSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules of looking for effects: every criterion, alone and with others, and pages in one order. */
public interface EffectQueryRules extends StoreUnderTest {
    List<EffectState> EFFECT_STATES = List.of(EffectState.values());

    /** Criteria that each hit some of the {@link #assortment}. */
    private static List<Consumer<EffectQuery.Builder>> criteria() {
        return List.of(
                query -> query.sync("orders"),
                query -> query.addKeys(key("n1"), key("n2"), key("n30"), key("none")),
                query -> query.addStates(EffectState.INTENT, EffectState.PENDING),
                query -> query.addStates(EffectState.ABSENT),
                query -> query.addTargets(booked("t1"), booked("t2"), booked("none")),
                query -> query.addCauses(order("c1"), order("n2"), order("none")),
                query -> query.id("n4"),
                query -> query.id("c1"),
                query -> query.id("t2"),
                query -> query.id("native-n5"),
                query -> query.lane("order/3"),
                query -> query.after(key("n2")));
    }

    /** Effects that differ in everything that can be asked for. */
    private static List<EffectEntry> assortment() {
        List<EffectEntry> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            EffectEntry.Builder entry = effect(i % 2 == 0 ? "orders" : "refunds", "n" + i)
                    .state(EFFECT_STATES.get(i % EFFECT_STATES.size()))
                    .lane("order/" + i % 6)
                    .boundDigest("d" + i);
            if (i % 3 != 0) {
                entry.target(booked("t" + i % 7));
            }
            if (i % 4 != 0) {
                entry.cause(order("c" + i % 5));
            }
            all.add(entry.build());
        }
        return all;
    }

    private static boolean matches(EffectEntry entry, EffectQuery query) {
        return query.sync().map(entry.sync()::equals).orElse(true)
                && (query.keys().isEmpty() || query.keys().contains(entry.key()))
                && (query.states().isEmpty() || query.states().contains(entry.state()))
                && (query.targets().isEmpty()
                        || entry.target().filter(query.targets()::contains).isPresent())
                && query.lane().map(entry.lane()::equals).orElse(true)
                && (query.causes().isEmpty() || query.causes().contains(entry.cause()))
                && query.id()
                        .map(id ->
                                List.of(entry.key().source().id(), entry.cause().id(), entry.nativeKey())
                                                .contains(id)
                                        || entry.target()
                                                .filter(target -> target.id().equals(id))
                                                .isPresent())
                        .orElse(true)
                && query.after()
                        .map(after -> entry.key().toString().compareTo(after.toString()) > 0)
                        .orElse(true);
    }

    private void assertAnswers(List<EffectEntry> all, EffectQuery query) {
        assertThat(ledger().effects(query))
                .as("%s", query)
                .isEqualTo(all.stream()
                        .filter(entry -> matches(entry, query))
                        .sorted(Comparator.comparing(entry -> entry.key().toString()))
                        .limit(query.limit())
                        .toList());
    }

    @Test
    default void each_criterion_of_effects_restricts_alone() {
        List<EffectEntry> all = assortment();
        ledger().commit(commit(List.of(), all), lease());
        assertAnswers(all, EffectQuery.builder().build());
        for (Consumer<EffectQuery.Builder> criterion : criteria()) {
            EffectQuery.Builder query = EffectQuery.builder();
            criterion.accept(query);
            List<EffectEntry> found = ledger().effects(query.build());
            assertThat(found).as("%s", query.build()).isNotEmpty().hasSizeLessThan(all.size());
            assertAnswers(all, query.build());
        }
    }

    @Test
    default void criteria_of_effects_restrict_together() {
        List<EffectEntry> all = assortment();
        ledger().commit(commit(List.of(), all), lease());
        SplittableRandom random = new SplittableRandom(20260702);
        for (int i = 0; i < 150; i++) {
            EffectQuery.Builder query = EffectQuery.builder().limit(1 + random.nextInt(40));
            for (Consumer<EffectQuery.Builder> criterion : criteria()) {
                if (random.nextInt(4) == 0) {
                    criterion.accept(query);
                }
            }
            assertAnswers(all, query.build());
        }
    }

    @Test
    default void an_id_of_another_tenants_effect_finds_nothing() {
        ledger().commit(commit(List.of(), assortment()), lease());
        assertThat(store().ledger("other")
                        .effects(EffectQuery.builder().id("n4").build()))
                .isEmpty();
        assertThat(store().ledger("other")
                        .effects(EffectQuery.builder().addTargets(booked("t1")).build()))
                .isEmpty();
    }

    @Test
    default void effects_come_in_pages_ordered_by_key() {
        List<EffectEntry> entries = new ArrayList<>();
        for (int i = 0; i < RecordQueryRules.AWKWARD_IDS.size(); i++) {
            entries.add(effect("orders", RecordQueryRules.AWKWARD_IDS.get(i))
                    .state(EFFECT_STATES.get(i % 3))
                    .target(booked("one"))
                    .build());
        }
        ledger().commit(commit(List.of(), entries), lease());
        List<EffectKey> keys =
                RecordQueryRules.sorted(entries.stream().map(EffectEntry::key).toList());

        assertThat(RecordQueryRules.<EffectKey>paged(after ->
                        keys(EffectQuery.builder().after(after).limit(4).build())))
                .containsExactlyElementsOf(keys);
        assertThat(RecordQueryRules.<EffectKey>paged(after -> keys(EffectQuery.builder()
                        .addTargets(booked("one"))
                        .after(after)
                        .limit(4)
                        .build())))
                .containsExactlyElementsOf(keys);
    }

    private List<EffectKey> keys(EffectQuery query) {
        return ledger().effects(query).stream().map(EffectEntry::key).toList();
    }

    @Test
    default void more_names_of_several_kinds_than_fit_into_one_statement_are_found() {
        List<EffectEntry> entries = IntStream.range(0, 1_300)
                .mapToObj(i -> effect("orders", "n" + i).target(booked("t" + i)).build())
                .toList();
        ledger().commit(commit(List.of(), entries), lease());
        List<EffectKey> keys = entries.stream().map(EffectEntry::key).toList();
        List<RecordRef> targets =
                entries.stream().map(entry -> entry.target().orElseThrow()).toList();
        List<RecordRef> causes = entries.stream().map(EffectEntry::cause).toList();
        List<EffectKey> first = RecordQueryRules.sorted(keys).subList(0, 1_250);

        assertThat(keys(EffectQuery.builder().keys(keys).limit(1_250).build())).isEqualTo(first);
        assertThat(keys(EffectQuery.builder().targets(targets).limit(1_250).build()))
                .isEqualTo(first);
        assertThat(keys(EffectQuery.builder()
                        .keys(keys)
                        .targets(targets)
                        .causes(causes)
                        .limit(1_250)
                        .build()))
                .isEqualTo(first);
    }
}
