package dev.drayage.testkit.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Warehouses on a bad day: what they say is mixed up, what they did is not. */
class HabitsTest {
    @TempDir
    Path root;

    private static WarehouseSimulator week(Path root, Habits habits, Dialect dialect) {
        SteppedClock clock = new SteppedClock(Instant.parse("2026-09-01T15:00:00Z"));
        WarehouseSimulator warehouse = WarehouseSimulator.builder(clock, root)
                .habits(habits)
                .dialect(dialect)
                .stock("TEE", 1000)
                .stock("MUG", 1000)
                .stock(StockItem.of("VIT", 0).lot(Lot.of("L1"), 100).lot(Lot.of("L2"), 1000))
                .open();
        Depositor depositor = new Depositor(warehouse);
        for (int i = 0; i < 60; i++) {
            if (i % 3 == 0) {
                depositor.drop("N", "SO" + i, "TEE=" + (1 + i % 7));
            } else {
                depositor.drop("N", "SO" + i, "TEE=" + (1 + i % 7), "MUG=2", "VIT=" + (1 + i % 5));
            }
            if (i % 4 == 0) {
                clock.pass(Duration.ofMinutes(30));
                warehouse.work();
            }
        }
        for (int i = 0; i < 30 && warehouse.hasWork(); i++) {
            clock.pass(Duration.ofMinutes(30));
            warehouse.work();
        }
        assertThat(warehouse.hasWork()).isFalse();
        return warehouse;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_order_is_settled_and_every_shipment_told(long seed) {
        WarehouseSimulator warehouse = week(root, Habits.everything(seed), X12Dialect.usual());

        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.orders()).hasSize(60).allSatisfy(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.DONE);
            for (OrderLine line : order.lines()) {
                int shipped = warehouse.shipments(order.orderNumber()).stream()
                        .flatMap(shipment -> shipment.contentsOf(line.lineId()).stream())
                        .mapToInt(Shipment.Content::quantity)
                        .sum();
                assertThat(shipped).isEqualTo(order.shipped().getOrDefault(line.lineId(), 0));
                assertThat(shipped).isLessThanOrEqualTo(line.quantity());
            }
        });
        Set<String> told = told(warehouse).stream().collect(Collectors.toSet());
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        warehouse.shipments().stream().map(Shipment::shipmentId).toList());
        int left = warehouse.shipments().stream().mapToInt(Shipment::pieces).sum();
        int onHand = warehouse.stock().stream().mapToInt(StockLevel::onHand).sum();
        assertThat(left + onHand).isEqualTo(3100);
    }

    /** The shipment numbers of all documents, in the order of the files. */
    private static List<String> told(WarehouseSimulator warehouse) {
        return new Depositor(warehouse)
                .documents("945").stream()
                        .map(set -> set.segments().get(1).element(4))
                        .toList();
    }

    @Test
    void everything_that_may_happen_happens() {
        WarehouseSimulator warehouse = week(root, Habits.everything(11), X12Dialect.usual());
        Depositor depositor = new Depositor(warehouse);
        List<String> lines = depositor.documents("945").stream()
                .flatMap(set -> Depositor.lines(set).stream())
                .toList();

        for (String code : List.of("CC", "CP", "BP", "BO", "CU")) {
            assertThat(lines).as(code).anyMatch(line -> line.startsWith("W12*" + code));
        }
        List<String> told = told(warehouse);
        assertThat(told).as("told again").hasSizeGreaterThan(new HashSet<>(told).size());
        assertThat(warehouse.shipments()).as("split").hasSizeGreaterThan(60);
        assertThat(warehouse.shipments())
                .as("cartons")
                .anyMatch(shipment -> shipment.cartons().size() == 3);
        assertThat(warehouse.shipments())
                .as("a line in two cartons")
                .anyMatch(shipment -> shipment.lines().stream()
                        .anyMatch(line -> shipment.contentsOf(line.lineId()).size() > 1
                                && line.sku().equals("TEE")));
        List<String> firstTold = told.stream().distinct().toList();
        assertThat(firstTold)
                .as("out of order")
                .isNotEqualTo(firstTold.stream().sorted().toList());
    }

    @Test
    void the_same_seed_tells_the_same_bytes(@TempDir Path other) {
        WarehouseSimulator one = week(root, Habits.everything(5), X12Dialect.usual());
        WarehouseSimulator two = week(other, Habits.everything(5), X12Dialect.usual());
        Depositor here = new Depositor(one);
        Depositor there = new Depositor(two);

        assertThat(here.names()).isEqualTo(there.names());
        assertThat(here.names()).allSatisfy(name -> assertThat(here.bytes(name)).isEqualTo(there.bytes(name)));
        assertThat(one.shipments()).isEqualTo(two.shipments());
    }

    @Test
    void documents_are_sent_again_as_they_were_or_anew() {
        Habits again = Habits.builder()
                .sameBytesAgainShare(1)
                .newInterchangeAgainShare(1)
                .build();
        WarehouseSimulator warehouse = week(root, again, X12Dialect.usual());
        Depositor depositor = new Depositor(warehouse);
        List<TransactionSet> told = depositor.documents("945");
        Set<String> bytes = new HashSet<>();
        List<String> files = new ArrayList<>(depositor.names());
        files.removeIf(name -> !name.startsWith("945"));
        files.forEach(name -> bytes.add(depositor.text(name)));

        assertThat(warehouse.shipments()).hasSize(60);
        assertThat(told).hasSize(240);
        assertThat(bytes).hasSize(120);
    }

    @Test
    void goods_that_run_out_wait_or_never_come(@TempDir Path other) {
        WarehouseSimulator patient = shortOfTees(root, Remainder.BACKORDERED);
        assertThat(patient.order("SO1").orElseThrow().status()).isEqualTo(OrderStatus.PARTLY_SHIPPED);
        assertThat(patient.shipments()).hasSize(1);
        patient.count("TEE", 50);
        patient.work();
        assertThat(patient.order("SO1").orElseThrow().status()).isEqualTo(OrderStatus.DONE);

        WarehouseSimulator strict = shortOfTees(other, Remainder.CANCELLED);
        assertThat(strict.order("SO1").orElseThrow().status()).isEqualTo(OrderStatus.DONE);
        assertThat(strict.order("SO1").orElseThrow().shipped()).containsEntry("1", 3);
        assertThat(Depositor.lines(new Depositor(strict).documents("945").get(0)))
                .contains("W12*CP*5*3*2*EA**SK*TEE");
    }

    private static WarehouseSimulator shortOfTees(Path root, Remainder shortage) {
        WarehouseSimulator warehouse = WarehouseSimulator.builder(() -> Instant.parse("2026-09-01T15:00:00Z"), root)
                .habits(Habits.builder().shortage(shortage).build())
                .stock("TEE", 3)
                .open();
        new Depositor(warehouse).drop("N", "SO1", "TEE=5");
        warehouse.work();
        warehouse.work();
        warehouse.work();
        return warehouse;
    }

    @Test
    void snapshots_come_every_few_rounds() {
        WarehouseSimulator warehouse =
                week(root, Habits.builder().snapshotEvery(5).build(), X12Dialect.usual());
        assertThat(new Depositor(warehouse).documents("846")).hasSizeGreaterThanOrEqualTo(3);
    }
}
