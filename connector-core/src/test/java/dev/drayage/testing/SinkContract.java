package dev.drayage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link dev.drayage.spi.RecordSink}, rule by rule. Whoever writes one extends this class and runs it
 * against an account of a simulator or sandbox.
 *
 * @param <T> the record
 */
public abstract class SinkContract<T extends CommerceRecord> extends LookupContract<T> {
    /**
     * Whether the sink can tell by looking that a write landed. Only one whose writes may be repeated can do without: it says
     * each time that nothing landed, and is asked to write again.
     */
    protected boolean looksForWhatLanded() {
        return true;
    }

    private Prepared<T> prepared(Effect<T> effect) {
        return account().sink().prepare(effect, Optional.empty(), Map.of());
    }

    private EffectOutcome apply(Prepared<T> prepared) {
        return Objects.requireNonNull(
                account().sink().apply(List.of(prepared), account().call()).get(prepared.key()));
    }

    private static Intent intent(Prepared<?> prepared, SinkUnderTest<?> account) {
        return new Intent(
                prepared.key(),
                prepared.nativeKey(),
                prepared.hint(),
                prepared.existing(),
                prepared.effect().digest(),
                account.now());
    }

    private Resolution resolve(Prepared<T> prepared) {
        Map<EffectKey, Resolution> resolutions = account()
                .sink()
                .resolve(List.of(intent(prepared, account())), account().call());
        return Objects.requireNonNull(resolutions.get(prepared.key()));
    }

    private SinkTraits.Recovery recovery() {
        return account().sink().traits().recovery();
    }

    private boolean repeatsSafely() {
        return recovery() == SinkTraits.Recovery.UNIQUE_KEY || recovery() == SinkTraits.Recovery.REPEATABLE;
    }

    private static RecordRef written(EffectOutcome outcome) {
        assertThat(outcome).isInstanceOfAny(EffectOutcome.Applied.class, EffectOutcome.Unchanged.class);
        return outcome instanceof EffectOutcome.Unchanged unchanged
                ? unchanged.ref()
                : ((EffectOutcome.Applied) outcome).ref();
    }

    @Test
    public final void its_traits_make_sense() {
        SinkTraits traits = account().sink().traits();
        assertThat(traits.batchSize()).isPositive();
        assertThat(traits.verifyBatch()).isNotNegative();
        assertThat(traits.absenceGrace().isNegative()).isFalse();
    }

    @Test
    public final void preparing_calls_nothing_and_writes_nothing() {
        long before = account().requests();
        prepared(account().effect(0));
        prepared(account().refused());
        assertThat(account().requests()).isEqualTo(before);
        assertThat(account().writes()).isZero();
    }

    @Test
    public final void the_same_effect_always_gets_the_same_native_key() {
        Prepared<T> first = prepared(account().effect(0));
        apply(first);
        Prepared<T> again = prepared(account().effect(0));
        assertThat(first.nativeKey()).isNotBlank();
        assertThat(again.nativeKey()).isEqualTo(first.nativeKey());
        assertThat(again.hint()).isEqualTo(first.hint());
        assertThat(first.key()).isEqualTo(account().effect(0).key());
    }

    @Test
    public final void different_effects_are_told_apart_by_native_key_and_hint() {
        assertThat(List.of(0, 1, 2))
                .extracting(number -> prepared(account().effect(number)))
                .extracting(prepared -> List.of(prepared.nativeKey(), prepared.hint()))
                .doesNotHaveDuplicates();
    }

    @Test
    public final void what_is_stored_before_sending_holds_nothing_of_the_buyer() {
        for (Effect<T> effect :
                List.of(account().effect(0), account().effect(1), account().refused())) {
            Prepared<T> prepared = prepared(effect);
            assertThat(prepared.hint()).hasSizeLessThanOrEqualTo(1_000);
            assertThat(account().buyerTexts())
                    .isNotEmpty()
                    .allSatisfy(
                            text -> assertThat(List.of(prepared.nativeKey(), prepared.hint(), prepared.expectation()))
                                    .allSatisfy(stored -> assertThat(stored).doesNotContainIgnoringCase(text)));
        }
    }

    @Test
    public final void applying_makes_one_record_and_names_it() {
        RecordRef ref = written(apply(prepared(account().effect(0))));
        assertThat(ref.account()).isEqualTo(account().account());
        assertThat(account().writes()).isEqualTo(1);
        assertThat(account().standing()).isEqualTo(1);
    }

    @Test
    public final void effects_of_two_records_make_two_records() {
        RecordRef first = written(apply(prepared(account().effect(0))));
        RecordRef second = written(apply(prepared(account().effect(1))));
        assertThat(first).isNotEqualTo(second);
        assertThat(account().standing()).isEqualTo(2);
    }

    @Test
    public final void applying_the_same_effect_twice_leaves_one_record() {
        if (repeatsSafely()) {
            Prepared<T> prepared = prepared(account().effect(0));
            RecordRef first = written(apply(prepared));
            RecordRef second = written(apply(prepared));
            assertThat(second).isEqualTo(first);
            assertThat(account().standing()).isEqualTo(1);
        }
    }

    @Test
    public final void a_write_that_landed_is_resolved_as_landed() {
        Prepared<T> prepared = prepared(account().effect(0));
        RecordRef ref = written(apply(prepared));
        Resolution resolution = resolve(prepared);
        if (!looksForWhatLanded()) {
            assertThat(recovery()).isEqualTo(SinkTraits.Recovery.REPEATABLE);
            assertThat(resolution).isInstanceOf(Resolution.NotLanded.class);
        } else if (recovery() != SinkTraits.Recovery.NONE) {
            assertThat(resolution).isInstanceOf(Resolution.Landed.class);
            assertThat(((Resolution.Landed) resolution).applied().ref()).isEqualTo(ref);
        }
    }

    @Test
    public final void what_was_never_sent_is_not_landed() {
        if (recovery() != SinkTraits.Recovery.NONE) {
            assertThat(resolve(prepared(account().effect(0)))).isInstanceOf(Resolution.NotLanded.class);
        }
    }

    @Test
    public final void resolving_answers_every_key_and_writes_nothing() {
        Prepared<T> sent = prepared(account().effect(0));
        apply(sent);
        long before = account().writes();
        List<Intent> open = List.of(
                intent(sent, account()),
                intent(prepared(account().effect(1)), account()),
                intent(prepared(account().refused()), account()));
        assertThat(account().sink().resolve(open, account().call()))
                .containsOnlyKeys(open.stream().map(Intent::key).toList());
        assertThat(account().sink().resolve(List.of(), account().call())).isEmpty();
        assertThat(account().writes()).isEqualTo(before);
    }

    @Test
    public final void a_look_finds_what_was_written_under_a_unique_key() {
        RecordRef ref = written(apply(prepared(account().effect(0))));
        if (recovery() == SinkTraits.Recovery.UNIQUE_KEY) {
            Existing existing =
                    find(List.of(account().effect(0))).get(account().effect(0).key());
            assertThat(Objects.requireNonNull(existing).ref()).contains(ref);
        }
    }

    @Test
    public final void a_refused_record_writes_nothing_and_names_code_and_message() {
        EffectOutcome outcome = apply(prepared(account().refused()));
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        assertThat(((EffectOutcome.Rejected) outcome).violations().list())
                .isNotEmpty()
                .allSatisfy(violation -> {
                    assertThat(violation.code().name()).isNotBlank();
                    assertThat(violation.message()).isNotBlank();
                    assertThat(account().buyerTexts())
                            .allSatisfy(text -> assertThat(violation.message()).doesNotContainIgnoringCase(text));
                });
        assertThat(account().writes()).isZero();
        assertThat(account().standing()).isZero();
    }
}
