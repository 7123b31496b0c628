package dev.drayage.threepl.internal.edi;

import dev.drayage.call.CallContext;
import dev.drayage.error.ConnectorException;
import dev.drayage.mapping.ValueMap;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.threepl.WarehouseX12Settings;
import dev.drayage.threepl.exchange.ExchangeSettings;
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
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One warehouse that speaks X12. Thread-safe. */
public final class EdiConnector implements Connector {
    private final AccountId account;
    private final FileExchange exchange;
    private final String incoming;
    private final Map<RecordType<?>, RecordSource<?>> sources;
    private final ShipOrderSink orders;

    private EdiConnector(Settings settings, PartnerProfile profile, ConnectorContext context) {
        account = new AccountId("warehouse", settings.get(WarehouseX12Settings.WAREHOUSE));
        exchange = Transports.open(settings, context.time());
        incoming = settings.get(ExchangeSettings.INCOMING);
        ConnectorState state = context.state(account);
        Spool spool = new Spool(settings.get(ExchangeSettings.SPOOL));
        Outbox outbox = new Outbox(exchange, state, spool, DeliveryRules.of(settings), context.time());
        SentNames names = new SentNames(new SentFiles(spool));
        ControlNumbers numbers = new ControlNumbers(state, names, settings.get(WarehouseX12Settings.FIRST_NUMBER));
        String outgoing = settings.get(WarehouseX12Settings.OUTGOING);
        Acknowledgements acknowledgements = new Acknowledgements(state);
        SentLines sent = new SentLines(state);
        InterchangeReader reader = new InterchangeReader(account, profile, sent);
        EdiFormat format = new EdiFormat(
                account,
                reader,
                new InterchangeNumbers(state, settings.get(WarehouseX12Settings.NUMBERS_MAY_REPEAT)),
                new OrderAcknowledgements(reader, acknowledgements),
                new Replies(profile, numbers, outbox, outgoing, state, context.time()));
        Mailroom mail = new Mailroom(
                account,
                new Intake(exchange, state, spool, IntakeRules.of(settings), context.time()),
                format,
                state,
                context.time());
        sources = Map.of(
                RecordType.ITEM_FULFILLMENT, new MailSource<>(RecordType.ITEM_FULFILLMENT, mail),
                RecordType.INVENTORY_LEVEL, new MailSource<>(RecordType.INVENTORY_LEVEL, mail));
        orders = new ShipOrderSink(
                account,
                new EdiOrderFormat(
                        profile, ValueMap.of("shipMethods", settings.get(WarehouseX12Settings.SHIP_METHODS)), sent),
                outgoing,
                new ShipOrderSink.Desk(outbox, numbers, names, acknowledgements, mail, state, context.time()));
    }

    /** A warehouse of checked settings; nothing is connected. */
    public static EdiConnector open(Settings settings, PartnerProfile profile, ConnectorContext context) {
        return new EdiConnector(settings, profile, context);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        try {
            int waiting = exchange.list(incoming, call).files().size();
            return new Diagnosis(List.of(new Diagnosis.Check(
                    "exchange", Diagnosis.Verdict.PASSED, waiting + " files wait in folder " + incoming)));
        } catch (ConnectorException e) {
            return new Diagnosis(List.of(
                    new Diagnosis.Check("exchange", Diagnosis.Verdict.FAILED, e.code() + ": " + e.getMessage())));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // each source is registered under its own type
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return Optional.ofNullable((RecordSource<T>) sources.get(type));
    }

    @Override
    @SuppressWarnings("unchecked") // the type says warehouse order
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return type.equals(RecordType.WAREHOUSE_ORDER) ? Optional.of((RecordSink<T>) orders) : Optional.empty();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
