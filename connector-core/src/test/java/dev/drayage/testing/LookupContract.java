package dev.drayage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link dev.drayage.spi.RecordLookup}: all that a plan may touch.
 *
 * @param <T> the record
 */
public abstract class LookupContract<T extends CommerceRecord> {
    private @Nullable SinkUnderTest<T> opened;

    /** A new account to which nothing was written yet. Called once before each test. */
    protected abstract SinkUnderTest<T> open() throws Exception;

    /** Opens the account. */
    @BeforeEach
    public final void openAccount() throws Exception {
        opened = open();
    }

    /** Closes the account. */
    @AfterEach
    public final void closeAccount() {
        if (opened != null) {
            opened.close();
        }
    }

    /** The account of this test. */
    protected final SinkUnderTest<T> account() {
        return Objects.requireNonNull(opened);
    }

    /** What stands there for the effects. */
    protected final Map<EffectKey, Existing> find(List<Effect<T>> effects) {
        return account().sink().find(effects, account().call());
    }

    @Test
    public final void looking_answers_every_key_and_no_other() {
        List<Effect<T>> effects =
                List.of(account().effect(0), account().effect(1), account().refused());
        assertThat(find(effects))
                .containsOnlyKeys(effects.stream().map(Effect::key).toList());
        assertThat(find(List.of())).isEmpty();
    }

    @Test
    public final void looking_writes_nothing() {
        find(List.of(account().effect(0), account().effect(1), account().refused()));
        assertThat(account().writes()).isZero();
        assertThat(account().standing()).isZero();
    }

    @Test
    public final void an_effect_that_would_be_taken_has_no_violation() {
        Existing existing =
                find(List.of(account().effect(0))).get(account().effect(0).key());
        assertThat(existing).isNotNull();
        assertThat(Objects.requireNonNull(existing).violations().list()).isEmpty();
    }

    @Test
    public final void what_a_look_tells_holds_nothing_of_the_buyer() {
        List<Effect<T>> effects =
                List.of(account().effect(0), account().effect(1), account().refused());
        for (Existing existing : find(effects).values()) {
            assertThat(account().buyerTexts())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(existing.toString()).doesNotContainIgnoringCase(text));
        }
    }
}
