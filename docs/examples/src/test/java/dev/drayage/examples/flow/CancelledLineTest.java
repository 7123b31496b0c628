package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.examples.quickstart.Flow;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Part of an order was cancelled before anything was read; Amazon's amounts stay what they were. */
class CancelledLineTest {
    private final SmallWorld world;

    CancelledLineTest(@TempDir Path exchange) {
        world = FourOrders.world(exchange.resolve("exchange"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void G4_a_line_that_was_cancelled_as_a_whole_is_not_booked_to_be_shipped() {
        world.systems().amazon().orders().cancelItem(FourOrders.IN_PARTS, "00000000000042", 1, "NoInventory");
        world.pass();
        assertThat(orderLevelParked() || !sale().contains("00000000000042"))
                .as("the warehouse is told to ship a cancelled bag: %s", sale())
                .isTrue();
    }

    @Test
    void G4_units_that_were_cancelled_are_not_charged() {
        world.systems().amazon().orders().cancelItem(FourOrders.IN_PARTS, "00000000000041", 1, "NoInventory");
        world.pass();
        assertThat(orderLevelParked() || !sale().contains("29.97"))
                .as("two mugs of 9.99 are booked: %s", sale())
                .isTrue();
    }

    @Test
    void G4_a_line_that_is_cancelled_as_a_whole_after_booking_is_told() {
        world.pass();
        assertThat(sale()).contains("00000000000042");
        world.systems().amazon().orders().cancelItem(FourOrders.IN_PARTS, "00000000000042", 1, "NoInventory");
        world.passes(2);
        assertThat(orderLevelParked()).as("NetSuite still has the bag to ship").isTrue();
    }

    private boolean orderLevelParked() {
        return world.parked().stream()
                .anyMatch(entry ->
                        entry.sync().equals(Flow.ORDERS) && entry.ref().id().equals(FourOrders.IN_PARTS));
    }

    private String sale() {
        return world.systems().netsuite().records("salesOrder").stream()
                .map(StoredRecord::body)
                .filter(body -> body.path("custbody_drayage_order_id").asText().equals(FourOrders.IN_PARTS))
                .map(body -> body.path("item").toString())
                .findFirst()
                .orElse("");
    }
}
