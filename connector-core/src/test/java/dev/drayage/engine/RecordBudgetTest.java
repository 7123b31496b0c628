package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A run that may take in few records books those that it took in. */
class RecordBudgetTest {
    private final Shop shop = new Shop();

    private RunReport runWithOneRecord() {
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.engine()) {
            return engine.run("orders", RunBudget.minutes(5).withRecords(1));
        }
    }

    @Test
    void G1_a_budget_as_small_as_a_page_gets_on() {
        shop.place("A", "B", "C");
        shop.source().pageSize(1);
        for (int i = 0; i < 8; i++) {
            runWithOneRecord();
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-C");
    }

    @Test
    void G4_a_refusal_after_the_budget_is_used_up_is_told_all_the_same() {
        shop.place("A");
        shop.source().pageSize(1);
        shop.sink().outage(new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired"));
        assertThat(runWithOneRecord().ending()).isEqualTo(RunReport.Ending.NEEDS_REAUTHORISATION);
        assertThat(shop.alarms).hasSize(1);
    }
}
