package dev.drayage.threepl;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.testing.BacklogSourceContract;
import dev.drayage.testing.SettingsContract;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse that speaks X12 keeps the contracts that every connector keeps. */
class WarehouseX12ContractTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyyMMdd*HHmmss");

    @TempDir
    Path area;

    @TempDir
    Path spool;

    private WarehouseX12Settings.Builder settings() {
        return WarehouseX12Settings.builder()
                .warehouse("W1")
                .parties(X12Envelope.US, X12Envelope.THEM)
                .zone(CHICAGO)
                .folder(area)
                .spool(spool)
                .with(ExchangeSettings.SETTLE, "PT0S");
    }

    @Nested
    class ItsSettings extends SettingsContract {
        @Override
        protected ConnectorProvider provider() {
            return new WarehouseX12Provider();
        }

        @Override
        protected Map<String, String> settings() {
            Map<String, String> flat = new TreeMap<>();
            flat.put(FileWarehouseSettings.WAREHOUSE.name(), "W1");
            flat.put(WarehouseX12Settings.US.name(), X12Envelope.US);
            flat.put(WarehouseX12Settings.THEM.name(), X12Envelope.THEM);
            flat.put(FileWarehouseSettings.ZONE.name(), CHICAGO.getId());
            flat.put(ExchangeSettings.TRANSPORT.name(), "SFTP");
            flat.put(ExchangeSettings.SFTP_HOST.name(), "sftp.example");
            flat.put(ExchangeSettings.SFTP_HOST_KEYS.name(), "SHA256:0000000000000000000000000000000000000000000");
            flat.put(ExchangeSettings.SFTP_USER.name(), "acme");
            flat.put(ExchangeSettings.SFTP_PASSWORD.name(), "hush-one");
            flat.put(ExchangeSettings.SPOOL.name(), spool.toString());
            return flat;
        }
    }

    /** A warehouse that acknowledges nothing: a contract knows what was taken and what was refused, but nothing between. */
    @Nested
    class ItsOrders extends SinkContract<WarehouseOrder> {
        @Override
        protected SinkUnderTest<WarehouseOrder> open() {
            return X12Orders.told(area, spool);
        }
    }

    @Nested
    class ItsCancellations extends SinkContract<WarehouseOrder> {
        @Override
        protected SinkUnderTest<WarehouseOrder> open() {
            return X12Orders.calledOff(area, spool);
        }
    }

    @Nested
    class ItsShipments extends BacklogSourceContract<ItemFulfillment> {
        @Override
        protected SourceUnderTest<ItemFulfillment> open() throws IOException {
            return dropped(
                    RecordType.ITEM_FULFILLMENT,
                    number -> "SO1001.SHP" + number,
                    (id, units, number, at) -> advice(id.substring("SO1001.".length()), units, number));
        }

        private DroppedFiles.Dropped advice(String shipment, int units, int number) {
            return new DroppedFiles.Dropped(
                    "945-" + number + ".edi", X12Envelope.of(number, "SW", "945", """
                            W06*F*SO1001*20261120*%1$s~W27*U*UPSN*UPS GROUND~LX*1~MAN*GM*C1**CP*T1~\
                            W12*CC*%2$d*%2$d*0*EA**SK*MUG~N9*LI*1~W03*%2$d~""".formatted(shipment, units)));
        }
    }

    @Nested
    class ItsCounts extends BacklogSourceContract<InventoryLevel> {
        @Override
        protected SourceUnderTest<InventoryLevel> open() throws IOException {
            return dropped(
                    RecordType.INVENTORY_LEVEL,
                    number -> "NORTH01/SKU-" + number,
                    (id, units, number, at) -> count(id.substring("NORTH01/".length()), units, number, at));
        }

        private DroppedFiles.Dropped count(String sku, int units, int number, Instant at) {
            return new DroppedFiles.Dropped("846-" + number + ".edi", X12Envelope.of(number, "IB", "846", """
                            BIA*00*DD*INV%d*%s~N1*WH**91*NORTH01~LIN*1*SK*%s~QTY*17*%d*EA~CTT*1~""".formatted(
                            number, DAY_AND_TIME.format(at.atZone(CHICAGO)), sku, units)));
        }
    }

    private <T extends CommerceRecord> SourceUnderTest<T> dropped(
            RecordType<T> type, IntFunction<String> ids, DroppedFiles.Pen pen) throws IOException {
        return new DroppedFiles<>(
                new WarehouseX12Provider(), settings().build(), area.resolve("inbound"), type, ids, pen);
    }
}
