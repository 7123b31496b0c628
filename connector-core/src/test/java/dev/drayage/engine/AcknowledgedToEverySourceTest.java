package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.Priority;
import dev.drayage.spi.SettledRecord;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A source that is read by windows hears what became of its records too, in its own words. */
class AcknowledgedToEverySourceTest {
    private final Shop shop = new Shop();

    @Test
    void it_hears_the_ending_and_the_revision_that_it_told_without_the_hosts_mapping_version() {
        shop.options = shop.options.with(SyncPolicy.defaults(Priority.ORDERS).withVersion("7"));
        shop.place("A");
        shop.run();
        assertThat(shop.entry("A").revision()).isEqualTo("v1@7");
        assertThat(shop.source().acknowledged())
                .contains(new SettledRecord(shop.ref("A"), "v1", SettledRecord.Ending.SETTLED, ""));
    }

    @Test
    void a_plan_tells_it_nothing() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.engine()) {
            assertThat(engine.plan("orders", Selection.next(10)).records()).hasSize(1);
        }
        assertThat(shop.source().acknowledged()).isEmpty();
    }
}
