package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunReport;
import dev.drayage.error.SettingsException;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarehouseFilesTest extends WarehouseWorld {
    @Test
    void a_shipment_in_two_cartons_becomes_one_fulfillment_with_two_packages() throws IOException {
        drop("a.csv", GOOD);
        assertThat(run().count(Outcome.APPLIED)).isEqualTo(1);
        ItemFulfillment shipment = booked("S1");
        assertThat(shipment.lines())
                .extracting(l -> l.line().value() + " " + l.quantity())
                .containsExactly("L1 2", "L2 3");
        assertThat(shipment.packages())
                .extracting(p -> p.reference() + " " + p.trackingNumbers() + " "
                        + p.contents().size())
                .containsExactly("C1 [T1] 1", "C2 [T2] 2");
        assertThat(shipment.shippedAt()).as("noon in Chicago").isEqualTo(Instant.parse("2026-11-20T18:00:00Z"));
        assertThat(in("inbound")).isEmpty();
        assertThat(in("processed"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("a.")
                .endsWith(".csv");
    }

    @Test
    void files_that_are_still_written_links_and_hidden_ones_are_left_alone() throws IOException {
        drop("a.csv.tmp", GOOD);
        drop(".b.csv", GOOD);
        drop("c.csv.filepart", GOOD);
        Path outside = Files.writeString(folder.resolve("outside.csv"), GOOD);
        Files.createSymbolicLink(folder.resolve("inbound").resolve("link.csv"), outside);
        assertThat(run().read()).isZero();
        assertThat(in("inbound")).hasSize(4);
    }

    @Test
    void the_same_file_twice_books_once_and_its_copies_are_not_even_read() throws IOException {
        drop("a.csv", GOOD);
        run();
        drop("a.csv", GOOD);
        drop("again.csv", GOOD);
        assertThat(run().read()).isZero();
        assertThat(erp.writes()).hasSize(1);
        assertThat(in("inbound")).isEmpty();
        assertThat(in("processed")).hasSize(3);
    }

    @Test
    void a_file_whose_content_came_before_in_other_words_books_nothing_new() throws IOException {
        drop("a.csv", GOOD);
        run();
        drop("b.csv", GOOD.replace("\n", "\r\n"));
        assertThat(run().count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(erp.writes()).hasSize(1);
    }

    @Test
    void a_shipment_before_its_order_waits_and_is_read_again_from_where_its_file_went() throws IOException {
        sink().deferFor("S1", "order SO1001");
        drop("a.csv", GOOD);
        assertThat(run().count(Outcome.DEFERRED)).isEqualTo(1);
        assertThat(in("inbound")).isEmpty();
        sink().accept("S1");
        assertThat(run().count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(booked("S1").packages()).hasSize(2);
    }

    @Test
    void a_bad_row_spoils_its_own_shipment_only_and_the_file_goes_to_failed_with_the_reason() throws IOException {
        drop(
                "a.csv",
                GOOD + "S2,SO1002,L1,MUG,one,2026-11-20,C9,UPS,T9,\n" + "S3,SO1003,L1,MUG,1,2026-11-20,C9,UPS,T9,\n");
        RunReport report = run();
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(2);
        assertThat(report.count(Outcome.PARKED)).isEqualTo(1);
        assertThat(store.ledger("default")
                        .records(RecordQuery.builder()
                                .addStates(RecordState.PARKED)
                                .build()))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.message())
                                .isEqualTo(
                                        "file a.csv, row 5, column qty_shipped: is no number with a decimal point and nothing else"));
        assertThat(in("failed")).hasSize(2);
        String reason =
                Files.readString(folder.resolve("failed").resolve(in("failed").get(1)));
        assertThat(reason).contains("S2: file a.csv, row 5, column qty_shipped");
    }

    @Test
    void a_corrected_file_books_only_what_was_missing() throws IOException {
        drop("a.csv", GOOD + "S2,SO1002,L1,MUG,x,2026-11-20,C9,UPS,T9,\n");
        run();
        drop("a.csv", GOOD + "S2,SO1002,L1,MUG,2,2026-11-20,C9,UPS,T9,\n");
        RunReport report = run();
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(report.count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(erp.writes()).hasSize(2);
    }

    @Test
    void a_file_that_cannot_be_used_is_refused_whole_and_stops_no_other() throws IOException {
        drop("1-headings.csv", "shipment_no,order_no,sku\nS9,SO9,MUG\n");
        drop("2-empty.csv", "");
        drop("3-quotes.csv", HEADER + "\"S9,SO9,L1\n");
        drop("4-cut.csv", HEADER + "S9,SO9,L1,MUG,1,2026-1");
        drop("5-nobody.csv", HEADER + ",SO9,L1,MUG,1,2026-11-20,C,UPS,T,\n");
        drop("6-large.csv", HEADER + "x".repeat(70_000));
        drop("7-latin.csv", (HEADER + "S9,SÖ9,L1,MUG,1,2026-11-20,C,UPS,T,\n").getBytes(StandardCharsets.ISO_8859_1));
        drop("8-mixed.csv", HEADER + "S8,SO8,L1,MUG,1,2026-11-20,C,UPS,T,\nS8,SO9,L2,TEE,1,2026-11-20,C,UPS,T,\n");
        drop("9-good.csv", GOOD);
        RunReport report = run();
        assertThat(store.ledger("default")
                        .records(RecordQuery.builder()
                                .addStates(RecordState.PARKED)
                                .build()))
                .extracting(entry -> entry.message())
                .hasSize(8);
        assertThat(report.count(Outcome.PARKED)).isEqualTo(8);
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(in("inbound")).as("what is too large to be fetched stays").containsExactly("6-large.csv");
        assertThat(in("processed")).hasSize(1);
    }

    @Test
    void a_day_on_which_nothing_left_is_no_fault() throws IOException {
        drop("a.csv", HEADER);
        assertThat(run().read()).isZero();
        assertThat(in("inbound")).isEmpty();
        assertThat(in("processed")).hasSize(1);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing() throws IOException {
        drop("a.csv", "\uFEFF" + GOOD.replace("\n", "\r\n"));
        assertThat(run().count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(booked("S1").lines()).hasSize(2);
    }

    @Test
    void a_file_that_stops_within_a_row_is_given_ten_minutes_and_is_then_refused() throws IOException {
        drop("a.csv", GOOD.substring(0, GOOD.length() - 1));
        Path file = folder.resolve("inbound").resolve("a.csv");
        Files.setLastModifiedTime(file, FileTime.from(time.instant()));
        assertThat(run().read()).isZero();
        assertThat(in("inbound")).hasSize(1);
        assertThat(run().count(Outcome.PARKED)).isEqualTo(1);
        assertThat(in("inbound")).isEmpty();
    }

    @Test
    void a_file_that_may_still_be_written_is_taken_once_it_has_stayed_the_same() throws IOException {
        settings.put("incoming.settle", "PT30S");
        drop("a.csv", GOOD);
        assertThat(run().read()).isZero();
        assertThat(run().count(Outcome.APPLIED)).isEqualTo(1);
    }

    @Test
    void the_spool_in_the_folder_is_never_taken_for_files_of_the_warehouse() throws IOException {
        settings.put("incoming.folder", "/");
        Files.writeString(folder.resolve("a.csv"), GOOD);
        assertThat(run().count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(run().read()).isZero();
        assertThat(folder.resolve(".spool")).isDirectory();
        settings.put("incoming.folder", ".spool/inbox");
        assertThat(WarehouseFilesSettings.SCHEMA.problems(settings))
                .containsExactly("incoming.folder must not be the spool");
    }

    @Test
    void a_diagnosis_tells_how_many_files_wait() throws IOException {
        drop("a.csv", GOOD);
        drop("b.csv.tmp", GOOD);
        try (Connector warehouse = warehouse()) {
            assertThat(warehouse.diagnose(call()).checks())
                    .first()
                    .satisfies(check -> assertThat(check.detail()).isEqualTo("1 files wait in folder inbound"));
        }
    }

    @Test
    void a_diagnosis_warns_of_folders_that_are_not_there_and_makes_none() throws IOException {
        Files.createDirectories(folder.resolve("outbound"));
        settings.put("incoming.folder", "inbuond");
        try (Connector warehouse = warehouse()) {
            for (int look = 0; look < 2; look++) {
                Diagnosis diagnosis = warehouse.diagnose(call());
                assertThat(diagnosis.ok()).isTrue();
                assertThat(diagnosis.checks())
                        .extracting(Diagnosis.Check::subject, Diagnosis.Check::verdict)
                        .containsExactly(
                                tuple("incoming.folder", Diagnosis.Verdict.WARNING),
                                tuple("outgoing.folder", Diagnosis.Verdict.PASSED));
                assertThat(diagnosis.checks().get(0).detail()).contains("inbuond", "correct incoming.folder");
            }
        }
        assertThat(folder.resolve("inbuond")).doesNotExist();
    }

    @Test
    void settings_tell_every_fault_at_once() {
        assertThatThrownBy(() -> WarehouseFilesSettings.builder()
                        .with(ExchangeSettings.MAX_KILOBYTES, "none")
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("warehouse is missing")
                .hasMessageContaining("exchange.folder is missing")
                .hasMessageContaining("incoming.maxKilobytes must be a whole number");
        assertThatThrownBy(() -> WarehouseFilesSettings.SCHEMA.read(Map.of("zon", "x")))
                .hasMessageContaining("zon is unknown; did you mean zone?");
    }
}
