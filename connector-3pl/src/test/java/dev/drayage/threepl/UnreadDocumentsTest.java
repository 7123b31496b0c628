package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** X12 documents that nobody reads, and such as stand where they do not belong, are reported and never lost. */
class UnreadDocumentsTest {
    @TempDir
    Path area;

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private Connector warehouse;

    @BeforeEach
    void open() {
        warehouse = new WarehouseX12Provider()
                .open(
                        WarehouseX12Settings.builder()
                                .warehouse("W1")
                                .parties(X12Envelope.US, X12Envelope.THEM)
                                .zone(ZoneId.of("America/Chicago"))
                                .folder(area)
                                .with(ExchangeSettings.SETTLE, "PT0S")
                                .build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                new UncalledHttpClient(),
                                account -> store.connectorState("default", account)));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void a_document_that_nobody_reads_is_reported_as_such_with_the_shipments() throws IOException {
        drop("RE", "944", "W17*F*20261120*RCV1~");
        assertThat(reported(RecordType.ITEM_FULFILLMENT)).singleElement().satisfies(unread -> {
            assertThat(unread.code()).isEqualTo(ErrorCode.FILE_REFUSED);
            assertThat(unread.ref().id()).endsWith("#944-0001");
            assertThat(unread.message()).contains("set 944 is read by nobody here");
        });
        assertThat(reported(RecordType.INVENTORY_LEVEL)).isEmpty();
    }

    @Test
    void a_document_for_a_warehouse_is_reported_with_the_shipments() throws IOException {
        drop("OW", "940", "W05*N*SO1~N1*ST*JANE~N4*AUSTIN*TX*78701*US~W66*PP*U~LX*1~W01*1*EA**SK*MUG~W76*1~");
        assertThat(reported(RecordType.ITEM_FULFILLMENT))
                .singleElement()
                .satisfies(unread -> assertThat(unread.ref().id()).endsWith("#940-0001"));
    }

    @Test
    void a_document_in_a_group_of_another_kind_is_reported_once() throws IOException {
        drop("IB", "945", "W06*F*SO1*20261120*S1~W27*U*UPSN*UPS~LX*1~MAN*GM*C1~W12*CC*1*1*0*EA**SK*MUG~N9*LI*1~W03*1~");
        assertThat(reported(RecordType.INVENTORY_LEVEL))
                .singleElement()
                .satisfies(unread -> assertThat(unread.message()).contains("945"));
        assertThat(reported(RecordType.ITEM_FULFILLMENT)).isEmpty();
    }

    private void drop(String group, String set, String segments) throws IOException {
        Path inbound = Files.createDirectories(area.resolve("inbound"));
        Files.writeString(inbound.resolve(set + ".edi"), X12Envelope.of(1, group, set, segments));
    }

    private <T extends CommerceRecord> List<Change.Unreadable<T>> reported(RecordType<T> type) {
        CallContext call = CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.FULFILLMENTS);
        return warehouse.source(type).orElseThrow().read(new Slice.Backlog(), Optional.empty(), call).changes().stream()
                .map(change -> (Change.Unreadable<T>) change)
                .toList();
    }
}
