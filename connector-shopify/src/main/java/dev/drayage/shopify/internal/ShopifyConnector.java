package dev.drayage.shopify.internal;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.internal.api.ApiOptions;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.companies.CompanySource;
import dev.drayage.shopify.internal.diagnosis.ShopDiagnosis;
import dev.drayage.shopify.internal.edits.OrderEditSink;
import dev.drayage.shopify.internal.fulfillment.FulfillmentSink;
import dev.drayage.shopify.internal.inventory.StockSink;
import dev.drayage.shopify.internal.metafields.OrderMetafieldSink;
import dev.drayage.shopify.internal.orders.OrderSource;
import dev.drayage.shopify.internal.payments.PaymentSink;
import dev.drayage.shopify.internal.payouts.PayoutSource;
import dev.drayage.shopify.internal.prices.ListPriceSink;
import dev.drayage.shopify.internal.products.ItemSink;
import dev.drayage.shopify.internal.refunds.RefundSource;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One shop. Thread-safe. */
public final class ShopifyConnector implements Connector {
    /** What the kind of connector and the system are called. */
    public static final String SYSTEM = "shopify";

    private final AccountId account;
    private final ShopifyApi api;
    private final ShopDiagnosis diagnosis;
    private final Map<RecordType<?>, RecordSource<?>> sources = new HashMap<>();
    private final Map<RecordType<?>, RecordSink<?>> sinks = new HashMap<>();

    private ShopifyConnector(Settings settings, ConnectorContext context) {
        account = new AccountId(SYSTEM, settings.get(ShopifySettings.SHOP));
        api = ShopifyApi.open(ApiOptions.of(settings), account, context);
        diagnosis = new ShopDiagnosis(api, settings);
        sources.put(RecordType.SALES_ORDER, new OrderSource(api, account, settings));
        sinks.put(RecordType.CUSTOMER_PAYMENT, new PaymentSink(api, account, settings));
        sinks.put(RecordType.ORDER_PROGRESS, new OrderMetafieldSink(api, account));
        sinks.put(RecordType.ITEM_FULFILLMENT, new FulfillmentSink(api, account, settings));
        sinks.put(RecordType.INVENTORY_LEVEL, new StockSink(api, context.time(), account, settings));
        sinks.put(RecordType.ITEM, new ItemSink(api, account));
        sinks.put(RecordType.LIST_PRICE, new ListPriceSink(api, account));
        sources.put(RecordType.COMPANY, new CompanySource(api, account, settings));
        sources.put(RecordType.PAYOUT, new PayoutSource(api, account, settings));
        sources.put(RecordType.REFUND, new RefundSource(api, account, settings));
        if (settings.get(ShopifySettings.POST_MODIFICATIONS)) {
            sinks.put(RecordType.ORDER_EDIT, new OrderEditSink(api, account, settings));
        }
    }

    /** Opens the account; calls nothing. */
    public static ShopifyConnector open(Settings settings, ConnectorContext context) {
        return new ShopifyConnector(settings, context);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return diagnosis.look(call);
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
        api.close();
    }
}
