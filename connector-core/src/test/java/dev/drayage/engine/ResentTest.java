package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Only what awaits an answer can be sent anew. */
class ResentTest {
    private final Shop shop = new Shop();

    @Test
    void what_is_settled_is_not_sent_anew() {
        shop.place("A");
        shop.run();
        int writes = shop.erpWorld.writes().size();
        try (SyncEngine engine = shop.engine()) {
            assertThatThrownBy(() -> engine.operations("orders", "ops").resend(shop.ref("A"), "to be sure"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no answer is awaited");
        }
        shop.run();
        assertThat(shop.erpWorld.writes()).hasSize(writes);
    }
}
