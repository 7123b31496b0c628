package dev.drayage.amazon.internal.shipments;

import dev.drayage.amazon.AmazonSettings;
import dev.drayage.amazon.internal.api.SellingPartnerApi;
import dev.drayage.amazon.internal.shipments.ConfirmedOrder.ConfirmedPackage;
import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Confirms shipments, one parcel each ({@code confirmShipment} of Orders v0), and reads confirmed packages back
 * ({@code getOrder} of Orders 2026-01-01) after an unclear answer. The same reference again edits the package, so a
 * repeated confirmation changes nothing; yet Amazon may refuse the repeat of one that it took, and shows it only after some
 * two minutes, so absence is believed only after a grace. Shipments whose label was bought from Amazon are not for this
 * sink. Thread-safe.
 */
public final class ShipmentSink implements RecordSink<ItemFulfillment> {
    private static final String GET_ORDER = "getOrder";

    private final SellingPartnerApi api;
    private final AccountId account;
    private final ShipmentTranslation translation;
    private final ConfirmationLookup lookup;
    private final Duration absenceGrace;

    /** Confirmations of one account. */
    public ShipmentSink(SellingPartnerApi api, TimeSource time, AccountId account, Settings settings) {
        this.api = api;
        this.account = account;
        this.translation = new ShipmentTranslation(time, settings);
        this.lookup = new ConfirmationLookup(account);
        this.absenceGrace = settings.get(AmazonSettings.ABSENCE_GRACE);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, absenceGrace, 0);
    }

    @Override
    public Prepared<ItemFulfillment> prepare(
            Effect<ItemFulfillment> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        String reference =
                existing.flatMap(PackageReference::within).orElseGet(() -> PackageReference.of(effect.record()));
        String hint = "";
        if (translation.draft(effect.record(), reference) instanceof ConfirmationDraft.Ready ready) {
            Confirmation confirmation = ready.confirmation();
            hint = new RecoveryHint(confirmation.orderId(), confirmation.contentDigest()).toString();
        }
        return new Prepared<>(effect, reference, hint, "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<ItemFulfillment>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<ItemFulfillment> prepared : batch) {
            ConfirmationDraft drafted = translation.draft(prepared.effect().record(), prepared.nativeKey());
            if (drafted instanceof ConfirmationDraft.Ready ready) {
                outcomes.put(prepared.key(), confirm(ready.confirmation(), call));
            } else if (drafted instanceof ConfirmationDraft.Held held) {
                outcomes.put(prepared.key(), new EffectOutcome.Deferred(held.missing(), held.reason()));
            } else if (drafted instanceof ConfirmationDraft.Refused refused) {
                outcomes.put(prepared.key(), new EffectOutcome.Rejected(refused.violations()));
            }
        }
        return outcomes;
    }

    private EffectOutcome confirm(Confirmation confirmation, CallContext call) {
        ApiResponse answer = api.send(confirmation.request(api.json()), call);
        if (answer.isSuccess()) {
            return EffectOutcome.Applied.to(ref(confirmation.orderId(), confirmation.reference()));
        }
        if (answer.status() < 400 || answer.status() > 499) {
            throw new OutcomeUnknownException(
                    ErrorCode.OUTCOME_UNKNOWN,
                    "confirmShipment was answered with status " + answer.status(),
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        if (ConfirmationRefusals.isNothingLeft(answer) && isThere(confirmation, call)) {
            return new EffectOutcome.Unchanged(ref(confirmation.orderId(), confirmation.reference()));
        }
        return new EffectOutcome.Rejected(ConfirmationRefusals.of(confirmation, answer));
    }

    /** Whether Amazon refused a repeat of what it holds already. */
    private boolean isThere(Confirmation confirmation, CallContext call) {
        return order(confirmation.orderId(), List.of("PACKAGES"), call)
                .flatMap(order -> order.withReference(confirmation.reference()))
                .filter(parcel -> parcel.holds(confirmation.contentDigest()))
                .isPresent();
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<String, Optional<ConfirmedOrder>> orders = new HashMap<>();
        Map<EffectKey, Resolution> resolutions = new LinkedHashMap<>();
        for (Intent intent : open) {
            Optional<RecoveryHint> hint = RecoveryHint.parse(intent.hint());
            if (hint.isEmpty()) {
                // A shipment that cannot be confirmed has no hint, and was never sent.
                resolutions.put(intent.key(), new Resolution.NotLanded());
                continue;
            }
            Optional<ConfirmedOrder> order =
                    orders.computeIfAbsent(hint.get().orderId(), id -> order(id, List.of("PACKAGES"), call));
            resolutions.put(intent.key(), resolution(intent, hint.get(), order));
        }
        return resolutions;
    }

    private Resolution resolution(Intent intent, RecoveryHint hint, Optional<ConfirmedOrder> order) {
        Optional<ConfirmedPackage> parcel = order.flatMap(found -> found.withReference(intent.nativeKey()));
        if (parcel.isEmpty()) {
            return new Resolution.NotLanded();
        }
        if (parcel.get().holds(hint.contentDigest())) {
            return new Resolution.Landed(EffectOutcome.Applied.to(ref(hint.orderId(), intent.nativeKey())));
        }
        return intent.existing().isPresent()
                ? new Resolution.NotLanded()
                : new Resolution.Differs("package " + intent.nativeKey() + " of order " + hint.orderId()
                        + " is at Amazon with another tracking number or other units");
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<ItemFulfillment>> effects, CallContext call) {
        Map<String, Optional<ConfirmedOrder>> orders = new HashMap<>();
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<ItemFulfillment> effect : effects) {
            ConfirmationDraft drafted = translation.draft(effect.record(), PackageReference.of(effect.record()));
            if (drafted instanceof ConfirmationDraft.Ready ready) {
                Confirmation confirmation = ready.confirmation();
                Optional<ConfirmedOrder> order = orders.computeIfAbsent(
                        confirmation.orderId(), id -> order(id, List.of("FULFILLMENT", "PACKAGES"), call));
                found.put(effect.key(), lookup.existing(confirmation, order));
            } else {
                found.put(effect.key(), ConfirmationLookup.notReady(drafted));
            }
        }
        return found;
    }

    private Optional<ConfirmedOrder> order(String orderId, List<String> data, CallContext call) {
        ApiRequest request = ApiRequest.get(GET_ORDER)
                .path("/orders/2026-01-01/orders/{}", orderId)
                .query("includedData", data)
                .build();
        return api.find(request, call).map(answer -> ConfirmedOrder.of(answer.required("order")));
    }

    private RecordRef ref(String orderId, String reference) {
        return RecordRef.of(account, RecordType.ITEM_FULFILLMENT, PackageReference.recordId(orderId, reference));
    }
}
