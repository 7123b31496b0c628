package dev.drayage.threepl.internal.csv;

import static dev.drayage.model.RecordType.ITEM_FULFILLMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.model.InventoryNumber;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineRemainder;
import dev.drayage.threepl.CsvDocumentSettings;
import dev.drayage.threepl.CsvSettings;
import dev.drayage.threepl.FileWarehouseSettings;
import dev.drayage.threepl.internal.documents.Documents;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of shipments: layouts, meanings and faults. */
class CsvShipmentsTest {
    private static final String HEADER = "shipment_no,order_no,line_no,sku,qty_shipped,ship_date";

    @TempDir
    Path temp;

    private CsvFolder folder;

    @BeforeEach
    void open() {
        folder = new CsvFolder(temp);
    }

    private ItemFulfillment only(String content) {
        Documents documents = folder.open(content);
        assertThat(documents.refusal()).isEmpty();
        assertThat(CsvFolder.faults(documents, ITEM_FULFILLMENT)).isEmpty();
        return CsvFolder.records(documents, ITEM_FULFILLMENT).get(0);
    }

    private String refusal(String content) {
        return folder.open(content).refusal().orElse("");
    }

    private String fault(String content) {
        Documents documents = folder.open(content);
        assertThat(documents.refusal()).isEmpty();
        return CsvFolder.faults(documents, ITEM_FULFILLMENT).get(0);
    }

    @Test
    void lots_serial_numbers_weights_and_freight_are_told_with_the_line_and_with_the_carton() {
        folder.with(CsvDocumentSettings.WEIGHT_UNIT, "lb")
                .with(CsvDocumentSettings.WEIGHT_OF, "row")
                .with(CsvDocumentSettings.FREIGHT_CURRENCY, "USD");
        ItemFulfillment shipment = only(HEADER + ",carton_no,lot,expiry,serial,weight,freight\n"
                + "S1,SO1,1,VIT,3,2026-11-20,C1,L1,2028-07-31,,2,6.50\n"
                + "S1,SO1,1,VIT,2,2026-11-20,C2,L1,2028-07-31,,1.5,\n"
                + "S1,SO1,1,VIT,1,2026-11-20,C2,L2,,,0.5,6.5\n"
                + "S1,SO1,2,DRILL,1,2026-11-20,C2,,,SN1,,\n");
        assertThat(shipment.lines().get(0).quantity()).isEqualByComparingTo("6");
        assertThat(shipment.lines().get(0).inventoryNumbers())
                .containsExactly(
                        new InventoryNumber("L1", new BigDecimal("5"), Optional.of(LocalDate.of(2028, 7, 31))),
                        new InventoryNumber("L2", BigDecimal.ONE, Optional.empty()));
        assertThat(shipment.lines().get(1).inventoryNumbers())
                .extracting(InventoryNumber::number)
                .containsExactly("SN1");
        assertThat(shipment.packages())
                .extracting(p -> p.weightKg().orElseThrow().stripTrailingZeros().toPlainString())
                .containsExactly("0.90718474", "0.90718474");
        assertThat(shipment.packages().get(1).contents()).hasSize(2);
        assertThat(shipment.freight()).map(Object::toString).contains("USD 6.50");
    }

    @Test
    void words_about_the_rest_say_what_becomes_of_it() {
        ItemFulfillment shipment = only(HEADER + ",qty_ordered,status\n"
                + "S1,SO1,1,A,3,2026-11-20,3,CC\n"
                + "S1,SO1,2,B,1,2026-11-20,4,BP\n"
                + "S1,SO1,2,B,1,2026-11-20,4,BP \n"
                + "S1,SO1,3,C,0,2026-11-20,5,CU\n"
                + "S1,SO1,4,D,1,2026-11-20,2,ZZ\n"
                + "S1,SO1,5,E,1,2026-11-20,2,\n");
        assertThat(shipment.lines())
                .extracting(line -> line.line().value() + " " + line.quantity())
                .containsExactly("1 3", "2 2", "4 1", "5 1");
        assertThat(shipment.remainders())
                .extracting(rest -> rest.line().value() + " " + rest.quantity() + " " + rest.fate())
                .containsExactly("2 2 BACK_ORDERED", "3 5 CANCELLED", "4 1 UNKNOWN");
    }

    @Test
    void without_the_ordered_quantity_the_word_is_handed_on_and_no_number_is_made_up() {
        ItemFulfillment shipment = only(HEADER + ",status\nS1,SO1,1,A,0,2026-11-20,CU\n");
        assertThat(shipment.lines()).isEmpty();
        assertThat(shipment.packages()).isEmpty();
        assertThat(shipment.remainders())
                .singleElement()
                .satisfies(rest -> assertThat(rest.quantity()).isZero())
                .extracting(LineRemainder::fate)
                .isEqualTo(LineRemainder.Fate.CANCELLED);
    }

    @Test
    void a_partner_has_its_own_layout() {
        folder.with(CsvSettings.DELIMITER, ";")
                .with(CsvSettings.QUOTE, "'")
                .with(CsvSettings.DECIMAL, ",")
                .with(CsvSettings.CHARSET, "windows-1252")
                .with(CsvSettings.DAY_PATTERN, "dd.MM.yyyy")
                .with(CsvSettings.TIME_PATTERN, "dd.MM.yyyy HH:mm")
                .with(CsvSettings.TRAILER, "ENDE")
                .with(CsvDocumentSettings.SHIPMENT_COLUMNS, "shipment_no=Lieferung,qty_shipped=Stück,sku=");
        byte[] file = "Lieferung;order_no;line_no;sku;Stück;ship_date\r\nS1;SÖ1;'1';X;2,5;20.11.2026 17:30\r\nENDE;1"
                .getBytes(Charset.forName("windows-1252"));
        Documents documents = folder.open("a.csv", file);
        assertThat(documents.refusal()).isEmpty();
        ItemFulfillment shipment =
                CsvFolder.records(documents, ITEM_FULFILLMENT).get(0);
        assertThat(shipment.orderReferences().get(0).value()).isEqualTo("SÖ1");
        assertThat(shipment.lines().get(0).quantity()).isEqualByComparingTo("2.5");
        assertThat(shipment.lines().get(0).sku()).isEmpty();
        assertThat(shipment.shippedAt()).isEqualTo(Instant.parse("2026-11-20T23:30:00Z"));
    }

    @Test
    void files_without_headings_are_told_by_name_and_position() {
        folder.with(CsvSettings.HEADINGS, "false")
                .with(CsvDocumentSettings.SHIPMENT_FILES, "shp_*.csv")
                .with(
                        CsvDocumentSettings.SHIPMENT_COLUMNS,
                        "shipment_no=1,order_no=2,line_no=3,qty_shipped=4,ship_date=5");
        byte[] rows = "S1,SO1,1,2,2026-11-20\nS2,SO2,1,x,2026-11-20\n".getBytes(Charset.forName("UTF-8"));
        Documents documents = folder.open("shp_1.csv", rows);
        assertThat(CsvFolder.records(documents, ITEM_FULFILLMENT)).hasSize(1);
        assertThat(CsvFolder.faults(documents, ITEM_FULFILLMENT).get(0))
                .startsWith("file shp_1.csv, row 2, column 4 (qty_shipped)");
        assertThat(folder.open("inv_1.csv", rows).refusal().orElseThrow()).contains("neither");
        assertThat(folder.open("shp_2.csv", "S1,SO1\n".getBytes(Charset.forName("UTF-8")))
                        .refusal()
                        .orElseThrow())
                .contains("has 2 columns");
    }

    @Test
    void a_quantity_is_digits_and_nothing_else() {
        for (String quantity :
                List.of("", " 1", "1 000", "+1", "-1", "1e3", "1.", ".5", "0x1", "١", "\"1,000\"", "1,5")) {
            Documents documents = folder.open(HEADER + "\nS1,SO1,1,A," + quantity + ",2026-11-20\n");
            assertThat(documents.refusal().isPresent()
                            || CsvFolder.faults(documents, ITEM_FULFILLMENT).size() == 1)
                    .as("quantity %s", quantity)
                    .isTrue();
        }
        assertThat(fault(HEADER + "\nS1,SO1,1,A,0,2026-11-20\n")).contains("must be above zero");
    }

    @Test
    void rows_of_a_shipment_follow_each_other_and_none_comes_twice() {
        assertThat(refusal(HEADER + "\nS1,SO1,1,A,1,2026-11-20\nS2,SO2,1,A,1,2026-11-20\nS1,SO1,2,B,1,2026-11-20\n"))
                .isEqualTo(
                        "file a.csv: row 4, column shipment_no: names the shipment of row 2 again, after another one:"
                                + " the rows of a shipment must follow each other");
        assertThat(fault(HEADER + "\nS1,SO1,1,A,1,2026-11-20\nS1,SO1,2,B,1,2026-11-20\nS1,SO1,1,A,1,2026-11-20\n"))
                .startsWith("file a.csv, row 4 repeats row 2");
    }

    @Test
    void what_stands_in_a_field_is_never_repeated() {
        for (String buyer : List.of("Jane Doe", "\"Jane Doe", "Jane\u0000Doe", "Jane,Doe", "Ja\"ne Doe")) {
            for (int column = 1; column < 6; column++) {
                String[] row = {"S1", "SO1", "1", "A", "1", "2026-11-20"};
                row[column] = buyer;
                Documents documents = folder.open(HEADER + "\n" + String.join(",", row) + "\n");
                String said = documents.refusal().orElse("") + CsvFolder.faults(documents, ITEM_FULFILLMENT);
                assertThat(said).doesNotContain("Jane").doesNotContain("Doe").doesNotContain("Ja\"");
            }
        }
    }

    @Test
    void two_of_what_a_shipment_has_once_spoil_it() {
        assertThat(fault(HEADER + ",serial\nS1,SO1,1,A,1,2026-11-20,N1\nS1,SO1,1,A,1.0,2026-11-20,N1\n"))
                .contains("serial number twice");
        assertThat(fault(HEADER + ",serial\nS1,SO1,1,A,2,2026-11-20,N1\n")).contains("must be one");
        assertThat(fault(HEADER + "\nS1,SO1,1,A,1,2026-11-20\nS1,SO1,1,B,1,2026-11-20\n"))
                .contains("SKU for one line");
        assertThat(fault(HEADER + ",carton_no,weight\nS1,SO1,1,A,1,2026-11-20,C1,1\nS1,SO1,2,B,1,2026-11-20,C1,2\n"))
                .contains("weight for one carton");
    }

    @Test
    void a_last_row_that_the_parser_loses_over_a_carriage_return_inside_quotes_is_missed() {
        assertThat(refusal(HEADER + "\nS1,SO1,1,A,1,2026-11-20\nS2,SO2,1,A,1,\"2026-11-20\r\"\n"))
                .contains("line break inside a field in row 2 or after it");
    }

    @Test
    void limits_refuse_the_file() {
        folder.with(CsvSettings.MAX_FIELDS, "6")
                .with(CsvSettings.MAX_FIELD_LENGTH, "50")
                .with(CsvSettings.MAX_ROWS, "2");
        String row = ",SO1,1,A,1,2026-11-20\n";
        assertThat(refusal(HEADER + ",more\n")).contains("row 1 has more than 6 columns");
        assertThat(refusal(HEADER + "\nS1,SO1,1," + "x".repeat(51) + ",1,2026-11-20\n"))
                .contains("row 2 has a field of more than 50 characters");
        assertThat(refusal(HEADER + "\nS1,SO1,1," + "x".repeat(51_000) + ",1,2026-11-20\n"))
                .contains("after row 1");
        assertThat(refusal(HEADER + "\nS1" + row + "S2" + row + "S3" + row)).contains("row 4 is one more than the 2");
    }

    @Test
    void a_heading_that_a_setting_names_must_be_there() {
        folder.with(CsvDocumentSettings.SHIPMENT_COLUMNS, "lot=Batch");
        assertThat(refusal(HEADER + ",lot\nS1,SO1,1,A,1,2026-11-20,L1\n")).contains("shipments lack Batch");
        assertThat(refusal(HEADER + ",Batch,Batch\n")).contains("heading Batch twice");
    }

    @Test
    void settings_that_do_not_fit_are_told() {
        assertThatThrownBy(() -> folder.with(CsvSettings.DELIMITER, ".")
                        .with(CsvSettings.DAY_PATTERN, "MM/dd")
                        .with(CsvDocumentSettings.SHIPMENT_COLUMNS, "ordr=x,order_no=")
                        .with(CsvDocumentSettings.ORDER_COLUMNS, "order_no,line_no,sku,qty")
                        .with(FileWarehouseSettings.TAKES_CHANGES, "true")
                        .format())
                .hasMessageContaining("csv.dayPattern must be a pattern")
                .hasMessageContaining("must differ from each other")
                .hasMessageContaining("shipments.columns names a column that is none of")
                .hasMessageContaining("shipments.columns must name order_no")
                .hasMessageContaining("orders.columns must list action");
    }
}
