package dev.drayage.threepl.internal.filewarehouse;

import dev.drayage.model.AccountId;
import dev.drayage.settings.Settings;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.exchange.ExchangeSettings;
import dev.drayage.threepl.internal.exchange.DeliveryRules;
import dev.drayage.threepl.internal.exchange.FileExchange;
import dev.drayage.threepl.internal.exchange.Intake;
import dev.drayage.threepl.internal.exchange.IntakeRules;
import dev.drayage.threepl.internal.exchange.Outbox;
import dev.drayage.threepl.internal.exchange.SentFiles;
import dev.drayage.threepl.internal.exchange.Spool;
import dev.drayage.threepl.internal.exchange.Transports;
import dev.drayage.threepl.internal.shiporder.Acknowledgements;
import dev.drayage.threepl.internal.shiporder.Dispatch;
import dev.drayage.threepl.internal.shiporder.DocumentNumbers;
import dev.drayage.threepl.internal.shiporder.SentNames;

/**
 * What a warehouse with files has before any format comes into play. Thread-safe.
 *
 * @param account the warehouse
 * @param exchange the way to it
 * @param incoming how its files come in
 * @param intake where its files come in
 * @param dispatch what files for it leave with
 */
public record Site(AccountId account, FileExchange exchange, IntakeRules incoming, Intake intake, Dispatch dispatch) {
    /**
     * The site that the settings of an exchange give; nothing is connected before the first call.
     *
     * @param warehouse the warehouse's partner id
     * @param firstNumber the number of the first document, where none is known to have been sent
     */
    public static Site open(String warehouse, int firstNumber, Settings settings, ConnectorContext context) {
        AccountId account = new AccountId("warehouse", warehouse);
        ConnectorState state = context.state(account);
        FileExchange exchange = Transports.open(settings, context.time());
        Spool spool = new Spool(ExchangeSettings.spool(settings));
        IntakeRules incoming = IntakeRules.of(settings);
        SentNames names = new SentNames(new SentFiles(spool));
        return new Site(
                account,
                exchange,
                incoming,
                new Intake(exchange, state, spool, incoming, context.time()),
                new Dispatch(
                        new Outbox(exchange, state, spool, DeliveryRules.of(settings), context.time()),
                        settings.get(ExchangeSettings.OUTGOING),
                        new DocumentNumbers(state, names, firstNumber),
                        names,
                        new Acknowledgements(state),
                        state,
                        context.time()));
    }
}
