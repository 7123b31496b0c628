package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordType;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One shipment stands in two files of one morning. */
class ShipmentInTwoFilesTest extends WarehouseWorld {
    private static String row(String tracking) {
        return HEADER + "S1,SO1001,L1,MUG,1,2026-11-20,C1,UPS," + tracking + ",0.8\n";
    }

    @Test
    void a_correction_that_is_refused_first_is_written_after_its_retry() throws IOException {
        drop("a.csv", row("T1"));
        drop("b.csv", row("T2"));
        sink().beforeWrite(() -> {
            if (!sink().batches().isEmpty()) {
                sink().refuse("S1", ErrorCode.CONFLICT);
            }
        });
        run();
        assertThat(booked("S1").packages().get(0).trackingNumbers()).containsExactly("T1");
        sink().beforeWrite(() -> {}).accept("S1");
        retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
        run();
        assertThat(booked("S1").packages().get(0).trackingNumbers()).containsExactly("T2");
    }

    @Test
    void a_shipment_that_waits_for_its_order_is_booked_as_the_last_file_tells_it() throws IOException {
        for (int i = 1; i <= 8; i++) { // which of two files is remembered hangs on the hashes of their names
            String id = "W" + i;
            for (int file = 1; file <= 2; file++) {
                String name = id + "-" + file + ".csv";
                drop(name, row("T" + file).replace("S1,", id + ","));
                Files.setLastModifiedTime(
                        folder.resolve("inbound").resolve(name),
                        FileTime.from(time.instant().plusSeconds(file)));
            }
            sink().deferFor(id, "order SO1001");
            run();
        }
        for (int i = 1; i <= 8; i++) {
            sink().accept("W" + i);
        }
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofHours(1));
            run();
        }
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT))
                .as("fulfillments booked")
                .hasSize(8);
        for (int i = 1; i <= 8; i++) {
            assertThat(booked("W" + i).packages().get(0).trackingNumbers()).containsExactly("T2");
        }
    }

    @Test
    void a_shipment_that_waits_is_not_forgotten_because_an_older_file_names_it_again() throws IOException {
        drop("b.csv", row("T2"));
        modified("b.csv", time.instant());
        sink().deferFor("S1", "order SO1001");
        run();
        drop("a-late.csv", row("T1"));
        modified("a-late.csv", time.instant().minusSeconds(86_400));
        run();
        sink().accept("S1");
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofHours(1));
            run();
        }
        assertThat(booked("S1").packages().get(0).trackingNumbers()).containsExactly("T2");
        assertThat(in("inbound")).isEmpty();
    }

    private void modified(String name, Instant at) throws IOException {
        Files.setLastModifiedTime(folder.resolve("inbound").resolve(name), FileTime.from(at));
    }
}
