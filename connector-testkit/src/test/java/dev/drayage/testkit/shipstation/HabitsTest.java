package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do when nobody gives a command. */
class HabitsTest {
    private static final int ORDERS = 120;

    private static Depositor worked(Habits habits) {
        Depositor depositor = new Depositor(settings -> settings.habits(habits));
        depositor.station.limit().unlimited();
        for (int i = 0; i < ORDERS; i++) {
            depositor.order("A" + i);
        }
        for (int round = 0; depositor.station.hasWork(); round++) {
            assertThat(round).isLessThan(50);
            depositor.station.work();
            depositor.clock.pass(Duration.ofMinutes(10));
        }
        return depositor;
    }

    private static int leftOnLabels(ShipStationSimulator station) {
        return station.labels().stream()
                .filter(label -> !label.voided())
                .flatMap(label -> label.packages().stream())
                .flatMap(carton -> carton.contents().stream())
                .mapToInt(ShipmentItem::quantity)
                .sum();
    }

    private static int leftOnFulfillments(ShipStationSimulator station) {
        return station.fulfillments().stream()
                .flatMap(fulfillment -> fulfillment.items().stream())
                .mapToInt(ShipmentItem::quantity)
                .sum();
    }

    @Test
    void plain_people_ship_everything_at_once() {
        try (Depositor depositor = worked(Habits.plain())) {
            assertThat(depositor.station.labels())
                    .hasSize(ORDERS)
                    .allSatisfy(label -> assertThat(label.packages()).hasSize(1));
            assertThat(depositor.station.shipments()).hasSize(ORDERS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_they_do_every_piece_leaves_once(long seed) {
        try (Depositor depositor = worked(Habits.everything(seed))) {
            ShipStationSimulator station = depositor.station;
            assertThat(leftOnLabels(station) + leftOnFulfillments(station)).isEqualTo(ORDERS * 5);
            assertThat(station.shipments())
                    .hasSizeGreaterThan(ORDERS + 10)
                    .allSatisfy(shipment -> assertThat(shipment.status()).isEqualTo(ShipmentStatus.LABEL_PURCHASED));
            assertThat(station.fulfillments()).hasSizeGreaterThan(10);
            assertThat(station.labels())
                    .anyMatch(Label::voided)
                    .anyMatch(label -> label.packages().size() == 3);
            assertThat(station.labels().stream().map(Label::createdAt).collect(Collectors.toSet()))
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void the_same_seed_does_the_same() {
        try (Depositor first = worked(Habits.everything(7));
                Depositor second = worked(Habits.everything(7))) {
            assertThat(first.station.labels()).isEqualTo(second.station.labels());
            assertThat(first.station.fulfillments()).isEqualTo(second.station.fulfillments());
        }
    }

    @Test
    void what_is_no_sales_order_nobody_sees() {
        try (Depositor depositor = new Depositor()) {
            depositor.create(Depositor.shipment("A").replace("\"create_sales_order\": true,", ""));
            assertThat(depositor.station.hasWork()).isFalse();
            depositor.station.work();
            assertThat(depositor.station.labels()).isEmpty();
        }
    }

    @Test
    void cancelled_orders_are_not_shipped() {
        try (Depositor depositor = new Depositor()) {
            Shipment order = depositor.order("A");
            depositor.put("/v2/shipments/" + order.shipmentId() + "/cancel", "");
            depositor.station.work();
            assertThat(depositor.station.labels()).isEmpty();
        }
    }

    @Test
    void a_mark_that_changes_no_status_is_not_shipped_again() {
        try (Depositor depositor = new Depositor(settings -> settings.statusOfMarkedShipped(ShipmentStatus.PENDING))) {
            depositor.order("A");
            depositor.station.desk().markShipped("A", "ups", "1");
            depositor.station.work();
            assertThat(depositor.station.labels()).isEmpty();
        }
    }
}
