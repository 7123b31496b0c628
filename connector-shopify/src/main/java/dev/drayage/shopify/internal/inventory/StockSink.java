package dev.drayage.shopify.internal.inventory;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.StockQuantity;
import dev.drayage.shopify.internal.api.ShopifyApi;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells Shopify what the ERP can promise, or has on hand, up to 250 quantities in one {@code inventorySetQuantities}. A
 * quantity that is there already costs no call, and one that moves while it is set is read again, so the same write again
 * changes nothing. Thread-safe.
 */
public final class StockSink implements RecordSink<InventoryLevel> {
    private static final int ROWS_OF_A_CALL = 250;

    private final StockQuantity quantity;
    private final boolean activate;
    private final StockTranslation translation;
    private final StockReader reader;
    private final StockWriter writer;

    /** Stock of one shop. */
    public StockSink(ShopifyApi api, TimeSource time, AccountId account, Settings settings) {
        quantity = settings.get(ShopifySettings.STOCK_QUANTITY);
        activate = settings.get(ShopifySettings.STOCK_ACTIVATE);
        translation = new StockTranslation(settings);
        reader = new StockReader(api);
        writer = new StockWriter(reader, new StockCalls(api, quantity), time, account, quantity, activate);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(ROWS_OF_A_CALL, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<InventoryLevel> prepare(
            Effect<InventoryLevel> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        String hint = translation.draft(effect.record()) instanceof StockDraft.Ready ready
                ? StockHint.of(ready.target()).toString()
                : "";
        String nativeKey = UUID.nameUUIDFromBytes(effect.key().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Prepared<>(effect, nativeKey, hint, "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<InventoryLevel>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        Map<EffectKey, StockTarget> wanted = new LinkedHashMap<>();
        for (Prepared<InventoryLevel> prepared : batch) {
            StockDraft drafted = translation.draft(prepared.effect().record());
            if (prepared.effect().mode() == Effect.Mode.VOID) {
                outcomes.put(prepared.key(), takenBack(prepared.effect().record()));
            } else if (drafted instanceof StockDraft.Ready ready) {
                wanted.put(prepared.key(), ready.target());
            } else if (drafted instanceof StockDraft.Refused refused) {
                outcomes.put(prepared.key(), new EffectOutcome.Rejected(refused.violations()));
            }
        }
        outcomes.putAll(writer.write(wanted, call));
        return outcomes;
    }

    private static EffectOutcome takenBack(InventoryLevel level) {
        return new EffectOutcome.Rejected(Violations.of(
                ErrorCode.REFUSED_BY_TARGET,
                "quantity",
                "the stock of SKU " + level.sku() + " cannot be taken back; tell its new quantity"));
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, StockHint> hints = new LinkedHashMap<>();
        open.forEach(intent -> StockHint.parse(intent.hint()).ifPresent(hint -> hints.put(intent.key(), hint)));
        Map<String, List<StockedItem>> items =
                reader.items(hints.values().stream().map(StockHint::sku).toList(), call);
        Map<EffectKey, Resolution> resolutions = new LinkedHashMap<>();
        for (Intent intent : open) {
            resolutions.put(
                    intent.key(),
                    Optional.ofNullable(hints.get(intent.key()))
                            .flatMap(hint -> landed(hint, items.getOrDefault(hint.sku(), List.of())))
                            .orElseGet(Resolution.NotLanded::new));
        }
        return resolutions;
    }

    private Optional<Resolution> landed(StockHint hint, List<StockedItem> items) {
        return items.stream()
                .filter(item -> units(item, hint.location()).equals(Optional.of(hint.units())))
                .findFirst()
                .map(item -> new Resolution.Landed(EffectOutcome.Applied.to(writer.ref(item.id(), hint.location()))));
    }

    private Optional<Integer> units(StockedItem item, String location) {
        return item.stockedAt(location).map(level -> level.quantities().getOrDefault(quantity.word(), 0));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<InventoryLevel>> effects, CallContext call) {
        Map<EffectKey, StockDraft> drafts = new LinkedHashMap<>();
        effects.forEach(effect -> drafts.put(effect.key(), translation.draft(effect.record())));
        Map<String, List<StockedItem>> items = reader.items(
                drafts.values().stream()
                        .flatMap(draft -> draft instanceof StockDraft.Ready ready
                                ? List.of(ready.target().sku()).stream()
                                : List.<String>of().stream())
                        .toList(),
                call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        drafts.forEach((key, draft) -> found.put(key, existing(draft, items)));
        return found;
    }

    private Existing existing(StockDraft draft, Map<String, List<StockedItem>> items) {
        if (draft instanceof StockDraft.Refused refused) {
            return new Existing(Optional.empty(), Map.of(), Map.of(), refused.violations());
        }
        StockTarget target = ((StockDraft.Ready) draft).target();
        Map<String, String> after = Map.of(quantity.word(), Integer.toString(target.units()));
        List<StockedItem> same = items.getOrDefault(target.sku(), List.of());
        Optional<Violation> fault = StockCheck.item(target, same);
        if (fault.isPresent()) {
            return new Existing(Optional.empty(), Map.of(), after, new Violations(List.of(fault.get())));
        }
        StockedItem item = same.get(0);
        Optional<Integer> units = units(item, target.location());
        return new Existing(
                units.map(held -> writer.ref(item.id(), target.location())),
                units.map(held -> Map.of(quantity.word(), Integer.toString(held)))
                        .orElse(Map.of()),
                after,
                units.isPresent() || activate
                        ? Violations.none()
                        : new Violations(List.of(StockCheck.notStocked(target))));
    }
}
