package dev.drayage.testkit.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which partners fill in the same document. */
class X12DialectTest {
    @TempDir
    Path root;

    private WarehouseSimulator open(X12Dialect dialect) {
        return WarehouseSimulator.builder(() -> Instant.parse("2026-09-02T15:00:00Z"), root)
                .dialect(dialect)
                .stock(StockItem.of("TEE", 100).labelled("012345678905", "Black Tee"))
                .stock(StockItem.of("VIT", 0)
                        .lot(Lot.of("LATE", LocalDate.of(2029, 1, 1)), 10)
                        .lot(Lot.of("A-LOT-NUMBER-THAT-IS-LONG", LocalDate.of(2028, 7, 31)), 4))
                .stock(StockItem.serialized("DRILL", List.of("SN1", "SN2", "SN3")))
                .open();
    }

    /** The shipping advice of one order, shipped as the list says. */
    private List<String> advice(X12Dialect dialect, PickList list, String... lines) {
        WarehouseSimulator warehouse = open(dialect);
        Depositor depositor = new Depositor(warehouse);
        depositor.drop("N", "SO1", lines);
        warehouse.work();
        assertThat(warehouse.complaints()).isEmpty();
        warehouse.ship("SO1", list);
        return Depositor.lines(depositor.documents("945").get(0));
    }

    @Test
    void tracking_stands_with_the_carton_as_cn() {
        assertThat(advice(
                        X12Dialect.builder()
                                .tracking(X12Dialect.Tracking.CARTON_CN)
                                .ssccs(false)
                                .build(),
                        PickList.everything().cartons(2),
                        "TEE=1",
                        "DRILL=1"))
                .contains("MAN*CN*1Z999AA10123000001", "MAN*CN*1Z999AA10123000002");
    }

    @Test
    void tracking_stands_after_lx() {
        assertThat(advice(
                        X12Dialect.builder()
                                .tracking(X12Dialect.Tracking.LX_REFERENCE)
                                .build(),
                        PickList.everything(),
                        "TEE=1"))
                .containsSubsequence(
                        "LX*1", "MAN*GM*00001234567000000017", "N9*2I*1Z999AA10123000001", "W12*CC*1*1*0*EA**SK*TEE");
    }

    @Test
    void tracking_stands_in_the_header_and_nothing_of_cartons() {
        assertThat(advice(
                        X12Dialect.builder()
                                .tracking(X12Dialect.Tracking.HEADER_REFERENCE)
                                .ssccs(false)
                                .build(),
                        PickList.everything().dividingALine(),
                        "TEE=5"))
                .containsSubsequence(
                        "N9*2I*1Z999AA10123000001",
                        "N9*2I*1Z999AA10123000002",
                        "G62*11*20260902",
                        "LX*1",
                        "W12*CC*5*5*0*EA**SK*TEE",
                        "W03*5*4.5*LB")
                .noneMatch(line -> line.startsWith("MAN"));
    }

    @Test
    void a_line_in_two_cartons_is_told_twice_with_its_whole_order() {
        assertThat(advice(X12Dialect.usual(), PickList.everything().dividingALine(), "TEE=5"))
                .containsSubsequence(
                        "LX*1", "W12*CC*5*2*0*EA**SK*TEE", "LX*2", "W12*CC*5*3*0*EA**SK*TEE", "W03*5*4.5*LB***2*CT");
    }

    @Test
    void lines_may_carry_no_number_but_a_upc() {
        assertThat(advice(X12Dialect.builder().lineNumbers(false).upcs(true).build(), PickList.everything(), "TEE=1"))
                .contains("W12*CC*1*1*0*EA*012345678905*SK*TEE")
                .noneMatch(line -> line.startsWith("N9*LI"));
    }

    @Test
    void lots_and_serial_numbers_are_told_first_expired_first() {
        assertThat(advice(X12Dialect.usual(), PickList.everything(), "VIT=6", "DRILL=2"))
                .containsSubsequence(
                        "W12*CC*6*4*0*EA**SK*VIT",
                        "N9*LT*A-LOT-NUMBER-THAT-IS-LONG",
                        "G62*36*20280731",
                        "W12*CC*6*2*0*EA**SK*VIT*LATE",
                        "N9*LT*LATE",
                        "G62*36*20290101",
                        "W12*CC*2*2*0*EA**SK*DRILL",
                        "N9*SE*SN1",
                        "N9*SE*SN2");
    }

    @Test
    void a_lot_that_is_asked_for_is_taken() {
        WarehouseSimulator warehouse = open(X12Dialect.usual());
        Depositor depositor = new Depositor(warehouse);
        List<X12Segment> body = new ArrayList<>(Depositor.body("N", "SO1", "VIT=2"));
        body.replaceAll(segment -> segment.is("W01")
                ? X12Segment.of("W01", "2", "EA", "", "SK", "VIT", "", "", "", "", "", "", "", "LATE")
                : segment);
        depositor.drop("940.edi", depositor.interchange("OW", "940", body));
        warehouse.work();
        warehouse.work();
        assertThat(warehouse.shipments("SO1").get(0).contentsOf("1"))
                .extracting(content -> content.lot().number())
                .containsExactly("LATE");
    }

    @Test
    void the_status_tells_what_becomes_of_the_rest() {
        PickList some = PickList.nothing().take("1", 2);
        assertThat(advice(X12Dialect.usual(), some, "TEE=5", "DRILL=1"))
                .contains("W12*BP*5*2*3*EA**SK*TEE", "W12*BO*1*0*1*EA**SK*DRILL");
        assertThat(advice(
                        X12Dialect.builder()
                                .shippedMinusOrdered(true)
                                .cancelledCode("DS")
                                .build(),
                        some.rest(Remainder.CANCELLED),
                        "TEE=5",
                        "DRILL=1"))
                .contains("W12*CP*5*2*-3*EA**SK*TEE", "W12*DS*1*0*-1*EA**SK*DRILL");
    }

    @Test
    void too_many_may_be_shipped() {
        assertThat(advice(X12Dialect.usual(), PickList.nothing().take("1", 6), "TEE=5"))
                .contains("W12*CM*5*6*-1*EA**SK*TEE");
    }

    @Test
    void only_exceptions_are_listed() {
        X12Dialect exceptions =
                X12Dialect.builder().reporting(X12Dialect.Reporting.EXCEPTIONS).build();
        List<String> asOrdered = advice(exceptions, PickList.everything(), "TEE=5");
        assertThat(asOrdered.get(0)).startsWith("W06*N*SO1");
        assertThat(asOrdered).contains("N9*2I*1Z999AA10123000001").noneMatch(line -> line.startsWith("W12"));
    }

    @Test
    void only_the_short_line_is_listed() {
        List<String> shortOne = advice(
                X12Dialect.builder().reporting(X12Dialect.Reporting.EXCEPTIONS).build(),
                PickList.everything().take("2", 1),
                "TEE=5",
                "TEE=3");
        assertThat(shortOne.get(0)).startsWith("W06*X*SO1");
        assertThat(shortOne.stream().filter(line -> line.startsWith("W12")).toList())
                .containsExactly("W12*BP*3*1*2*EA**SK*TEE");
    }

    @Test
    void words_are_written_small_and_delimiters_as_agreed() {
        WarehouseSimulator warehouse = open(X12Dialect.builder()
                .letters(X12Dialect.Letters.LOWER)
                .delimiters(new Delimiters('|', ':', '\n', Delimiters.LineEnd.NONE))
                .bundling(X12Dialect.Bundling.ONE_GROUP)
                .build());
        Depositor depositor = new Depositor(warehouse);
        depositor.drop("N", "SO1", "TEE=1");
        depositor.drop("N", "SO2", "TEE=1");
        warehouse.work();
        warehouse.work();

        String file = warehouse.unacknowledged().get(0).file();
        assertThat(depositor.text(file))
                .contains("N1|ST|jane doe\n")
                .contains("\nGE|2|3\n")
                .contains("W06|F|SO1|");
        assertThat(depositor.documents("945")).hasSize(2);
    }

    @Test
    void documents_of_a_round_may_share_an_interchange_with_groups_of_their_own() {
        WarehouseSimulator warehouse = open(X12Dialect.builder()
                .bundling(X12Dialect.Bundling.OWN_GROUP)
                .delimiters(new Delimiters('*', '>', '~', Delimiters.LineEnd.CRLF))
                .build());
        Depositor depositor = new Depositor(warehouse);
        depositor.drop("N", "SO1", "TEE=1");
        depositor.drop("N", "SO2", "TEE=1");
        warehouse.work();
        warehouse.work();

        assertThat(warehouse.unacknowledged()).hasSize(2);
        assertThat(warehouse.unacknowledged())
                .extracting(SentGroup::file)
                .hasSize(2)
                .containsOnly(warehouse.unacknowledged().get(0).file());
        assertThat(depositor.text(warehouse.unacknowledged().get(0).file())).contains("~\r\nIEA*2*");
    }

    @Test
    void a_snapshot_tells_lots_holds_and_zeros() {
        WarehouseSimulator warehouse = open(X12Dialect.usual());
        Depositor depositor = new Depositor(warehouse);
        warehouse.count("HAT", 0);
        warehouse.count("TEE", 98);
        warehouse.hold("TEE", 3);
        depositor.drop("N", "SO1", "TEE=10", "VIT=6");
        warehouse.work();
        warehouse.putSnapshot();

        assertThat(Depositor.lines(depositor.documents("846").get(0)))
                .containsExactly(
                        "BIA*00*DD*INV202609020001*20260902*1000",
                        "N1*WH*NORTH WAREHOUSE*91*NORTH01",
                        "LIN*1*SK*TEE*UP*012345678905",
                        "PID*F****Black Tee",
                        "QTY*17*98*EA",
                        "QTY*33*85*EA",
                        "QTY*QH*3*EA",
                        "LIN*2*SK*VIT*LT*A-LOT-NUMBER-THAT-IS-LONG",
                        "PID*F****VIT",
                        "DTM*036*20280731",
                        "QTY*17*4*EA",
                        "QTY*33*0*EA",
                        "LIN*3*SK*VIT*LT*LATE",
                        "PID*F****VIT",
                        "DTM*036*20290101",
                        "QTY*17*10*EA",
                        "QTY*33*8*EA",
                        "LIN*4*SK*DRILL",
                        "PID*F****DRILL",
                        "QTY*17*3*EA",
                        "QTY*33*3*EA",
                        "LIN*5*SK*HAT",
                        "PID*F****HAT",
                        "QTY*17*0*EA",
                        "QTY*33*0*EA",
                        "CTT*5");
    }

    @Test
    void a_snapshot_may_leave_out_zeros() {
        WarehouseSimulator warehouse =
                open(X12Dialect.builder().omitsZeros(true).build());
        warehouse.count("TEE", 0);
        warehouse.putSnapshot();
        assertThat(Depositor.lines(new Depositor(warehouse).documents("846").get(0)))
                .contains("CTT*3")
                .noneMatch(line -> line.contains("*SK*TEE"));
    }
}
