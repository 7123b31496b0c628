package dev.drayage.threepl.internal.csv;

import dev.drayage.call.CallContext;
import dev.drayage.error.ConnectorException;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.threepl.WarehouseFilesSettings;
import dev.drayage.threepl.exchange.FileExchange;
import dev.drayage.threepl.internal.documents.MailSource;
import dev.drayage.threepl.internal.documents.Mailroom;
import dev.drayage.threepl.internal.exchange.DeliveryRules;
import dev.drayage.threepl.internal.exchange.Intake;
import dev.drayage.threepl.internal.exchange.IntakeRules;
import dev.drayage.threepl.internal.exchange.Outbox;
import dev.drayage.threepl.internal.exchange.SentFiles;
import dev.drayage.threepl.internal.exchange.Spool;
import dev.drayage.threepl.internal.exchange.Transports;
import dev.drayage.threepl.internal.shiporder.Acknowledgements;
import dev.drayage.threepl.internal.shiporder.ControlNumbers;
import dev.drayage.threepl.internal.shiporder.SentNames;
import dev.drayage.threepl.internal.shiporder.ShipOrderSink;
import java.util.List;
import java.util.Optional;

/** One warehouse's files. Thread-safe. */
public final class WarehouseFilesConnector implements Connector {
    private final AccountId account;
    private final FileExchange exchange;
    private final IntakeRules rules;
    private final RecordSource<ItemFulfillment> shipments;
    private final RecordSource<InventoryLevel> stock;
    private final RecordSink<WarehouseOrder> orders;

    private WarehouseFilesConnector(AccountId account, Settings settings, ConnectorContext context) {
        ConnectorState state = context.state(account);
        Spool spool = new Spool(WarehouseFilesSettings.spool(settings).orElseThrow());
        SentNames names = new SentNames(new SentFiles(spool));
        this.account = account;
        this.exchange = Transports.open(settings, context.time());
        this.rules = IntakeRules.of(settings);
        Mailroom mail = new Mailroom(
                account,
                new Intake(exchange, state, spool, rules, context.time()),
                new CsvFileFormat(account, settings, context.time()),
                state,
                context.time());
        this.shipments = new MailSource<>(RecordType.ITEM_FULFILLMENT, mail);
        this.stock = new MailSource<>(RecordType.INVENTORY_LEVEL, mail);
        this.orders = new ShipOrderSink(
                account,
                new CsvOrderFormat(settings),
                settings.get(WarehouseFilesSettings.OUTGOING),
                new ShipOrderSink.Desk(
                        new Outbox(exchange, state, spool, DeliveryRules.of(settings), context.time()),
                        new ControlNumbers(state, names, 1),
                        names,
                        new Acknowledgements(state),
                        mail,
                        state,
                        context.time()));
    }

    /** Opens the exchange; nothing is connected before its first call. */
    public static WarehouseFilesConnector open(Settings settings, ConnectorContext context) {
        AccountId account = new AccountId("warehouse", settings.get(WarehouseFilesSettings.WAREHOUSE));
        return new WarehouseFilesConnector(account, settings, context);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        String folder = "folder " + rules.incoming();
        try {
            long waiting = exchange.list(rules.incoming(), call).files().stream()
                    .filter(file -> rules.isFinished(file.name()))
                    .count();
            return new Diagnosis(List.of(
                    new Diagnosis.Check("exchange", Diagnosis.Verdict.PASSED, waiting + " files wait in " + folder)));
        } catch (ConnectorException e) {
            return new Diagnosis(List.of(new Diagnosis.Check(
                    "exchange", Diagnosis.Verdict.FAILED, folder + " cannot be listed: " + e.getMessage())));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // each source is of the type that was asked for
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        if (type.equals(RecordType.ITEM_FULFILLMENT)) {
            return Optional.of((RecordSource<T>) shipments);
        }
        return type.equals(RecordType.INVENTORY_LEVEL) ? Optional.of((RecordSource<T>) stock) : Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // the sink is of the type that was asked for
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return type.equals(RecordType.WAREHOUSE_ORDER) ? Optional.of((RecordSink<T>) orders) : Optional.empty();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
