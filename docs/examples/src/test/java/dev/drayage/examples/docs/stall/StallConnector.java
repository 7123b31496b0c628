package dev.drayage.examples.docs.stall;

import dev.drayage.call.CallContext;
import dev.drayage.error.ConnectorException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.Authorizer;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.RateBudget;
import dev.drayage.quota.RatePlan;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import java.util.List;
import java.util.Optional;

// tag::stall-connector[]
/** One stall. Thread-safe. */
final class StallConnector implements Connector {
    private final AccountId account;
    private final ApiClient till;
    private final StallOrderSource orders;
    private final StallParcelSink parcels;

    StallConnector(Settings settings, ConnectorContext context) {
        account = new AccountId("stall", settings.get(StallProvider.STALL));
        till = ApiClient.builder(settings.get(StallProvider.ADDRESS), context.http(), context.time())
                .authorizer(Authorizer.header("X-Key", settings.get(StallProvider.KEY)))
                .quota(new RateBudget(QuotaPlan.shared("till", RatePlan.bucket(10, 20)), context.time()))
                .random(context.random())
                .build();
        orders = new StallOrderSource(account, till);
        parcels = new StallParcelSink(account, till);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        Diagnosis.Check check;
        try {
            till.send(ApiRequest.get("ping").path("/ping").build(), call);
            check = new Diagnosis.Check("key", Diagnosis.Verdict.PASSED, "the till answers");
        } catch (ConnectorException e) {
            check = new Diagnosis.Check("key", Diagnosis.Verdict.FAILED, e.describe());
        }
        return new Diagnosis(List.of(check));
    }

    @Override
    @SuppressWarnings("unchecked") // the type says which record it is
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return type.equals(RecordType.SALES_ORDER) ? Optional.of((RecordSource<T>) orders) : Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // the type says which record it is
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return type.equals(RecordType.ITEM_FULFILLMENT) ? Optional.of((RecordSink<T>) parcels) : Optional.empty();
    }

    @Override
    public void close() {}
}
// end::stall-connector[]
