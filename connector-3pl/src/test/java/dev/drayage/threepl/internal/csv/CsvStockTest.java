package dev.drayage.threepl.internal.csv;

import static dev.drayage.model.RecordType.INVENTORY_LEVEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.InventoryLevel;
import dev.drayage.threepl.CsvDocumentSettings;
import dev.drayage.threepl.FileWarehouseSettings;
import dev.drayage.threepl.internal.documents.Documents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of stock: layouts, meanings and faults. */
class CsvStockTest {
    private static final String HEADER = "warehouse,sku,lot,expiry,on_hand,available,allocated,on_hold,as_of\n";
    private static final String LOTS = HEADER
            + "W,VIT,L1,2028-07-31,50,40,10,0,2026-11-20T06:00:00-06:00\n"
            + "W,VIT,L2,,5,5,0,0,2026-11-20T06:00:00-06:00\n"
            + "W,TEE,,,7,7,0,0,2026-11-20T06:00:00-06:00\n";

    @TempDir
    Path temp;

    private CsvFolder folder;

    @BeforeEach
    void open() {
        folder = new CsvFolder(temp);
    }

    private List<String> told(Documents documents) {
        assertThat(documents.refusal()).isEmpty();
        return CsvFolder.records(documents, INVENTORY_LEVEL).stream()
                .map(level ->
                        level.ref().id() + " " + level.onHand().orElseThrow().toPlainString())
                .toList();
    }

    @Test
    void lots_are_told_apart_or_added_up() {
        assertThat(told(folder.open(LOTS))).containsExactly("W/VIT/L1 50", "W/VIT/L2 5", "W/TEE 7");
        folder.with(FileWarehouseSettings.LOTS, "summed");
        assertThat(told(folder.open(LOTS))).containsExactly("W/VIT 55", "W/TEE 7");
        InventoryLevel sum =
                CsvFolder.records(folder.open(LOTS), INVENTORY_LEVEL).get(0);
        assertThat(sum.lot()).isEmpty();
        assertThat(sum.available().orElseThrow()).isEqualByComparingTo("45");
        assertThat(folder.open(LOTS + "W,VIT,L3,,1,1,0,0,2026-11-20T06:00:00-06:00\n")
                        .refusal()
                        .orElseThrow())
                .contains("row 5", "row 2", "must follow each other");
    }

    @Test
    void a_count_is_of_the_time_that_it_names_or_else_of_the_file_and_never_of_the_future() {
        InventoryLevel told =
                CsvFolder.records(folder.open(LOTS), INVENTORY_LEVEL).get(0);
        assertThat(told.countedAt()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        InventoryLevel file = CsvFolder.records(folder.open("sku,on_hand\nTEE,7\n"), INVENTORY_LEVEL)
                .get(0);
        assertThat(file.countedAt()).isEqualTo(CsvFolder.NOW.minusSeconds(3600));
        assertThat(file.ref().id()).isEqualTo("W1/TEE");
        assertThat(file.location()).isEmpty();
        InventoryLevel ahead = CsvFolder.records(
                        folder.open("sku,on_hand,as_of\nTEE,7,2031-01-01T00:00:00Z\n"), INVENTORY_LEVEL)
                .get(0);
        assertThat(ahead.countedAt()).isEqualTo(CsvFolder.NOW);
        assertThat(CsvFolder.faults(folder.open("sku,on_hand,as_of\nTEE,7,2026-11-20\n"), INVENTORY_LEVEL))
                .containsExactly("file a.csv, row 2, column as_of: is no time of a day as the layout writes it");
    }

    @Test
    void the_same_numbers_again_are_news() {
        assertThat(folder.open(LOTS).isNewsAgain()).isTrue();
    }

    @Test
    void what_is_counted_twice_refuses_the_file_and_names_both_rows() {
        assertThat(folder.open(LOTS + "W,VIT,L1,2028-07-31,50,40,10,0,2026-11-20T06:00:00-06:00\n")
                        .refusal()
                        .orElseThrow())
                .isEqualTo("file a.csv: row 5, column sku: is counted in row 2 too: which count is true?");
    }

    @Test
    void a_count_without_its_place_is_not_taken_for_one_of_another() {
        assertThat(folder.open(LOTS.replace("\nW,TEE", "\n,TEE")).refusal().orElseThrow())
                .isEqualTo("file a.csv: row 4, column warehouse: is empty, so nobody can tell where it was counted");
    }

    @Test
    void a_row_that_cannot_be_read_spoils_its_own_count() {
        Documents documents = folder.open(LOTS.replace(",5,5,", ",-5,5,"));
        assertThat(told(documents)).containsExactly("W/VIT/L1 50", "W/TEE 7");
        assertThat(CsvFolder.faults(documents, INVENTORY_LEVEL))
                .containsExactly(
                        "file a.csv, row 3, column on_hand: is no number with a decimal point and nothing else");
    }

    @Test
    void the_heading_row_tells_which_document_a_file_is() {
        assertThat(folder.open("sku,name\n").refusal().orElseThrow())
                .contains("shipments lack shipment_no", "stock lacks on_hand or available");
        assertThat(folder.open("shipment_no,order_no,line_no,qty_shipped,ship_date,sku,on_hand\n")
                        .refusal()
                        .orElseThrow())
                .contains("fits shipments and stock");
        folder.with(CsvDocumentSettings.DOCUMENTS, "shipments");
        Documents unwanted = folder.open(LOTS);
        assertThat(unwanted.refusal()).isEmpty();
        assertThat(unwanted.types()).isEmpty();
    }
}
