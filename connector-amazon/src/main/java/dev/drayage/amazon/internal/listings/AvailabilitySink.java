package dev.drayage.amazon.internal.listings;

import dev.drayage.amazon.internal.api.SellingPartnerApi;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
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
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells Amazon how many units of a SKU are available, in every store of the settings that lists it ({@code patchListingsItem} of
 * Listings Items 2021-08-01, op {@code merge}), after a look at what stands there ({@code getListingsItem}): Amazon takes a
 * quantity for a SKU that nobody listed without a word. Thread-safe.
 *
 * <p>What cannot be guaranteed: Amazon has no compare-and-set. A unit that is sold between the ERP's count and the write is
 * offered again until the ERP has booked its order and tells its next number; a buffer is the cure. An observation that is older
 * than one that this sink told before is dropped; beyond a restart the engine's lanes alone give the order. ACCEPTED is a
 * receipt: what Amazon finds wrong later shows as an issue of the listing, and is not read.
 */
public final class AvailabilitySink implements RecordSink<InventoryLevel> {
    private final AccountId account;
    private final ListingCalls calls;
    private final Map<String, Instant> newestTold = new ConcurrentHashMap<>();

    /** Stock of one account. */
    public AvailabilitySink(SellingPartnerApi api, AccountId account, Settings settings) {
        this.account = account;
        this.calls = new ListingCalls(api, settings);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<InventoryLevel> prepare(
            Effect<InventoryLevel> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        String hint = AvailabilityTranslation.draft(effect.record()) instanceof AvailabilityDraft.Ready ready
                ? AvailabilityHint.of(ready).toString()
                : "";
        String nativeKey = UUID.nameUUIDFromBytes(effect.key().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Prepared<>(effect, nativeKey, hint, "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<InventoryLevel>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<InventoryLevel> prepared : batch) {
            Effect<InventoryLevel> effect = prepared.effect();
            AvailabilityDraft drafted = AvailabilityTranslation.draft(effect.record());
            if (effect.mode() == Effect.Mode.VOID) {
                outcomes.put(prepared.key(), takenBack(effect.record()));
            } else if (drafted instanceof AvailabilityDraft.Ready ready) {
                outcomes.put(prepared.key(), tell(ready, call));
            } else if (drafted instanceof AvailabilityDraft.Refused refused) {
                outcomes.put(prepared.key(), new EffectOutcome.Rejected(refused.violations()));
            }
        }
        return outcomes;
    }

    private static EffectOutcome takenBack(InventoryLevel level) {
        return rejected(new Violation(
                ErrorCode.REFUSED_BY_TARGET,
                "available",
                "the stock of SKU " + level.sku() + " cannot be taken back; tell its new quantity"));
    }

    private EffectOutcome tell(AvailabilityDraft.Ready ready, CallContext call) {
        Instant told = newestTold.get(ready.sku());
        if (told != null && ready.countedAt().isBefore(told)) {
            return new EffectOutcome.Unchanged(ref(ready.sku()));
        }
        ListingCalls.Read read = calls.read(ready.sku(), call);
        if (read.objection().isPresent()) {
            return rejected(read.objection().get());
        }
        boolean changed = false;
        for (ListedOffer offer : read.offers().own()) {
            if (!offer.stands(ready.units())) {
                if (calls.tell(ready.sku(), offer.store(), ready.units(), call) instanceof Submission.Refused refused) {
                    return rejected(refused.violation());
                }
                changed = true;
            }
        }
        newestTold.merge(ready.sku(), ready.countedAt(), (one, other) -> one.isAfter(other) ? one : other);
        return changed ? EffectOutcome.Applied.to(ref(ready.sku())) : new EffectOutcome.Unchanged(ref(ready.sku()));
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> resolutions = new LinkedHashMap<>();
        for (Intent intent : open) {
            Optional<AvailabilityHint> hint = AvailabilityHint.parse(intent.hint());
            // What cannot be told has no hint, and was never sent.
            boolean landed = hint.isPresent()
                    && calls.read(hint.get().sku(), call)
                            .offers()
                            .stand(hint.get().units());
            resolutions.put(
                    intent.key(),
                    landed
                            ? new Resolution.Landed(
                                    EffectOutcome.Applied.to(ref(hint.get().sku())))
                            : new Resolution.NotLanded());
        }
        return resolutions;
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<InventoryLevel>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<InventoryLevel> effect : effects) {
            AvailabilityDraft drafted = AvailabilityTranslation.draft(effect.record());
            if (drafted instanceof AvailabilityDraft.Ready ready) {
                found.put(effect.key(), existing(ready, calls.read(ready.sku(), call)));
            } else if (drafted instanceof AvailabilityDraft.Refused refused) {
                found.put(effect.key(), new Existing(Optional.empty(), Map.of(), Map.of(), refused.violations()));
            }
        }
        return found;
    }

    private Existing existing(AvailabilityDraft.Ready ready, ListingCalls.Read read) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        for (ListedOffer offer : read.offers().own()) {
            before.put("quantity in " + offer.store(), offer.text());
            after.put("quantity in " + offer.store(), Integer.toString(ready.units()));
        }
        return new Existing(
                before.isEmpty() ? Optional.empty() : Optional.of(ref(ready.sku())),
                before,
                after,
                new Violations(read.objection().stream().toList()));
    }

    private RecordRef ref(String sku) {
        return RecordRef.of(account, RecordType.INVENTORY_LEVEL, sku);
    }

    private static EffectOutcome rejected(Violation violation) {
        return new EffectOutcome.Rejected(new Violations(List.of(violation)));
    }
}
