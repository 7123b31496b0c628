package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.ANY_SCRIPT;
import static dev.drayage.testing.StoreSamples.BOOKS;
import static dev.drayage.testing.StoreSamples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.spi.ConnectorState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of connector state. */
public interface ConnectorStateRules extends StoreUnderTest {

    private ConnectorState state() {
        return store().connectorState("acme", SHOP);
    }

    @Test
    default void a_value_is_kept_replaced_and_removed() {
        assertThat(state().get("k")).isEmpty();
        state().put("k", "one");
        assertThat(state().get("k")).contains("one");
        state().put("k", "");
        assertThat(state().get("k")).contains("");
        state().remove("k");
        state().remove("k");
        assertThat(state().get("k")).isEmpty();
        assertThat(state().all("")).isEmpty();
    }

    @Test
    default void keys_of_200_and_values_of_4000_characters_are_kept() {
        String key = "鍵".repeat(200);
        String value = (ANY_SCRIPT + "値").repeat(200).substring(0, 4_000);
        state().put(key, value);
        assertThat(state().get(key)).contains(value);
        assertThat(state().all("鍵")).isEqualTo(Map.of(key, value));
    }

    @Test
    default void all_finds_a_prefix_literally() {
        for (String key : new String[] {"a%1", "a%2", "ab", "a_1", "A%1", "a", "b\\x", "b\\", "\uD83D\uDE9A1"}) {
            state().put(key, "of " + key);
        }
        assertThat(state().all("a%")).isEqualTo(Map.of("a%1", "of a%1", "a%2", "of a%2"));
        assertThat(state().all("a_").keySet()).containsExactly("a_1");
        assertThat(state().all("a").keySet()).containsExactlyInAnyOrder("a%1", "a%2", "ab", "a_1", "a");
        assertThat(state().all("b\\").keySet()).containsExactlyInAnyOrder("b\\x", "b\\");
        assertThat(state().all("\uD83D\uDE9A").keySet()).containsExactly("\uD83D\uDE9A1");
        assertThat(state().all("c")).isEmpty();
        assertThat(state().all("")).hasSize(9);
    }

    @Test
    default void replace_sets_only_what_is_expected() {
        assertThat(state().replace("k", Optional.of("old"), "new")).isFalse();
        assertThat(state().get("k")).isEmpty();
        assertThat(state().replace("k", Optional.empty(), "one")).isTrue();
        assertThat(state().replace("k", Optional.empty(), "two")).isFalse();
        assertThat(state().replace("k", Optional.of("ONE"), "two")).isFalse();
        assertThat(state().replace("k", Optional.of("one"), "two")).isTrue();
        assertThat(state().replace("k", Optional.of("two"), "two")).isTrue();
        assertThat(state().get("k")).contains("two");
    }

    @Test
    default void accounts_and_namespaces_are_apart() {
        state().put("k", "mine");
        assertThat(store().connectorState("acme", BOOKS).get("k")).isEmpty();
        assertThat(store().connectorState("other", SHOP).all("")).isEmpty();
        assertThat(store().connectorState("acme", SHOP).get("k")).contains("mine");
    }

    @Test
    default void racing_replacements_lose_no_step() throws Exception {
        CommitRules.together(() -> count(100), () -> count(100));
        assertThat(state().get("counter")).contains("200");
    }

    private boolean count(int steps) {
        for (int done = 0; done < steps; ) {
            Optional<String> before = state().get("counter");
            int next = before.map(Integer::parseInt).orElse(0) + 1;
            done += state().replace("counter", before, Integer.toString(next)) ? 1 : 0;
        }
        return true;
    }
}
