package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.netsuite.StoredRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amazon was told that a parcel left; then a clerk takes the fulfillment back. */
class ConfirmedThenUndoneTest {
    private final SmallWorld world;

    ConfirmedThenUndoneTest(@TempDir Path exchange) {
        world = FourOrders.world(exchange.resolve("exchange"));
        world.passes(3);
        assertThat(FourOrders.isDone(world)).isTrue();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void G4_a_confirmed_fulfillment_that_is_taken_back_to_packed_is_told() {
        world.systems().netsuite().clerk().markNotShipped(fulfillment());
        world.passes(3);
        assertThat(world.parked()).as("Amazon still believes that it left").isNotEmpty();
    }

    private String fulfillment() {
        return world.systems().netsuite().records("itemFulfillment").stream()
                .filter(record -> record.toString().contains("SH-1"))
                .map(StoredRecord::id)
                .findFirst()
                .orElseThrow();
    }
}
