package dev.drayage.testkit.warehouse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same thing twice, a changed mind, and acknowledgements of all kinds. */
class RepeatedDocumentsTest {
    @TempDir
    Path root;

    private WarehouseSimulator warehouse;
    private Depositor depositor;

    @BeforeEach
    void open() {
        warehouse = WarehouseSimulator.builder(() -> Instant.parse("2026-09-01T15:00:00Z"), root)
                .stock("TEE", 100)
                .stock("MUG", 100)
                .open();
        depositor = new Depositor(warehouse);
    }

    private ReceivedOrder order() {
        return warehouse.order("SO1").orElseThrow();
    }

    @Test
    void an_interchange_that_comes_again_is_acknowledged_again_and_nothing_else() {
        byte[] bytes = depositor.order("N", "SO1", "TEE=10");
        depositor.drop("a.edi", bytes);
        warehouse.work();
        depositor.drop("b.edi", bytes);
        warehouse.work();
        warehouse.work();

        assertThat(warehouse.duplicates()).isEqualTo(1);
        assertThat(warehouse.complaints()).isEmpty();
        assertThat(depositor.documents("997")).hasSize(2);
        assertThat(order().originals()).isEqualTo(1);
        assertThat(warehouse.shipments()).hasSize(1);
    }

    @Test
    void a_control_number_with_other_content_is_complained_of() {
        byte[] bytes = depositor.order("N", "SO1", "TEE=10");
        depositor.drop("a.edi", bytes);
        warehouse.work();
        depositor.drop(
                "b.edi", new String(bytes, US_ASCII).replace("SO1", "SO2").getBytes(US_ASCII));
        warehouse.work();

        assertThat(warehouse.complaints())
                .extracting(Complaint::kind)
                .containsExactly(Complaint.Kind.CONTROL_NUMBER_REUSED);
        assertThat(depositor.documents("997")).hasSize(1);
        assertThat(warehouse.orders()).hasSize(1);
    }

    @Test
    void a_second_original_is_complained_of_and_ships_nothing_twice() {
        depositor.drop("N", "SO1", "TEE=10");
        warehouse.work();
        depositor.drop("N", "SO1", "TEE=10");
        warehouse.work();
        warehouse.work();

        assertThat(warehouse.complaints()).extracting(Complaint::kind).containsExactly(Complaint.Kind.SECOND_ORIGINAL);
        assertThat(order().originals()).isEqualTo(2);
        assertThat(warehouse.stock("TEE").onHand()).isEqualTo(90);
    }

    @Test
    void a_change_is_obeyed_until_the_order_is_shipped() {
        depositor.drop("N", "SO1", "TEE=10");
        depositor.drop("R", "SO1", "TEE=6", "MUG=1");
        warehouse.work();
        assertThat(order().lines()).extracting(OrderLine::quantity).containsExactly(6, 1);

        warehouse.work();
        depositor.drop("R", "SO1", "TEE=9");
        warehouse.work();

        assertThat(order().status()).isEqualTo(OrderStatus.DONE);
        assertThat(order().changes()).isEqualTo(2);
        assertThat(order().ignored()).isEqualTo(1);
        assertThat(order().lines()).extracting(OrderLine::quantity).containsExactly(6, 1);
        assertThat(warehouse.complaints()).isEmpty();
    }

    @Test
    void an_obeyed_cancellation_is_answered_with_no_pieces() {
        depositor.drop("N", "SO1", "TEE=10");
        warehouse.work();
        depositor.drop("F", "SO1");
        warehouse.work();
        warehouse.work();

        assertThat(order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(warehouse.stock("TEE").onHand()).isEqualTo(100);
        assertThat(warehouse.shipments())
                .singleElement()
                .satisfies(s -> assertThat(s.pieces()).isZero());
        assertThat(Depositor.lines(depositor.documents("945").get(0)))
                .contains("W12*CU*10*0*10*EA**SK*TEE", "W03*0")
                .noneMatch(line -> line.startsWith("MAN"));
    }

    @Test
    void a_cancellation_after_shipping_comes_too_late() {
        depositor.drop("N", "SO1", "TEE=10");
        warehouse.work();
        warehouse.work();
        depositor.drop("F", "SO1");
        warehouse.work();

        assertThat(order().status()).isEqualTo(OrderStatus.DONE);
        assertThat(order().ignored()).isEqualTo(1);
        assertThat(warehouse.shipments()).hasSize(1);
    }

    @Test
    void a_cancellation_takes_what_is_left_of_a_part_shipment() {
        depositor.drop("N", "SO1", "TEE=10");
        warehouse.work();
        warehouse.ship("SO1", PickList.nothing().take("1", 4));
        depositor.drop("F", "SO1");
        warehouse.work();

        assertThat(order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order().shipped()).containsEntry("1", 4);
        assertThat(Depositor.lines(depositor.documents("945").get(1))).contains("W12*CU*10*0*6*EA**SK*TEE");
    }

    @Test
    void a_change_of_an_order_that_never_came_is_complained_of() {
        depositor.drop("R", "SO9", "TEE=1");
        depositor.drop("N", "SO8", "HAT=1");
        warehouse.work();
        assertThat(warehouse.complaints())
                .extracting(Complaint::kind)
                .containsExactlyInAnyOrder(Complaint.Kind.UNKNOWN_ORDER, Complaint.Kind.UNKNOWN_ARTICLE);
    }

    private void acknowledge(X12Segment... body) {
        depositor.drop("997.edi", depositor.interchange("FA", "997", List.of(body)));
        warehouse.work();
    }

    @Test
    void a_rejection_is_booked_with_the_sets_it_names() {
        depositor.drop("N", "SO1", "TEE=10");
        warehouse.work();
        warehouse.work();
        String group = warehouse.unacknowledged().get(0).control();
        acknowledge(
                X12Segment.of("AK1", "SW", group),
                X12Segment.of("AK2", "945", "0001"),
                X12Segment.of("AK3", "W06", "2", "", "8"),
                X12Segment.of("AK4", "2", "285", "7", "SO1"),
                X12Segment.of("AK5", "R", "5"),
                X12Segment.of("AK9", "R", "1", "1", "0"));

        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.acknowledged()).singleElement().satisfies(sent -> {
            assertThat(sent.answer()).isEqualTo(SentGroup.Answer.REJECTED);
            assertThat(sent.rejectedSets()).containsExactly("0001");
        });
    }

    @Test
    void an_acknowledgement_of_nothing_is_complained_of_and_never_acknowledged() {
        acknowledge(X12Segment.of("AK1", "SW", "77"), X12Segment.of("AK9", "A", "1", "1", "1"));
        acknowledge(X12Segment.of("AK1", "SW", "77"));
        assertThat(warehouse.complaints())
                .extracting(Complaint::kind)
                .containsExactly(Complaint.Kind.BAD_ACKNOWLEDGEMENT, Complaint.Kind.BAD_ACKNOWLEDGEMENT);
        assertThat(depositor.names()).isEmpty();
    }

    @Test
    void numbers_may_begin_anew_and_documents_be_sent_again() {
        depositor.drop("N", "SO1", "TEE=10");
        warehouse.work();
        warehouse.work();
        String again = warehouse.resendLast();
        String first = warehouse.unacknowledged().get(0).file();
        assertThat(again).isNotEqualTo(first);
        assertThat(depositor.bytes(again)).isEqualTo(depositor.bytes(first));

        warehouse.countControlNumbersFrom(0);
        String snapshot = warehouse.putSnapshot();
        assertThat(depositor.read(snapshot).get(0).control()).isEqualTo("000000001");
        warehouse.put("raw.txt", new byte[] {1, 2});
        assertThat(depositor.bytes("raw.txt")).containsExactly(1, 2);
    }
}
