package dev.drayage.examples.docs.stall;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Safety;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedPackage;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// tag::stall-sink[]
/** Tells the stall which parcel left: one PUT for each; the same again changes nothing. Thread-safe. */
final class StallParcelSink implements RecordSink<ItemFulfillment> {
    private final AccountId account;
    private final ApiClient till;

    StallParcelSink(AccountId account, ApiClient till) {
        this.account = account;
        this.till = till;
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<ItemFulfillment> prepare(
            Effect<ItemFulfillment> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(
                effect, path(effect.record()), ContentDigest.of(body(effect.record())), "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<ItemFulfillment>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<ItemFulfillment> prepared : batch) {
            String path = prepared.nativeKey();
            String body = body(prepared.effect().record());
            ApiResponse answer = till.send(
                    ApiRequest.put("putParcel")
                            .path("/parcels/{}", path)
                            .body(body.getBytes(StandardCharsets.UTF_8), "text/plain")
                            .safety(Safety.WRITE)
                            .build(),
                    call);
            outcomes.put(
                    prepared.key(),
                    answer.isSuccess()
                            ? EffectOutcome.Applied.to(ref(path))
                            : new EffectOutcome.Rejected(Violations.of(
                                    ErrorCode.REFUSED_BY_TARGET,
                                    "parcel",
                                    "the stall refused parcel " + path + " with status " + answer.status())));
        }
        return outcomes;
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> found = new LinkedHashMap<>();
        for (Intent intent : open) {
            Optional<String> there = read(intent.nativeKey(), call);
            Resolution resolution;
            if (there.isEmpty()) {
                resolution = new Resolution.NotLanded();
            } else if (ContentDigest.of(there.get()).equals(intent.hint())) {
                resolution = new Resolution.Landed(EffectOutcome.Applied.to(ref(intent.nativeKey())));
            } else if (intent.existing().isPresent()) {
                resolution = new Resolution.NotLanded(); // still as it was before the change
            } else {
                resolution = new Resolution.Differs("parcel " + intent.nativeKey() + " holds something else");
            }
            found.put(intent.key(), resolution);
        }
        return found;
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<ItemFulfillment>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<ItemFulfillment> effect : effects) {
            String path = path(effect.record());
            Optional<String> there = read(path, call);
            found.put(
                    effect.key(),
                    new Existing(
                            there.map(text -> ref(path)),
                            there.map(text -> Map.of("parcel", text)).orElse(Map.of()),
                            Map.of("parcel", body(effect.record())),
                            Violations.none()));
        }
        return found;
    }

    private Optional<String> read(String path, CallContext call) {
        ApiResponse answer =
                till.send(ApiRequest.get("getParcel").path("/parcels/{}", path).build(), call);
        return answer.status() == 404
                ? Optional.empty() // anything else that is no success says nothing of the parcel
                : Optional.of(StallOrderSource.good(answer).text());
    }

    private RecordRef ref(String path) {
        return RecordRef.of(account, RecordType.ITEM_FULFILLMENT, path);
    }

    /** Order and parcel: the same shipment always gets the same key. */
    private static String path(ItemFulfillment shipment) {
        String order =
                shipment.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID).orElse("");
        return order + "." + shipment.packages().get(0).reference();
    }

    private static String body(ItemFulfillment shipment) {
        ShippedPackage parcel = shipment.packages().get(0);
        return parcel.carrier().name() + " " + String.join(",", parcel.trackingNumbers());
    }
}
// end::stall-sink[]
