package dev.drayage.amazon.internal;

import dev.drayage.amazon.AmazonSettings;
import dev.drayage.amazon.internal.api.ApiOptions;
import dev.drayage.amazon.internal.api.SellingPartnerApi;
import dev.drayage.amazon.internal.diagnosis.AccountDiagnosis;
import dev.drayage.amazon.internal.listings.AvailabilitySink;
import dev.drayage.amazon.internal.orders.OrderSource;
import dev.drayage.amazon.internal.shipments.ShipmentSink;
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
import java.util.Optional;

/** One seller in one region. Thread-safe. */
public final class AmazonConnector implements Connector {
    /** What the kind of connector and the system are called. */
    public static final String SYSTEM = "amazon";

    private final AccountId account;
    private final SellingPartnerApi api;
    private final OrderSource orders;
    private final ShipmentSink shipments;
    private final AvailabilitySink stock;
    private final AccountDiagnosis diagnosis;

    private AmazonConnector(Settings settings, ConnectorContext context) {
        account = new AccountId(
                SYSTEM,
                settings.get(AmazonSettings.SELLER_ID) + "-"
                        + settings.get(AmazonSettings.REGION).word());
        api = SellingPartnerApi.open(ApiOptions.of(settings), account, context);
        orders = new OrderSource(api, context.time(), account, settings);
        shipments = new ShipmentSink(api, context.time(), account, settings);
        stock = new AvailabilitySink(api, account, settings);
        diagnosis = new AccountDiagnosis(api, settings);
    }

    /** Opens the account; calls nothing. */
    public static AmazonConnector open(Settings settings, ConnectorContext context) {
        return new AmazonConnector(settings, context);
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
    @SuppressWarnings("unchecked") // a type's name decides its record
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return type.equals(RecordType.SALES_ORDER) ? Optional.of((RecordSource<T>) orders) : Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // a type's name decides its record
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        if (type.equals(RecordType.ITEM_FULFILLMENT)) {
            return Optional.of((RecordSink<T>) shipments);
        }
        return type.equals(RecordType.INVENTORY_LEVEL) ? Optional.of((RecordSink<T>) stock) : Optional.empty();
    }

    @Override
    public void close() {
        api.close();
    }
}
