package dev.drayage.netsuite.internal;

import dev.drayage.call.CallContext;
import dev.drayage.http.ApiClient;
import dev.drayage.http.Authorizer;
import dev.drayage.http.BearerTokens;
import dev.drayage.http.Gate;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.AuthMethod;
import dev.drayage.netsuite.internal.access.AccountHost;
import dev.drayage.netsuite.internal.access.ClientCredentials;
import dev.drayage.netsuite.internal.access.NetSuiteAnswers;
import dev.drayage.netsuite.internal.access.TokenBasedAccess;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.bankdeposit.BankDepositSink;
import dev.drayage.netsuite.internal.bankdeposit.JournalEntrySink;
import dev.drayage.netsuite.internal.cashsale.CashSaleSink;
import dev.drayage.netsuite.internal.catalog.ItemSource;
import dev.drayage.netsuite.internal.customer.CustomerSink;
import dev.drayage.netsuite.internal.diagnosis.AccountDiagnosis;
import dev.drayage.netsuite.internal.inventory.InventoryCountSink;
import dev.drayage.netsuite.internal.invoice.InvoiceSink;
import dev.drayage.netsuite.internal.item.Currencies;
import dev.drayage.netsuite.internal.item.ItemLookup;
import dev.drayage.netsuite.internal.itemfulfillment.ItemFulfillmentSink;
import dev.drayage.netsuite.internal.itemfulfillment.ItemFulfillmentSource;
import dev.drayage.netsuite.internal.money.BilledOrders;
import dev.drayage.netsuite.internal.money.BookedPayments;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.options.SourceSettings;
import dev.drayage.netsuite.internal.order.OrderFinder;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.ordercancellation.OrderCancellationSink;
import dev.drayage.netsuite.internal.orderprogress.OrderProgressSink;
import dev.drayage.netsuite.internal.payment.CustomerDepositSink;
import dev.drayage.netsuite.internal.payment.CustomerPaymentSink;
import dev.drayage.netsuite.internal.payment.PaymentSource;
import dev.drayage.netsuite.internal.payment.ToldPayments;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.refund.CustomerRefundSink;
import dev.drayage.netsuite.internal.refund.RefundSink;
import dev.drayage.netsuite.internal.salesorder.OrderEditSink;
import dev.drayage.netsuite.internal.salesorder.OrderEditSource;
import dev.drayage.netsuite.internal.salesorder.SalesOrderSink;
import dev.drayage.netsuite.internal.stock.InventoryLevelSource;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.netsuite.internal.warehouseorder.ClosedLines;
import dev.drayage.netsuite.internal.warehouseorder.ToldOrders;
import dev.drayage.netsuite.internal.warehouseorder.WarehouseOrderSource;
import dev.drayage.quota.ConcurrencyBudget;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One NetSuite account. Thread-safe; all calls share one concurrency budget. */
public final class NetSuiteConnector implements Connector {
    /** User event scripts run inside a save, so a write may take minutes; giving up early makes its outcome unknown. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    private final AccountId id;
    private final Gate gate;
    private final AccountDiagnosis diagnosis;
    private final Map<RecordType<?>, RecordSink<?>> sinks;
    private final Map<RecordType<?>, RecordSource<?>> sources;

    /** An account of checked settings; nothing is called. */
    public NetSuiteConnector(Settings settings, ConnectorContext context) {
        String account = settings.get(NetSuiteSchema.ACCOUNT);
        id = new AccountId("netsuite", AccountHost.realm(account));
        URI base = AccountHost.base(account, settings.find(NetSuiteSchema.BASE_URL));
        Json json = new Json(JsonLimits.standard());
        gate = new Gate(authorizer(settings, context, base, json));
        ApiClient http = ApiClient.builder(base, context.http(), context.time())
                .random(context.random())
                .authorizer(gate)
                .classifier(new NetSuiteAnswers(id.id()))
                .requestIdHeaders("X-NetSuite-Request-Id", "X-Request-Id")
                .quota(new ConcurrencyBudget(
                        "netsuite " + id.id(), settings.get(NetSuiteSchema.CONCURRENCY), context.time()))
                .attemptLimit(LONGEST_CALL)
                .build();
        SuiteQlClient queries = new SuiteQlClient(http, json);
        NetSuiteAccount parts = new NetSuiteAccount(
                id,
                new RecordClient(http, json),
                queries,
                new ItemLookup(
                        queries,
                        context.time(),
                        settings.get(NetSuiteSchema.SKU_FIELD),
                        settings.get(NetSuiteSchema.ITEM_CACHE)),
                new Currencies(queries, settings.get(NetSuiteSchema.CURRENCIES)),
                context.time(),
                settings.get(NetSuiteSchema.QUERY_LAG));
        SaleOptions sales = SaleOptions.of(settings);
        diagnosis = new AccountDiagnosis(parts, sales, settings);
        OrderFinder orders =
                new OrderFinder(queries, sales.fields(), settings.get(NetSuiteSchema.WAREHOUSE_ORDER_FIELD));
        OrderLines.Reader lines = new OrderLines.Reader(queries, sales.fields().lineId());
        ConnectorState state = context.state(id);
        ToldOrders told = new ToldOrders(state);
        WarehouseOrderSource warehouseOrders = new WarehouseOrderSource(parts, sales.fields(), told, settings);
        MoneyOptions money = MoneyOptions.of(settings);
        FieldNames fields = sales.fields();
        BilledOrders bills = new BilledOrders(parts, orders, fields);
        BookedPayments payments = new BookedPayments(queries, money.paymentIdField(), fields);
        sinks = new HashMap<>(Map.ofEntries(
                Map.entry(RecordType.CUSTOMER, new CustomerSink(parts, settings)),
                Map.entry(RecordType.ITEM_FULFILLMENT, new ItemFulfillmentSink(parts, orders, lines, settings)),
                Map.entry(
                        RecordType.ORDER_PROGRESS,
                        new OrderProgressSink(
                                parts, orders, fields.status(), settings.get(NetSuiteSchema.PROGRESS_TEXT))),
                Map.entry(
                        RecordType.ORDER_CANCELLATION,
                        new OrderCancellationSink(parts, orders, lines, new ClosedLines(warehouseOrders, told))),
                Map.entry(RecordType.INVENTORY_COUNT, new InventoryCountSink(parts, state, settings)),
                Map.entry(RecordType.SALES_ORDER, new SalesOrderSink(parts, sales, settings)),
                Map.entry(RecordType.CASH_SALE, new CashSaleSink(parts, sales, settings)),
                Map.entry(RecordType.INVOICE, new InvoiceSink(parts, sales, money)),
                Map.entry(RecordType.CUSTOMER_PAYMENT, new CustomerPaymentSink(parts, bills, money, fields)),
                Map.entry(RecordType.CUSTOMER_DEPOSIT, new CustomerDepositSink(parts, orders, money, fields)),
                Map.entry(RecordType.REFUND, new RefundSink(parts, bills, sales, money)),
                Map.entry(RecordType.CUSTOMER_REFUND, new CustomerRefundSink(parts, payments, money, fields)),
                Map.entry(RecordType.BANK_DEPOSIT, new BankDepositSink(parts, payments, orders, money, fields)),
                Map.entry(RecordType.JOURNAL_ENTRY, new JournalEntrySink(parts, money))));
        ToldPayments toldPayments = new ToldPayments(state);
        sources = new HashMap<>(Map.ofEntries(
                Map.entry(RecordType.ITEM_FULFILLMENT, new ItemFulfillmentSource(parts, fields, settings)),
                Map.entry(RecordType.WAREHOUSE_ORDER, warehouseOrders),
                Map.entry(RecordType.INVENTORY_LEVEL, new InventoryLevelSource(parts, settings)),
                Map.entry(RecordType.ITEM, new ItemSource(parts, settings)),
                Map.entry(RecordType.CUSTOMER_PAYMENT, PaymentSource.payments(parts, fields, toldPayments, settings)),
                Map.entry(RecordType.CUSTOMER_DEPOSIT, PaymentSource.deposits(parts, fields, toldPayments, settings))));
        if (settings.get(SourceSettings.ALLOW_CORRECTIONS)) {
            settings.get(NetSuiteSchema.LINES_FIELD).ifPresent(linesField -> {
                sources.put(RecordType.ORDER_EDIT, new OrderEditSource(parts, fields, linesField, settings));
                sinks.put(RecordType.ORDER_EDIT, new OrderEditSink(parts, linesField));
            });
        }
    }

    private static Authorizer authorizer(Settings settings, ConnectorContext context, URI base, Json json) {
        if (settings.get(NetSuiteSchema.AUTH) == AuthMethod.TBA) {
            return new TokenBasedAccess(
                    AccountHost.realm(settings.get(NetSuiteSchema.ACCOUNT)),
                    new TokenBasedAccess.Keys(
                            settings.get(NetSuiteSchema.CONSUMER_KEY),
                            settings.get(NetSuiteSchema.CONSUMER_SECRET),
                            settings.get(NetSuiteSchema.TOKEN_ID),
                            settings.get(NetSuiteSchema.TOKEN_SECRET)),
                    context.time(),
                    context.random());
        }
        ClientCredentials credentials = new ClientCredentials(
                base,
                settings.get(NetSuiteSchema.CLIENT_ID),
                settings.get(NetSuiteSchema.CERTIFICATE_ID),
                settings.get(NetSuiteSchema.PRIVATE_KEY),
                json,
                context);
        return BearerTokens.builder(credentials, context.time())
                .renewBefore(Duration.ofMinutes(1))
                .build();
    }

    @Override
    public AccountId account() {
        return id;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return diagnosis.run(call);
    }

    @Override
    @SuppressWarnings("unchecked") // each source is registered under its own type
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return Optional.ofNullable((RecordSource<T>) sources.get(type));
    }

    @Override
    @SuppressWarnings("unchecked") // each sink is registered under its own type
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return Optional.ofNullable((RecordSink<T>) sinks.get(type));
    }

    @Override
    public void close() {
        gate.close();
    }
}
