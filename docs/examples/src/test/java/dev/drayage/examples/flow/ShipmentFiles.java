package dev.drayage.examples.flow;

import dev.drayage.examples.quickstart.SimulatedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A warehouse's exchange folder. */
final class ShipmentFiles {
    private static final String HEADINGS =
            "shipment_no,order_no,line_no,sku,qty_shipped,ship_date,carton_no,carrier,tracking_no";

    private final Path folder;

    ShipmentFiles(Path folder) {
        this.folder = folder;
    }

    /** The connector's settings. */
    Map<String, String> settings() {
        return Map.of(
                "warehouse",
                "OAK1",
                "exchange.folder",
                folder.toString(),
                "incoming.settle",
                "PT0S",
                "zone",
                SimulatedWorld.ZONE.getId(),
                "orderReference",
                "channel_order_id",
                "lineReference",
                "channel_line_id");
    }

    /** Drops a file; it is complete when it gets its name. */
    void drop(String name, List<String> rows) {
        try {
            Path inbound = Files.createDirectories(folder.resolve("inbound"));
            Path unfinished = inbound.resolve(name + ".tmp");
            Files.writeString(unfinished, HEADINGS + "\n" + String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
            Files.move(unfinished, inbound.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
