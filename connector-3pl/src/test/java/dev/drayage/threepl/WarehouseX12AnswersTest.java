package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner's documents and a dying process can do to orders over X12. */
class WarehouseX12AnswersTest {
    private static final HttpClient HTTP = ApiClient.standardTransport();
    private static final AccountId ERP = new AccountId("erp", "E1");
    private static final String ADVICE = "W06*F*SO100234*20260901*SHP1~W27*U*UPSN*UPS GROUND~LX*1~MAN*GM*C1**CP*T1~"
            + "W12*CC*10*10*0*EA**SK*TEE-BLK-M~N9*LI*1~W03*10~";
    private static final String STOCK =
            "BIA*00*DD*INV1*20260901*0600~N1*WH**91*NORTH01~LIN*1*SK*TEE-BLK-M~QTY*17*5*EA~CTT*1~";

    @TempDir
    Path area;

    @TempDir
    Path spool;

    private final SettableTime time = new SettableTime(Instant.parse("2026-09-01T15:15:00Z"));
    private final FakeWorld erp = new FakeWorld(ERP, time);
    private final FakeConnector erpConnector = new FakeConnector(erp);
    private final SyncStore store = new InMemorySyncStore(time);
    private String maxFiles = "500";
    private boolean diesOnceSent;
    private boolean dead;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(area.resolve("fromWarehouse"));
    }

    /** The warehouse says no to the cancellation, so the order stands there: what follows is a change, not a second order. */
    @Test
    void G2_an_order_whose_cancellation_was_refused_is_not_told_a_second_time() throws IOException {
        order(true, 10);
        tell();
        answer(1, "AK9*A*1*1*1~");
        tell();
        order(false, 10);
        tell();
        answer(2, "AK2*940*0001~AK5*R*5~AK9*R*1*1*0~");
        tell();
        assertThat(state().state()).isEqualTo(RecordState.PARKED);
        order(true, 8);
        tell();
        assertThat(told("_O.")).as("orders told, after %s", told("")).hasSize(1);
    }

    /** The file has its final name, and the process dies before that is written down; then the order changes. */
    @Test
    void G2_an_order_that_changes_after_a_crash_behind_the_rename_is_not_told_twice_as_new() throws IOException {
        order(true, 10);
        diesOnceSent = true;
        tell();
        diesOnceSent = false;
        dead = false;
        assertThat(told("_O.")).as("the warehouse can have it").hasSize(1);
        order(true, 8);
        tell();
        tell();
        assertThat(told("_O.")).hasSize(1);
    }

    @Test
    void an_acknowledgement_that_took_none_of_our_sets_settles_nothing() throws IOException {
        order(true, 10);
        tell();
        answer(1, "AK9*P*1*1*0~");
        tell();
        assertThat(state().state()).isNotEqualTo(RecordState.SETTLED);
    }

    /** A number that we never gave, as the one of the system that told orders before. */
    @Test
    void an_acknowledgement_that_is_older_than_the_order_settles_nothing() throws IOException {
        answer(1, "AK9*A*1*1*1~");
        run("warehouse-shipments");
        time.advance(Duration.ofDays(30));
        order(true, 10);
        tell();
        tell();
        assertThat(state().state()).isEqualTo(RecordState.OPEN);
    }

    /** It went to the wrong mailbox, say; only people can know that. */
    @Test
    void an_order_that_never_arrived_is_told_anew_when_a_person_says_so() throws IOException {
        order(true, 10);
        tell();
        time.advance(Duration.ofDays(2));
        tell();
        assertThat(told("_O.")).hasSize(1);
        try (Connector connector = connector();
                SyncEngine engine = engine(connector)) {
            engine.operations("warehouse-orders", "ops").resend(state().ref(), "it was in another mailbox");
        }
        tell();
        assertThat(told("_O.")).hasSize(2);
        tell();
        answer(2, "AK9*A*1*1*1~");
        tell();
        assertThat(state().state()).isEqualTo(RecordState.SETTLED);
        assertThat(told("_O.")).hasSize(2);
    }

    @Test
    void counts_that_no_sync_reads_do_not_keep_shipments_from_being_read() throws IOException {
        maxFiles = "2";
        drop("stock1.edi", interchange("IB", "846", 601, STOCK));
        drop("stock2.edi", interchange("IB", "846", 602, STOCK.replace("INV1", "INV2")));
        drop("ship.edi", interchange("SW", "945", 603, ADVICE));
        run("warehouse-shipments");
        run("warehouse-shipments");
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT)).hasSize(1);
    }

    @Test
    void an_interchange_number_with_other_content_is_refused_also_if_both_come_at_once() throws IOException {
        drop("a.edi", interchange("SW", "945", 603, ADVICE));
        drop("b.edi", interchange("SW", "945", 603, ADVICE.replace("SHP1", "SHP2")));
        run("warehouse-shipments");
        run("warehouse-shipments");
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT)).hasSize(1);
    }

    private void answer(int number, String verdict) throws IOException {
        drop("997-" + number + ".edi", interchange("FA", "997", 500 + number, "AK1*OW*" + number + "~" + verdict));
    }

    private String interchange(String group, String set, int number, String segments) {
        int count = segments.length() - segments.replace("~", "").length() + 2;
        return "ISA*00*          *00*          *ZZ*NORTHWH3PL     *ZZ*ACMEBRAND      *260901*1030*U*00401*000000"
                + number
                + "*0*P*>~GS*" + group + "*NORTHWH3PL*ACMEBRAND*20260901*1030*" + number + "*X*004010~ST*" + set
                + "*0001~" + segments + "SE*" + count + "*0001~GE*1*" + number + "~IEA*1*000000" + number + "~";
    }

    private int dropped;

    private void drop(String name, String text) throws IOException {
        Path file = Files.writeString(area.resolve("fromWarehouse").resolve(name), text, StandardCharsets.US_ASCII);
        Files.setLastModifiedTime(file, FileTime.from(time.instant().minusSeconds(60 - dropped++)));
    }

    private List<String> told(String purpose) throws IOException {
        if (!Files.isDirectory(area.resolve("toWarehouse"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(area.resolve("toWarehouse"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains("_order_") && name.endsWith(".edi") && name.contains(purpose))
                    .sorted()
                    .toList();
        }
    }

    private void order(boolean released, int units) {
        time.advance(Duration.ofMinutes(1));
        erp.put(WarehouseOrder.builder()
                .ref(RecordRef.of(ERP, RecordType.WAREHOUSE_ORDER, "88123"))
                .number("SO100234")
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO100234"))
                .released(released)
                .placedAt(Instant.parse("2026-09-01T15:00:00Z"))
                .shipMethod("UPS Ground")
                .shipTo(Address.builder()
                        .name("Jane Doe")
                        .addLines("123 Main Street")
                        .city("Austin")
                        .region("TX")
                        .postalCode("78701")
                        .countryCode("US")
                        .build())
                .addLines(WarehouseOrderLine.builder()
                        .line(LineReference.erp("1"))
                        .sku("TEE-BLK-M")
                        .quantity(BigDecimal.valueOf(units))
                        .location("6")
                        .build())
                .build());
    }

    /** A state that is as after a power cut once a delivery was to be written down as sent. */
    private ConnectorState mortal(ConnectorState state) {
        return new ConnectorState() {
            private void live() {
                if (dead) {
                    throw new IllegalStateException("the process is dead");
                }
            }

            @Override
            public Optional<String> get(String key) {
                live();
                return state.get(key);
            }

            @Override
            public Map<String, String> all(String prefix) {
                live();
                return state.all(prefix);
            }

            @Override
            public void put(String key, String value) {
                dead = dead || (diesOnceSent && value.startsWith("SENT\t"));
                live();
                state.put(key, value);
            }

            @Override
            public boolean replace(String key, Optional<String> expected, String value) {
                live();
                return state.replace(key, expected, value);
            }

            @Override
            public void remove(String key) {
                live();
                state.remove(key);
            }
        };
    }

    private Connector connector() {
        return new WarehouseX12Provider()
                .open(
                        WarehouseX12Settings.builder()
                                .warehouse("NORTH-1")
                                .parties("ZZ:ACMEBRAND", "ZZ:NORTHWH3PL")
                                .zone(ZoneId.of("America/Chicago"))
                                .folder(area)
                                .spool(spool)
                                .folders("toWarehouse", "fromWarehouse")
                                .with(ExchangeSettings.SETTLE, "PT0S")
                                .with(ExchangeSettings.MAX_FILES, maxFiles)
                                .with(FileWarehouseSettings.TAKES_CHANGES, "true")
                                .with(FileWarehouseSettings.TAKES_CANCELLATIONS, "true")
                                .with(FileWarehouseSettings.SHIP_METHODS, "UPS Ground=PP:U:UPSN:UPS GROUND")
                                .build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                HTTP,
                                account -> mortal(store.connectorState("default", account))));
    }

    private RunReport run(String sync) {
        time.advance(Duration.ofMinutes(7));
        try (Connector connector = connector();
                SyncEngine engine = engine(connector)) {
            return engine.run(sync, RunBudget.minutes(60));
        }
    }

    private SyncEngine engine(Connector connector) {
        return SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(Instant.parse("2026-09-01T00:00:00Z"))
                .sync(WarehouseOrderSyncs.toWarehouse(erpConnector, "6", connector))
                .sync(FulfillmentSyncs.fromWarehouse(
                        "warehouse-shipments", connector, erpConnector, FulfillmentSyncs.BookingOptions.standard()))
                .build();
    }

    private void tell() {
        run("warehouse-orders");
    }

    private RecordEntry state() {
        return store.ledger("default")
                .records(RecordQuery.builder().sync("warehouse-orders").build())
                .get(0);
    }
}
