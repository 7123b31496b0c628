package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.UncalledHttpClient;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where no sync reads counts of stock, files of them wait for nobody. */
class X12DocumentsSettingTest {
    private static final String STOCK =
            "BIA*00*DD*INV1*20261120*0600~N1*WH**91*NORTH01~LIN*1*SK*TEE-BLK-M~QTY*17*5*EA~CTT*1~";

    @TempDir
    Path area;

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    private final InMemorySyncStore store = new InMemorySyncStore(time);

    @Test
    void stock_that_is_not_read_is_acknowledged_and_put_away() throws IOException {
        drop(STOCK);
        try (Connector warehouse = warehouse("shipments")) {
            assertThat(read(warehouse, RecordType.ITEM_FULFILLMENT)).isEmpty();
            assertThat(read(warehouse, RecordType.INVENTORY_LEVEL)).isEmpty();
        }
        assertThat(files("inbound")).isEmpty();
        assertThat(files("processed")).hasSize(1);
        assertThat(files("outbound")).singleElement().asString().contains("_ack_IB_");
    }

    @Test
    void stock_that_is_not_read_and_wrong_is_told_with_the_shipments() throws IOException {
        drop(STOCK.replace("QTY*17*5*EA", "QTY*17*many*EA"));
        try (Connector warehouse = warehouse("shipments")) {
            assertThat(read(warehouse, RecordType.INVENTORY_LEVEL)).isEmpty();
            assertThat(read(warehouse, RecordType.ITEM_FULFILLMENT))
                    .singleElement()
                    .isInstanceOf(Change.Unreadable.class);
        }
    }

    @Test
    void stock_is_read_where_it_alone_is_named_and_where_nothing_is() throws IOException {
        drop(STOCK);
        for (String documents : List.of("stock", "shipments,stock")) {
            try (Connector warehouse = warehouse(documents)) {
                assertThat(read(warehouse, RecordType.ITEM_FULFILLMENT)).isEmpty();
                assertThat(read(warehouse, RecordType.INVENTORY_LEVEL))
                        .singleElement()
                        .isInstanceOf(Change.Present.class);
            }
        }
    }

    private Connector warehouse(String documents) {
        return new WarehouseX12Provider()
                .open(
                        WarehouseX12Settings.builder()
                                .warehouse("W1")
                                .parties(X12Envelope.US, X12Envelope.THEM)
                                .zone(ZoneId.of("America/Chicago"))
                                .folder(area)
                                .with(ExchangeSettings.SETTLE, "PT0S")
                                .with(WarehouseX12Settings.DOCUMENTS, documents)
                                .build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                new UncalledHttpClient(),
                                account -> store.connectorState("default", account)));
    }

    /** As a run reads: a page, and then what it has settled, which here is nothing. */
    private List<?> read(Connector warehouse, RecordType<?> type) {
        CallContext call = CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.FULFILLMENTS);
        RecordSource<?> source = warehouse.source(type).orElseThrow();
        List<?> changes =
                source.read(new Slice.Backlog(), Optional.empty(), call).changes();
        source.acknowledge(List.of(), call);
        return changes;
    }

    private void drop(String segments) throws IOException {
        Path inbound = Files.createDirectories(area.resolve("inbound"));
        Files.writeString(inbound.resolve("846.edi"), X12Envelope.of(1, "IB", "846", segments));
    }

    private List<String> files(String folder) throws IOException {
        Path path = Files.createDirectories(area.resolve(folder));
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }
}
