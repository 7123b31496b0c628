package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock that goes on while pages are read, as every real one does. */
class RestlessReadingTest {
    @Test
    void G7_a_run_with_nothing_to_do_reads_the_source_a_few_times_and_ends() {
        Shop shop = new Shop();
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        shop.source().beforePage(delivered -> shop.time.advance(Duration.ofSeconds(1)));
        RunReport report = shop.engine().run("orders", RunBudget.minutes(5));
        assertThat(shop.source().reads()).as("pages asked for").isLessThan(5);
        assertThat(report.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
    }
}
