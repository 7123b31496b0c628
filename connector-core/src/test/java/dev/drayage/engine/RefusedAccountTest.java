package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Credentials expire at night: the sync waits, says once whose, and goes on by itself or when it is told to. */
class RefusedAccountTest {
    private final Shop shop = new Shop();
    private int request;

    private void refuse(ErrorCode code, String message) {
        shop.sink().outage(new AuthorisationException(code, message, 401, "request-" + request++, null));
    }

    @Test
    void G4_it_pauses_the_sync_and_not_the_backlog_and_tells_whose_credentials_once() {
        shop.place("A", "B", "C");
        refuse(ErrorCode.PERMISSION_MISSING, "the role lacks Transactions: Sales Order");
        for (int i = 0; i < 8; i++) {
            assertThat(shop.run().ending()).isEqualTo(RunReport.Ending.NEEDS_REAUTHORISATION);
            refuse(ErrorCode.PERMISSION_MISSING, "the role lacks Transactions: Sales Order");
            shop.time.advance(Duration.ofMinutes(20));
        }
        assertThat(shop.alarms)
                .singleElement()
                .asString()
                .contains("PERMISSION_MISSING", "erp:E1", "Transactions: Sales Order");
        assertThat(shop.heard(SyncEvent.ConditionChanged.class)).hasSize(1);
        assertThat(shop.acts()).hasSize(1);
        assertThat(shop.store
                        .ledger("default")
                        .records(RecordQuery.builder()
                                .addStates(RecordState.PARKED)
                                .build()))
                .isEmpty();
    }

    @Test
    void G4_another_reason_is_told_too() {
        shop.place("A");
        refuse(ErrorCode.CREDENTIALS_REFUSED, "expired");
        shop.run();
        refuse(ErrorCode.PERMISSION_MISSING, "the role lacks Sales Order");
        shop.time.advance(Duration.ofMinutes(40));
        shop.run();
        assertThat(shop.alarms).hasSize(2);
    }

    @Test
    void G4_it_tries_again_after_a_while_by_itself() {
        shop.place("A");
        refuse(ErrorCode.CREDENTIALS_REFUSED, "expired");
        shop.run();
        shop.sink().outage(null);
        assertThat(shop.run().ending()).as("too soon").isEqualTo(RunReport.Ending.NEEDS_REAUTHORISATION);
        shop.time.advance(Duration.ofMinutes(30));
        assertThat(shop.run().ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        assertThat(shop.store
                        .ledger("default")
                        .condition("orders")
                        .orElseThrow()
                        .kind())
                .isEqualTo(SyncCondition.Kind.ACTIVE);
        assertThat(shop.heard(SyncEvent.ConditionChanged.class))
                .extracting(SyncEvent.ConditionChanged::change)
                .containsExactly(SyncEvent.Change.NEEDS_REAUTHORISATION, SyncEvent.Change.RESUMED);
    }

    @Test
    void G12_it_goes_on_at_once_when_it_is_resumed_and_tells_anew_if_that_was_too_early() {
        shop.place("A");
        refuse(ErrorCode.CREDENTIALS_REFUSED, "expired");
        shop.run();
        shop.engine().operations("orders", "ann").resume();
        shop.run();
        assertThat(shop.alarms).hasSize(2);
        shop.engine().operations("orders", "ann").resume();
        shop.sink().outage(null);
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    @Test
    void G4_a_run_that_ends_with_its_budget_shows_that_the_account_takes_us_again() {
        shop.place("A", "B");
        shop.source().pageSize(1);
        refuse(ErrorCode.CREDENTIALS_REFUSED, "expired");
        shop.run();
        shop.sink().outage(null);
        shop.time.advance(Duration.ofMinutes(40));
        try (SyncEngine engine = shop.engine()) {
            assertThat(engine.run("orders", RunBudget.minutes(5).withRecords(1)).ending())
                    .isEqualTo(RunReport.Ending.BUDGET);
        }
        assertThat(shop.store
                        .ledger("default")
                        .condition("orders")
                        .orElseThrow()
                        .kind())
                .isEqualTo(SyncCondition.Kind.ACTIVE);
    }
}
