package dev.drayage.testkit.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's reference documents, as the warehouse's strict reader sees them. */
class SampleDocumentsTest {
    @TempDir
    Path root;

    private static byte[] sample(String name) throws IOException {
        Path directory = Path.of(System.getProperty("drayage.specs", "specs"), "3pl", "x12", "own");
        if (Boolean.getBoolean("drayage.specs.required")) {
            assertThat(directory).isDirectory();
        }
        assumeTrue(Files.isDirectory(directory), "the X12 samples are not in " + directory + " (-Ddrayage.specs)");
        return Files.readAllBytes(directory.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "940-order.edi",
                "945-partial-two-cartons.edi",
                "945-no-carton-ref-tracking.edi",
                "846-stock-snapshot.edi",
                "997-accept-945.edi",
                "997-reject-940.edi"
            })
    void a_sample_breaks_no_rule(String name) throws Exception {
        for (Interchange interchange : InterchangeReader.read(sample(name))) {
            FunctionalGroup group = interchange.groups().get(0);
            TransactionSet set = group.sets().get(0);
            assertThat(group.faults()).isEmpty();
            assertThat(set.faults()).isEmpty();
            assertThat(SetCheck.findings(set, Depositor.grammar(set.id()), interchange.delimiters()))
                    .isEmpty();
        }
    }

    @Test
    void the_sample_order_is_taken_and_shipped() throws Exception {
        WarehouseSimulator warehouse = WarehouseSimulator.builder(Instant::now, root)
                .stock("TEE-BLK-M", 120)
                .stock("MUG-11OZ", 4)
                .stock(StockItem.of("VITC-500", 0).lot(Lot.of("LOT2407A"), 50))
                .open();
        new Depositor(warehouse).drop("940.edi", sample("940-order.edi"));
        warehouse.work();
        warehouse.work();

        assertThat(warehouse.complaints()).isEmpty();
        ReceivedOrder order = warehouse.order("SO100234").orElseThrow();
        assertThat(order.lines()).extracting(OrderLine::quantity).isEqualTo(List.of(10, 4, 6));
        assertThat(order.consignee().email()).isEqualTo("JANE@EXAMPLE.COM");
        assertThat(order.shipMethod()).isEqualTo("UPS GROUND");
        assertThat(order.scac()).isEqualTo("UPSN");
        assertThat(order.dates()).containsEntry("10", "20260902").containsEntry("01", "20260908");
        assertThat(order.notes()).containsExactly("LEAVE AT FRONT DOOR");
        assertThat(order.status()).isEqualTo(OrderStatus.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "940-1edisource-new.edi",
                "940-generalmills-change.edi",
                "940-generalmills-delete.edi",
                "945-simplot-st-se-only.edi"
            })
    void published_documents_that_are_known_to_be_broken_are_found_out(String name) throws Exception {
        byte[] bytes = sample("../public/" + name);
        boolean refused = false;
        try {
            refused = InterchangeReader.read(bytes).stream()
                    .flatMap(interchange -> interchange.groups().stream())
                    .anyMatch(group -> !group.faults().isEmpty());
        } catch (BadInterchange e) {
            refused = true;
        }
        assertThat(refused).isTrue();
    }

    @Test
    void check_digits_of_sscc_follow_the_samples() {
        assertThat(Sscc.of("01234567", 12)).isEqualTo("001234567000000123");
        assertThat(Sscc.of("01234567", 13)).isEqualTo("001234567000000130");
    }
}
