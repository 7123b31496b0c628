package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Effect;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.shipstation.Fulfillment;
import dev.drayage.testkit.shipstation.Label;
import dev.drayage.testkit.shipstation.Operation;
import dev.drayage.testkit.shipstation.Packing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Voids are told in the window in which they happened, and cost no calls in any other. */
class ShipStationVoidsTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MORE_THAN_A_PAGE = 130;

    private final ShipStationAccount world = new ShipStationAccount();
    private final Connector connector = world.connect();

    @AfterEach
    void close() {
        connector.close();
        world.close();
    }

    @Test
    void voids_over_more_than_a_page_are_told_once_each() {
        List<String> labels = labels(MORE_THAN_A_PAGE);
        world.time.advance(Duration.ofDays(1));
        Instant from = world.time.instant();
        voids(labels);
        assertThat(told(from))
                .containsExactlyInAnyOrderElementsOf(
                        labels.stream().map(label -> "VOIDED label:" + label).toList());
    }

    @Test
    void voids_of_other_windows_cost_no_calls() {
        List<String> labels = labels(MORE_THAN_A_PAGE);
        voids(labels);
        world.time.advance(Duration.ofDays(1));
        long before = world.shipStation.traffic().requests();
        assertThat(told(world.time.instant())).isEmpty();
        assertThat(world.shipStation.traffic().requests() - before)
                .as("one call for each list, the voided labels' too")
                .isEqualTo(3);
        assertThat(world.shipStation.traffic().requests(Operation.GET_SHIPMENT)).isZero();
        assertThat(world.shipStation.traffic().ignored()).isEmpty();
    }

    @Test
    void fulfillments_of_other_windows_cost_a_call_for_each_hundred_of_them() {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            world.shipStation.desk().markShipped(ordered(i), "fedex", "7946000000" + i);
        }
        world.time.advance(Duration.ofDays(1));
        long before = world.shipStation.traffic().requests();
        assertThat(told(world.time.instant())).isEmpty();
        assertThat(world.shipStation.traffic().requests() - before).isEqualTo(4);
    }

    @Test
    void what_is_older_than_the_watched_time_is_not_noticed() {
        Label label = world.shipStation.desk().buyLabel(ordered(0), Packing.everything());
        Fulfillment left = world.shipStation.desk().markShipped(ordered(1), "fedex", "794600000000");
        world.time.advance(Duration.ofDays(30).plusSeconds(1));
        Instant from = world.time.instant();
        world.shipStation.desk().voidLabel(label.labelId());
        world.shipStation.desk().voidFulfillment(left.fulfillmentId());
        assertThat(told(from)).isEmpty();
    }

    /** The fulfillment was booked; that a label with its number was bought meanwhile does not hide that it was voided. */
    @Test
    void a_voided_fulfillment_is_told_though_a_label_repeats_it_by_then() {
        Fulfillment left = world.shipStation.desk().markShipped(ordered(0), "fedex", "794600000000");
        world.time.advance(Duration.ofHours(1));
        Instant from = world.time.instant();
        world.shipStation.desk().voidFulfillment(left.fulfillmentId());
        Label label = world.shipStation.desk().buyLabel(left.shipmentId(), Packing.everything());
        world.shipStation.desk().changeTracking(label.labelId(), List.of("794600000000"));
        assertThat(told(from))
                .containsExactlyInAnyOrder(
                        "SHIPPED label:" + label.labelId(),
                        "VOIDED fulfillment:" + left.shipmentId() + "/" + left.fulfillmentId());
    }

    private String ordered(int number) {
        new ToldOrders(connector, world.call()).tell("SO" + number, 1, Effect.Mode.CREATE_OR_UPDATE);
        return ShipStationAccount.externalId("SO" + number);
    }

    private List<String> labels(int count) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(world.shipStation
                    .desk()
                    .buyLabel(ordered(i), Packing.everything())
                    .labelId());
        }
        return labels;
    }

    /** One after the other, a second apart. */
    private void voids(List<String> labels) {
        for (String label : labels) {
            world.shipStation.desk().voidLabel(label);
            world.time.advance(Duration.ofSeconds(1));
        }
    }

    /** What the window that begins then tells, when it is over. */
    private List<String> told(Instant from) {
        Slice.Window window = new Slice.Window(from, from.plus(WINDOW));
        world.time.advanceTo(window.to().plus(Duration.ofMinutes(5)));
        RecordSource<ItemFulfillment> source =
                connector.source(RecordType.ITEM_FULFILLMENT).orElseThrow();
        List<String> told = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<ItemFulfillment> page = source.read(window, at, world.call());
            for (Change<ItemFulfillment> change : page.changes()) {
                assertThat(change).isInstanceOf(Change.Present.class);
                ItemFulfillment left = ((Change.Present<ItemFulfillment>) change).record();
                told.add(left.status() + " " + left.ref().id());
            }
            at = page.next();
        } while (at.isPresent());
        return told;
    }
}
