package dev.drayage.threepl.internal.shipstation;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.http.ApiRequest;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.threepl.ShipStationSettings;
import java.util.List;
import java.util.Optional;

/** One ShipStation account. Thread-safe; all calls share one budget. */
public final class ShipStationConnector implements Connector {
    private final AccountId account;
    private final ShipStationApi api;
    private final String warehouse;
    private final DepartureSource departures;
    private final OwnOrderSink orders;

    /** An account of checked settings; nothing is called. */
    public ShipStationConnector(Settings settings, ConnectorContext context) {
        account = new AccountId("shipstation", settings.get(ShipStationSettings.ACCOUNT));
        api = new ShipStationApi(settings, context);
        warehouse = settings.get(ShipStationSettings.WAREHOUSE_ID);
        AccountId erp = AccountId.parse(settings.get(ShipStationSettings.ERP_ACCOUNT));
        departures = new DepartureSource(
                account,
                api,
                erp.toString(),
                settings.get(ShipStationSettings.ZONE),
                settings.get(ShipStationSettings.LAG),
                new DepartureList.Watch(
                        settings.get(ShipStationSettings.VOID_WINDOW),
                        settings.get(ShipStationSettings.FULFILLMENT_VOID_WINDOW)),
                new ToldDepartures(context.state(account)));
        orders = new OwnOrderSink(
                erp,
                new ShipOrderSink(
                        account,
                        api,
                        new OrderBody(settings),
                        new ToldItems(context.state(account)),
                        settings.get(ShipStationSettings.LAG)));
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        Check key = key(call);
        return new Diagnosis(key.verdict() == Verdict.FAILED ? List.of(key) : List.of(key, warehouse(call)));
    }

    private Check key(CallContext call) {
        try {
            JsonValue answer = api.read(
                    ApiRequest.get("list shipments")
                            .path("/v2/shipments")
                            .query("page_size", "1")
                            .build(),
                    call);
            return new Check(
                    "api key",
                    Verdict.PASSED,
                    "the key is accepted; the account shows "
                            + answer.at("total").whole().orElse(0) + " shipments");
        } catch (ConnectorException e) {
            return new Check("api key", Verdict.FAILED, e.describe());
        }
    }

    /** An order for a warehouse that is not there would be refused, each one anew. */
    private Check warehouse(CallContext call) {
        String setting = ShipStationSettings.WAREHOUSE_ID.name();
        try {
            return api.find(
                            ApiRequest.get("get warehouse")
                                    .path("/v2/warehouses/{}", warehouse)
                                    .build(),
                            call)
                    .map(found -> new Check(
                            setting,
                            Verdict.PASSED,
                            "orders leave from " + warehouse
                                    + found.text("name")
                                            .map(name -> ", " + name)
                                            .orElse("")))
                    .orElseGet(() -> new Check(
                            setting,
                            Verdict.FAILED,
                            "the account has no warehouse " + warehouse + ": correct " + setting));
        } catch (AuthorisationException e) {
            // a key that may write shipments need not see warehouses
            return new Check(
                    setting, Verdict.WARNING, "whether " + warehouse + " is there cannot be told: " + e.describe());
        } catch (ConnectorException e) {
            return new Check(setting, Verdict.FAILED, e.describe());
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the type says item fulfillment
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return type.equals(RecordType.ITEM_FULFILLMENT) ? Optional.of((RecordSource<T>) departures) : Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // the type says warehouse order
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return type.equals(RecordType.WAREHOUSE_ORDER) ? Optional.of((RecordSink<T>) orders) : Optional.empty();
    }

    @Override
    public void close() {
        api.close();
    }
}
