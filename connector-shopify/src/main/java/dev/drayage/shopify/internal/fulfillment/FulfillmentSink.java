package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedPackage;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.locations.Locations;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells Shopify what left, one parcel by one {@code fulfillmentCreate}; corrects tracking ({@code
 * fulfillmentTrackingInfoUpdate}) and takes parcels back ({@code fulfillmentCancel}). Shopify takes no key with any of them, so
 * after an unclear answer the order's fulfillments are read and compared by tracking numbers and units; two writers at once
 * could double. Two parcels of one order with the same numbers and the same units look alike: they are told apart if the
 * second one's effect comes after the first one's. Thread-safe.
 */
public final class FulfillmentSink implements RecordSink<ItemFulfillment> {
    /** So long a call whose connection broke may still be carried out. */
    private static final Duration ABSENCE_GRACE = Duration.ofMinutes(1);

    private final AccountId account;
    private final ParcelTranslation translation;
    private final FulfillmentReader reader;
    private final FulfillmentLookup lookup;
    private final ParcelWriter writer;
    private final OwnFulfillments own = new OwnFulfillments();

    /** Shipments of one shop. */
    public FulfillmentSink(ShopifyApi api, AccountId account, Settings settings) {
        this.account = account;
        translation = new ParcelTranslation(settings);
        reader = new FulfillmentReader(api);
        ParcelAllocation allocation = new ParcelAllocation(new Locations(settings.get(ShopifySettings.LOCATIONS)));
        FulfillmentCalls calls = new FulfillmentCalls(api, account, settings.get(ShopifySettings.NOTIFY_BUYER));
        lookup = new FulfillmentLookup(reader, allocation, calls, own);
        writer = new ParcelWriter(reader, allocation, calls, own);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, ABSENCE_GRACE, 0);
    }

    @Override
    public Prepared<ItemFulfillment> prepare(
            Effect<ItemFulfillment> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        String hint = "";
        if (effect.mode() == Effect.Mode.VOID) {
            hint = ParcelTranslation.order(effect.record())
                    .map(order -> RecoveryHint.takingBack(order).toString())
                    .orElse("");
        } else if (translation.draft(effect.record()) instanceof ParcelDraft.Ready ready) {
            hint = RecoveryHint.of(ready.parcel(), others(bound)).toString();
        }
        return new Prepared<>(effect, nativeKey(effect.record()), hint, "", existing, bound);
    }

    /** Shopify knows a parcel under no key of ours; this one names it in our own words. */
    private static String nativeKey(ItemFulfillment shipment) {
        return ParcelTranslation.order(shipment).orElse("?") + ":"
                + shipment.ref().id() + ":"
                + shipment.packages().stream().map(ShippedPackage::reference).collect(Collectors.joining("+"));
    }

    private Set<String> others(Map<EffectKey, RecordRef> bound) {
        return bound.values().stream()
                .filter(ref -> ref.account().equals(account) && ref.type().equals(RecordType.ITEM_FULFILLMENT.name()))
                .map(RecordRef::id)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<ItemFulfillment>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        batch.forEach(prepared -> outcomes.put(prepared.key(), apply(prepared, call)));
        return outcomes;
    }

    private EffectOutcome apply(Prepared<ItemFulfillment> prepared, CallContext call) {
        ItemFulfillment shipment = prepared.effect().record();
        if (prepared.effect().mode() == Effect.Mode.VOID) {
            return prepared.existing()
                    .map(ref -> writer.takeBack(ref, ParcelTranslation.order(shipment), call))
                    .orElseGet(() -> new EffectOutcome.Rejected(Violations.of(
                            ErrorCode.REFUSED_BY_TARGET,
                            "id",
                            "it is not known under which fulfillment Shopify holds parcel " + prepared.nativeKey())));
        }
        ParcelDraft drafted = translation.draft(shipment);
        if (drafted instanceof ParcelDraft.Refused refused) {
            return new EffectOutcome.Rejected(refused.violations());
        }
        if (drafted instanceof ParcelDraft.Held held) {
            return new EffectOutcome.Deferred(held.missing(), held.reason());
        }
        Parcel parcel = ((ParcelDraft.Ready) drafted).parcel();
        Set<String> others = others(prepared.bound());
        return prepared.existing()
                .map(ref -> writer.change(ref, parcel, prepared.nativeKey(), others, call))
                .orElseGet(() -> writer.tell(parcel, prepared.nativeKey(), others, call));
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<String, List<Fulfillment>> orders = new HashMap<>();
        Map<EffectKey, Resolution> resolutions = new LinkedHashMap<>();
        for (Intent intent : open) {
            // A parcel that cannot be told has no hint, and was never sent.
            resolutions.put(
                    intent.key(),
                    RecoveryHint.parse(intent.hint())
                            .map(hint -> resolution(
                                    intent,
                                    hint,
                                    orders.computeIfAbsent(hint.order(), order -> reader.shipped(order, call))))
                            .orElseGet(Resolution.NotLanded::new));
        }
        return resolutions;
    }

    private Resolution resolution(Intent intent, RecoveryHint hint, List<Fulfillment> shipped) {
        Optional<Fulfillment> known = intent.existing()
                .flatMap(ref -> shipped.stream()
                        .filter(each -> each.number().equals(ref.id()))
                        .findFirst());
        Optional<Fulfillment> landed;
        if (intent.takesBack()) {
            landed = known.filter(found -> !found.standing());
        } else if (known.filter(Fulfillment::standing).isPresent()) {
            landed = known.filter(found -> found.contentDigest().equals(hint.contentDigest())
                    && found.tracking().digest().equals(hint.trackingDigest()));
        } else {
            landed = new ParcelSearch(shipped, hint.others(), number -> own.isOfAnother(number, intent.nativeKey()))
                    .sent(hint.contentDigest(), intent.sentAt());
        }
        return landed.<Resolution>map(found -> {
                    own.keep(found.number(), intent.nativeKey());
                    return new Resolution.Landed(EffectOutcome.Applied.to(
                            RecordRef.of(account, RecordType.ITEM_FULFILLMENT, found.number())));
                })
                .orElseGet(Resolution.NotLanded::new);
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<ItemFulfillment>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<ItemFulfillment> effect : effects) {
            ParcelDraft drafted = translation.draft(effect.record());
            Existing existing = drafted instanceof ParcelDraft.Ready ready
                    ? lookup.existing(ready.parcel(), nativeKey(effect.record()), call)
                    : FulfillmentLookup.notReady(drafted);
            found.put(
                    effect.key(),
                    effect.mode() == Effect.Mode.VOID
                            ? new Existing(existing.ref(), existing.before(), Map.of(), Violations.none())
                            : existing);
        }
        return found;
    }
}
