package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Diagnosis.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a look at the account tells before the first order is put there. */
class ShipStationDiagnosisTest {
    private final ShipStationAccount world = new ShipStationAccount();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_warehouse_that_is_there_is_named() {
        try (Connector connector = world.connect()) {
            Diagnosis diagnosis = connector.diagnose(world.call());
            assertThat(diagnosis.checks()).extracting(Diagnosis.Check::verdict).containsOnly(Verdict.PASSED);
            assertThat(diagnosis.checks())
                    .last()
                    .extracting(Diagnosis.Check::detail)
                    .isEqualTo("orders leave from se-28529731, Example Warehouse");
        }
    }

    @Test
    void a_warehouse_that_is_not_there_fails() {
        try (Connector connector = world.connect("se-1")) {
            Diagnosis diagnosis = connector.diagnose(world.call());
            assertThat(diagnosis.ok()).isFalse();
            assertThat(diagnosis.checks()).last().satisfies(check -> {
                assertThat(check.subject()).isEqualTo("warehouseId");
                assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
                assertThat(check.detail()).isEqualTo("the account has no warehouse se-1: correct warehouseId");
            });
        }
    }
}
