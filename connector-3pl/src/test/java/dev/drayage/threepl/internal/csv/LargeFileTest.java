package dev.drayage.threepl.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.Reading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file is read by a process of little memory; {@code -Ddrayage.csvMegabytes=100} makes it larger. */
class LargeFileTest {
    private static final int MEGABYTES = Integer.getInteger("drayage.csvMegabytes", 12);

    /** Less than the file's text takes in memory. */
    private static final String HEAP = MEGABYTES >= 100 ? "-Xmx64m" : "-Xmx16m";

    @TempDir
    Path temp;

    /** Reads the file named first, and says how many shipments and lines it has, and how much memory was used at most. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        CsvFolder folder = new CsvFolder(Path.of("."));
        Documents documents = folder.format().open(folder.inbound("large.csv", file, Files.size(file)));
        long shipments = 0;
        long lines = 0;
        try (Reading<ItemFulfillment> reading = documents.read(RecordType.ITEM_FULFILLMENT)) {
            for (Optional<Change<ItemFulfillment>> next = reading.next(); next.isPresent(); next = reading.next()) {
                shipments++;
                lines += ((Change.Present<ItemFulfillment>) next.get())
                        .record()
                        .lines()
                        .size();
            }
        }
        Runtime machine = Runtime.getRuntime();
        System.gc();
        System.out.println(documents.refusal().orElse("") + shipments + " shipments, " + lines + " lines, "
                + (machine.totalMemory() - machine.freeMemory()) / 1024 + " KiB retained");
    }

    @Test
    void is_read_in_little_memory() throws IOException, InterruptedException {
        Path file = temp.resolve("large.csv");
        long shipments = write(file);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeFileTest.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        System.out.println(Files.size(file) / 1_000_000 + " MB with " + HEAP + " in "
                + (System.nanoTime() - begun) / 1_000_000 + " ms: " + said);
        assertThat(said).contains(shipments + " shipments, " + 3 * shipments + " lines");
    }

    private static long write(Path file) throws IOException {
        long shipments = 0;
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "shipment_no,order_no,line_no,sku,qty_shipped,ship_date,carton_no,carrier,service,tracking_no,note\n");
            while (written < MEGABYTES * 1_000_000L) {
                shipments++;
                for (int line = 1; line <= 3; line++) {
                    String row =
                            "SHP%09d,SO%09d,%d,SKU-%06d-BLUE-LARGE,2,2026-11-20,C1,UPS,Ground,1Z999AA1%010d,\"%s\"\n"
                                    .formatted(shipments, shipments, line, line, shipments, "a remark, of some length");
                    out.write(row);
                    written += row.length();
                }
            }
        }
        return shipments;
    }
}
