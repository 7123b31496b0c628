package dev.drayage.testkit.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warehouse that talks in CSV. */
class CsvTest {
    private static final String HEADING = "order_no,ship_method,carrier,ship_name,addr1,city,line_no,sku,qty,action";

    @TempDir
    Path root;

    private WarehouseSimulator warehouse;
    private Depositor depositor;

    @BeforeEach
    void open() {
        warehouse = WarehouseSimulator.builder(() -> Instant.parse("2026-09-02T01:00:00Z"), root)
                .dialect(CsvDialect.usual())
                .stock("TEE", 100)
                .stock(StockItem.of("VIT", 0).lot(Lot.of("L,1", LocalDate.of(2028, 7, 31)), 50))
                .stock(StockItem.serialized("DRILL", List.of("SN1", "SN2")))
                .open();
        depositor = new Depositor(warehouse);
    }

    private void drop(String name, String... rows) {
        depositor.drop(name, (HEADING + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(UTF_8));
        warehouse.work();
    }

    private String only(String kind) {
        List<String> files =
                depositor.names().stream().filter(name -> name.startsWith(kind)).toList();
        assertThat(files).hasSize(1);
        return new String(depositor.bytes(files.get(0)), UTF_8);
    }

    @Test
    void an_order_is_shipped_and_told() {
        drop(
                "ord_1.csv",
                "SO1,UPS Ground,UPSN,\"Doe, \"\"Jane\"\"\",1 Main,Austin,1,VIT,3,",
                "SO1,UPS Ground,UPSN,\"Doe, \"\"Jane\"\"\",1 Main,Austin,2,DRILL,2,");
        warehouse.ship("SO1", PickList.everything().cartons(2));

        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.order("SO1").orElseThrow().consignee().name()).isEqualTo("Doe, \"Jane\"");
        assertThat(only("shp").split("\r\n", -1))
                .containsExactly(
                        "order_no,shipment_no,ship_date,carrier,service,tracking_no,sscc,carton_no,line_no,sku,"
                                + "qty_shipped,lot,expiry,serial,weight,freight,status",
                        "SO1,SHP000001,2026-09-01,UPSN,UPS Ground,1Z999AA10123000001,001234567000000017,1,1,VIT,"
                                + "3,\"L,1\",2028-07-31,,2.70,6.53,CC",
                        "SO1,SHP000001,2026-09-01,UPSN,UPS Ground,1Z999AA10123000002,001234567000000024,2,2,DRILL,"
                                + "1,,,SN1,0.90,,CC",
                        "SO1,SHP000001,2026-09-01,UPSN,UPS Ground,1Z999AA10123000002,001234567000000024,2,2,DRILL,"
                                + "1,,,SN2,0.90,,CC",
                        "");
    }

    @Test
    void a_change_and_a_cancellation_stand_in_a_column() {
        drop("a.csv", "SO1,,,Jane,,,1,TEE,3,", "SO2,,,Jane,,,1,TEE,3,N");
        drop("b.csv", "SO1,,,Jane,,,1,TEE,2,R", "SO2,,,,,,,,,F");
        assertThat(warehouse.order("SO1").orElseThrow().changes()).isEqualTo(1);
        assertThat(warehouse.order("SO2").orElseThrow().cancels()).isEqualTo(1);
    }

    @Test
    void a_bad_row_refuses_its_order_only() {
        drop(
                "a.csv",
                "SO1,,,Jane,,,1,TEE,three,",
                "SO2,,,Jane,,,1,TEE,3,",
                "SO3,,,Jane,,,1,TEE,1,",
                "SO3,,,June,,,2,TEE,1,");
        assertThat(warehouse.orders()).extracting(ReceivedOrder::orderNumber).containsExactly("SO2");
        assertThat(warehouse.complaints())
                .extracting(Complaint::text)
                .containsExactly(
                        "order 'SO1': qty 'three' is no number of pieces", "order 'SO3': its rows differ in ship_name");
    }

    @Test
    void a_file_that_comes_again_is_counted_and_an_order_that_does_complained_of() {
        drop("a.csv", "SO1,,,Jane,,,1,TEE,3,");
        drop("b.csv", "SO1,,,Jane,,,1,TEE,3,");
        drop("c.csv", "SO1,,,Jane,,,1,TEE,4,");
        assertThat(warehouse.duplicates()).isEqualTo(1);
        assertThat(warehouse.complaints()).extracting(Complaint::kind).containsExactly(Complaint.Kind.SECOND_ORIGINAL);
    }

    @Test
    void a_snapshot_lists_lots() {
        drop("a.csv", "SO1,,,Jane,,,1,TEE,3,");
        warehouse.hold("TEE", 7);
        warehouse.putSnapshot();
        assertThat(only("inv").split("\r\n", -1))
                .containsExactly(
                        "warehouse,sku,lot,expiry,on_hand,available,allocated,on_hold,as_of",
                        "NORTH01,TEE,,,100,90,3,7,2026-09-01T20:00:00-05:00",
                        "NORTH01,VIT,\"L,1\",2028-07-31,50,50,0,0,2026-09-01T20:00:00-05:00",
                        "NORTH01,DRILL,,,2,2,0,0,2026-09-01T20:00:00-05:00",
                        "");
    }

    @Test
    void what_is_written_is_read_back() throws CsvText.BadCsv {
        CsvText csv = new CsvText(';', "\n");
        List<String> fields = List.of("", "a;b", "say \"so\"", "two\r\nlines", " blank ", "plain");
        assertThat(csv.read(csv.write(List.of(fields, fields))))
                .extracting(CsvText.Row::fields)
                .containsExactly(fields, fields);
    }

    @Test
    void what_is_not_csv_is_refused() {
        CsvText csv = new CsvText(',', "\n");
        for (String bad : List.of("a,\"b", "a,b\"c\n", "\"a\"b,c\n", "a\rb\n")) {
            assertThatThrownBy(() -> csv.read(bad.getBytes(UTF_8))).as(bad).isInstanceOf(CsvText.BadCsv.class);
        }
        drop("a.csv", "SO1,,,\"Jane");
        assertThat(warehouse.complaints()).extracting(Complaint::kind).containsExactly(Complaint.Kind.BAD_INTERCHANGE);
    }
}
