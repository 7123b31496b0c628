package dev.drayage.threepl.internal.shipmentfile;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.threepl.WarehouseFilesSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One warehouse's folder. Thread-safe. */
public final class WarehouseFilesConnector implements Connector {
    private final AccountId account;
    private final ExchangeFolder folder;
    private final ShipmentFileSource source;

    private WarehouseFilesConnector(AccountId account, ExchangeFolder folder, ShipmentFileSource source) {
        this.account = account;
        this.folder = folder;
        this.source = source;
    }

    /** Opens the folder; makes what is missing in it. */
    public static WarehouseFilesConnector open(Settings settings, ConnectorContext context) {
        AccountId account = new AccountId("warehouse", settings.get(WarehouseFilesSettings.WAREHOUSE));
        ExchangeFolder folder = new ExchangeFolder(
                settings.get(WarehouseFilesSettings.FOLDER),
                settings.get(WarehouseFilesSettings.UNFINISHED),
                settings.get(WarehouseFilesSettings.MAX_KILOBYTES) * 1024L);
        ShipmentFileReader reader = new ShipmentFileReader(
                account,
                Columns.of(settings.get(WarehouseFilesSettings.COLUMNS)),
                settings.get(WarehouseFilesSettings.ORDER_REFERENCE),
                settings.get(WarehouseFilesSettings.LINE_REFERENCE),
                settings.get(WarehouseFilesSettings.ZONE));
        return new WarehouseFilesConnector(
                account,
                folder,
                new ShipmentFileSource(account, folder, reader, context.state(account), context.time()));
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        try {
            int waiting = folder.inbound().size();
            return new Diagnosis(List.of(new Diagnosis.Check(
                    "folder", Diagnosis.Verdict.PASSED, waiting + " files wait in " + folder.root())));
        } catch (IOException e) {
            return new Diagnosis(List.of(new Diagnosis.Check(
                    "folder",
                    Diagnosis.Verdict.FAILED,
                    "folder " + folder.root() + " cannot be used: make it readable and writable for this process")));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the type says item fulfillment
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return type.equals(RecordType.ITEM_FULFILLMENT) ? Optional.of((RecordSource<T>) source) : Optional.empty();
    }

    @Override
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
