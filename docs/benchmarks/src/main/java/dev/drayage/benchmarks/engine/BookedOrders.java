package dev.drayage.benchmarks.engine;

import dev.drayage.benchmarks.wire.Wire;
import dev.drayage.benchmarks.wire.WrittenOrder;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts canonical orders to the ERP, as a connector does. Thread-safe. */
final class BookedOrders implements RecordSink<SalesOrder> {
    private final AccountId account;
    private final ApiClient client;

    BookedOrders(AccountId account, ApiClient client) {
        this.account = account;
        this.client = client;
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 0);
    }

    @Override
    public Prepared<SalesOrder> prepare(
            Effect<SalesOrder> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, effect.record().number(), "", "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<SalesOrder>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<SalesOrder> prepared : batch) {
            outcomes.put(prepared.key(), apply(prepared.effect().record(), call));
        }
        return outcomes;
    }

    private EffectOutcome apply(SalesOrder order, CallContext call) {
        ApiResponse answer = client.send(
                ApiRequest.post("postSalesOrder")
                        .path("/salesOrder")
                        .json(Wire.body(written(order)))
                        .build(),
                call);
        Optional<String> location = answer.header("Location");
        if (answer.status() != 204 || location.isEmpty()) {
            return new EffectOutcome.Rejected(
                    Violations.of(ErrorCode.REFUSED_BY_TARGET, "salesOrder", "status " + answer.status()));
        }
        String id = location.get().substring(location.get().lastIndexOf('/') + 1);
        return EffectOutcome.Applied.to(RecordRef.of(account, RecordType.SALES_ORDER, id));
    }

    private static WrittenOrder written(SalesOrder order) {
        Address to = order.shipTo().orElseThrow();
        List<WrittenOrder.Item> items = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            items.add(new WrittenOrder.Item(
                    new WrittenOrder.Id(line.sku()),
                    line.quantity(),
                    line.amount().amount(),
                    line.title().orElse(""),
                    line.lineId()));
        }
        return new WrittenOrder(
                order.number(),
                order.placedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                new WrittenOrder.Id("77"),
                new WrittenOrder.Id(order.currency().getCurrencyCode()),
                order.number(),
                new WrittenOrder.ShippingAddress(
                        to.name().orElse(""),
                        to.lines().get(0),
                        to.city().orElse(""),
                        to.region().orElse(""),
                        to.postalCode().orElse(""),
                        new WrittenOrder.Id(to.countryCode())),
                new WrittenOrder.Items(items));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<SalesOrder>> effects, CallContext call) {
        throw new UnsupportedOperationException("every order is younger than the ledger");
    }

    /** The JDK's client loses the answer to one call in some hundred thousand. */
    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> found = new LinkedHashMap<>();
        for (Intent intent : open) {
            ApiResponse answer = client.send(
                    ApiRequest.get("getSalesOrder")
                            .path("/booked/{}", intent.nativeKey())
                            .build(),
                    call);
            found.put(
                    intent.key(),
                    answer.isSuccess()
                            ? new Resolution.Landed(EffectOutcome.Applied.to(
                                    RecordRef.of(account, RecordType.SALES_ORDER, answer.text())))
                            : new Resolution.NotLanded());
        }
        return found;
    }
}
