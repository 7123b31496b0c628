package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeStockTest {
    private static final int ITEMS = 10_000;
    private static final int DESCRIPTIONS = 14;
    private static final int HEAP_MIB = 12;

    @TempDir
    Path folder = Path.of("");

    /** The reader's whole heap is smaller than the file, so it holds a window of it and the SKUs that it has seen. */
    @Test
    void ten_thousand_items_are_read_in_a_heap_smaller_than_the_file() throws IOException, InterruptedException {
        Path file = write();
        assertThat(Files.size(file)).isGreaterThan((long) HEAP_MIB << 20);

        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MIB + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StockCounter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said.strip()).isEqualTo(ITEMS + " items");
    }

    private Path write() throws IOException {
        Path file = folder.resolve("stock.edi");
        String description = "PID*F****" + "X".repeat(80) + "~\n";
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("ISA*00*          *00*          *ZZ*NORTHWH3PL     *ZZ*ACMEBRAND      *260902*0600*U*00401*"
                    + "000000580*0*T*>~\n");
            out.write("GS*IB*NORTHWH3PL*ACMEBRAND*20260902*0600*580*X*004010~\n");
            out.write("ST*846*0001~\nBIA*00*DD*INV20260902*20260902*0600~\nN1*WH*NORTH WAREHOUSE*91*NORTH01~\n");
            for (int i = 1; i <= ITEMS; i++) {
                out.write("LIN*" + i + "*SK*SKU-" + i + "~\n");
                out.write(description.repeat(DESCRIPTIONS));
                out.write("QTY*17*" + i + "*EA~\nQTY*33*" + i / 2 + "*EA~\n");
            }
            out.write("CTT*" + ITEMS + "~\nSE*" + (5 + (DESCRIPTIONS + 3) * ITEMS) + "*0001~\n");
            out.write("GE*1*580~\nIEA*1*000000580~\n");
        }
        return file;
    }
}
