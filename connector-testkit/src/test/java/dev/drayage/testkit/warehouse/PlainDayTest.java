package dev.drayage.testkit.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order is dropped, acknowledged, shipped the next round and told of. */
class PlainDayTest {
    @TempDir
    Path root;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-09-01T15:15:00Z"));
    private WarehouseSimulator warehouse;
    private Depositor depositor;

    @BeforeEach
    void open() {
        warehouse = WarehouseSimulator.builder(clock, root)
                .stock(StockItem.of("TEE-BLK-M", 120).labelled("012345678905", "BLACK TEE MEDIUM"))
                .stock("MUG-11OZ", 40)
                .open();
        depositor = new Depositor(warehouse);
    }

    private void round() {
        clock.pass(Duration.ofHours(1));
        warehouse.work();
    }

    @Test
    void an_order_is_shipped_in_the_round_after_it_came() {
        depositor.drop("N", "SO1", "TEE-BLK-M=10", "MUG-11OZ=4");
        round();

        assertThat(warehouse.complaints()).isEmpty();
        assertThat(depositor.documents("997")).hasSize(1);
        assertThat(Depositor.lines(depositor.documents("997").get(0)))
                .containsExactly("AK1*OW*1", "AK2*940*0001", "AK5*A", "AK9*A*1*1*1");
        ReceivedOrder order = warehouse.order("SO1").orElseThrow();
        assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
        assertThat(order.purchaseOrder()).isEqualTo("PO-SO1");
        assertThat(order.consignee().lines()).containsExactly("123 MAIN STREET", "APT 4B");
        assertThat(order.references()).containsEntry("CO", "WEB-SO1");
        assertThat(warehouse.stock("TEE-BLK-M").available()).isEqualTo(110);
        assertThat(warehouse.shipments()).isEmpty();

        round();

        assertThat(warehouse.order("SO1").orElseThrow().status()).isEqualTo(OrderStatus.DONE);
        Shipment shipment = warehouse.shipments("SO1").get(0);
        assertThat(shipment.pieces()).isEqualTo(14);
        assertThat(warehouse.stock("TEE-BLK-M").onHand()).isEqualTo(110);
        assertThat(Depositor.lines(depositor.documents("945").get(0)))
                .containsExactly(
                        "W06*F*SO1*20260901*SHP000001*WH44001*PO-SO1",
                        "N1*ST*JANE DOE",
                        "N3*123 MAIN STREET*APT 4B",
                        "N4*AUSTIN*TX*78701*US",
                        "N1*SF*NORTH WAREHOUSE*91*NORTH01",
                        "N9*CO*WEB-SO1",
                        "G62*11*20260901",
                        "W27*U*UPSN*UPS GROUND*PP",
                        "LX*1",
                        "MAN*GM*00" + shipment.cartons().get(0).sscc() + "**CP*"
                                + shipment.trackings().get(0),
                        "W12*CC*10*10*0*EA**SK*TEE-BLK-M",
                        "G69*BLACK TEE MEDIUM",
                        "N9*LI*1",
                        "W12*CC*4*4*0*EA**SK*MUG-11OZ",
                        "G69*MUG-11OZ",
                        "N9*LI*2",
                        "W03*14*12.6*LB***1*CT");
        assertThat(warehouse.hasWork()).isFalse();
    }

    @Test
    void files_that_are_not_finished_are_left_alone() {
        byte[] order = depositor.order("N", "SO1", "TEE-BLK-M=1");
        depositor.drop("a.edi.tmp", order);
        depositor.drop("a.edi.part", order);
        depositor.drop(".a.edi", order);
        round();

        assertThat(warehouse.orders()).isEmpty();
        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.toWarehouse().toFile().list()).hasSize(3);
    }

    @Test
    void what_was_read_lies_in_the_warehouses_own_folder() {
        String name = depositor.drop("N", "SO1", "TEE-BLK-M=1");
        round();

        assertThat(warehouse.toWarehouse().toFile().list()).isEmpty();
        assertThat(root.resolve("taken").resolve(name)).exists();
    }

    @Test
    void an_acknowledgement_of_a_shipping_advice_is_booked() {
        depositor.drop("N", "SO1", "TEE-BLK-M=1");
        round();
        round();
        SentGroup advice = warehouse.unacknowledged().get(0);
        assertThat(warehouse.unacknowledged()).hasSize(1);
        assertThat(advice.functionalId()).isEqualTo("SW");

        depositor.drop(
                "997.edi",
                depositor.interchange(
                        "FA",
                        "997",
                        List.of(
                                X12Segment.of("AK1", "SW", advice.control()),
                                X12Segment.of("AK9", "A", "1", "1", "1"))));
        round();

        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.unacknowledged()).isEmpty();
        assertThat(warehouse.acknowledged().get(0).answer()).isEqualTo(SentGroup.Answer.ACCEPTED);
        assertThat(depositor.documents("997")).hasSize(1);
    }
}
