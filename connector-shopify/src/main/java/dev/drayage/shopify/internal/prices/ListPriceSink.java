package dev.drayage.shopify.internal.prices;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.ListPrice;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.products.ShopVariant;
import dev.drayage.shopify.internal.products.VariantReader;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets and removes fixed prices of price lists, up to 250 of one list in one call. The list is found by its name, the variant by
 * its SKU; a price that stands there already costs no write, and a struck-out price beside it is kept. Who sees a list, its
 * catalog at Shopify decides. The same write again changes nothing. Thread-safe.
 */
public final class ListPriceSink implements RecordSink<ListPrice> {
    private static final int ROWS_OF_A_CALL = 250;
    /** So long a call whose connection broke may still be carried out. */
    private static final Duration ABSENCE_GRACE = Duration.ofMinutes(1);

    private final AccountId account;
    private final VariantReader variants;
    private final PriceListReader lists;
    private final PriceWriter writer;

    /** Price lists of one shop. */
    public ListPriceSink(ShopifyApi api, AccountId account) {
        this.account = account;
        this.variants = new VariantReader(api);
        this.lists = new PriceListReader(api);
        this.writer = new PriceWriter(api, account);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(ROWS_OF_A_CALL, SinkTraits.Recovery.REPEATABLE, ABSENCE_GRACE, 0);
    }

    @Override
    public Prepared<ListPrice> prepare(
            Effect<ListPrice> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        PriceWish wish = wish(effect, existing);
        return new Prepared<>(effect, wish.sku() + "@" + wish.list(), wish.hint(), "", existing, bound);
    }

    private static PriceWish wish(Effect<ListPrice> effect, Optional<RecordRef> existing) {
        return PriceWish.of(effect.record(), effect.mode() == Effect.Mode.VOID, existing);
    }

    /** Where wishes are to be fulfilled, and what stands there. */
    private record Shown(Map<EffectKey, PriceTarget> targets, Map<PricePlace, FixedPrice> standing) {
        Optional<FixedPrice> at(PricePlace place) {
            return Optional.ofNullable(standing.get(place));
        }
    }

    private Shown read(Map<EffectKey, PriceWish> wishes, CallContext call) {
        if (wishes.isEmpty()) {
            return new Shown(Map.of(), Map.of());
        }
        Map<String, List<ShopPriceList>> named = lists.byName(call);
        Map<String, List<ShopVariant>> same =
                variants.bySku(wishes.values().stream().map(PriceWish::sku).toList(), call);
        Map<EffectKey, PriceTarget> targets = new HashMap<>();
        List<PricePlace> places = new ArrayList<>();
        wishes.forEach((key, wish) -> {
            PriceTarget target = PriceTarget.of(wish, named, same);
            targets.put(key, target);
            if (target instanceof PriceTarget.At at) {
                places.add(at.place());
            }
        });
        return new Shown(targets, lists.standing(places, call));
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<ListPrice>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        Map<EffectKey, PriceWish> wishes = new LinkedHashMap<>();
        for (Prepared<ListPrice> prepared : batch) {
            PriceWish wish = wish(prepared.effect(), prepared.existing());
            if (wish.price().isEmpty() && prepared.effect().mode() != Effect.Mode.VOID) {
                outcomes.put(prepared.key(), new EffectOutcome.Rejected(untold(wish)));
            } else {
                wishes.put(prepared.key(), wish);
            }
        }
        Shown shown = read(wishes, call);
        List<PriceRow> rows = new ArrayList<>();
        wishes.forEach((key, wish) -> {
            PriceTarget target = shown.targets().get(key);
            if (target instanceof PriceTarget.Nowhere nowhere) {
                outcomes.put(key, new EffectOutcome.Rejected(nowhere.violations()));
            } else if (target instanceof PriceTarget.At at) {
                Optional<FixedPrice> standing = shown.at(at.place());
                if (wish.isShownBy(standing)) {
                    outcomes.put(key, new EffectOutcome.Unchanged(at.place().ref(account)));
                } else {
                    rows.add(new PriceRow(
                            key, wish.sku(), at.place(), wish.price(), standing.flatMap(FixedPrice::compareAt)));
                }
            }
        });
        outcomes.putAll(writer.write(rows, call));
        batch.forEach(prepared -> outcomes.computeIfPresent(
                prepared.key(),
                (key, outcome) ->
                        noting(prepared.effect().record(), prepared.effect().mode(), outcome)));
        return outcomes;
    }

    private static Violations untold(PriceWish wish) {
        return Violations.of(
                ErrorCode.RECORD_UNREADABLE,
                "price",
                "no price of SKU " + wish.sku() + " was told for price list \"" + wish.list() + "\"");
    }

    private static EffectOutcome noting(ListPrice told, Effect.Mode mode, EffectOutcome outcome) {
        if (!(outcome instanceof EffectOutcome.Applied applied)
                || told.breaks().isEmpty()
                || mode == Effect.Mode.VOID) {
            return outcome;
        }
        List<Finding> findings = new ArrayList<>(applied.findings());
        findings.add(new Finding(
                Finding.Severity.NOTE,
                ErrorCode.QUANTITY_PRICES_LEFT_OUT,
                "SKU " + told.sku() + " has other prices from quantities " + told.breaks()));
        return new EffectOutcome.Applied(applied.ref(), applied.revision(), applied.writtenDigest(), findings);
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<ListPrice>> effects, CallContext call) {
        Map<EffectKey, PriceWish> wishes = new LinkedHashMap<>();
        effects.forEach(effect -> wishes.put(effect.key(), wish(effect, Optional.empty())));
        Shown shown = read(wishes, call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        wishes.forEach((key, wish) -> {
            Map<String, String> after = fields(wish.price());
            PriceTarget target = shown.targets().get(key);
            if (target instanceof PriceTarget.At at) {
                Optional<FixedPrice> standing = shown.at(at.place());
                found.put(
                        key,
                        new Existing(
                                standing.map(price -> at.place().ref(account)),
                                fields(standing.map(FixedPrice::price)),
                                after,
                                Violations.none()));
            } else if (target instanceof PriceTarget.Nowhere nowhere) {
                Violations faults = wish.price().isEmpty() ? Violations.none() : nowhere.violations();
                found.put(key, new Existing(Optional.empty(), Map.of(), after, faults));
            }
        });
        return found;
    }

    private static Map<String, String> fields(Optional<Money> price) {
        return price.map(amount -> Map.of("price", amount.toString())).orElse(Map.of());
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, PriceWish> wishes = new LinkedHashMap<>();
        Map<EffectKey, Resolution> resolutions = new LinkedHashMap<>();
        for (Intent intent : open) {
            resolutions.put(intent.key(), new Resolution.NotLanded());
            PriceWish.parse(intent.hint(), intent.existing()).ifPresent(wish -> wishes.put(intent.key(), wish));
        }
        Shown shown = read(wishes, call);
        wishes.forEach((key, wish) -> {
            if (shown.targets().get(key) instanceof PriceTarget.At at && wish.isShownBy(shown.at(at.place()))) {
                resolutions.put(
                        key,
                        new Resolution.Landed(
                                EffectOutcome.Applied.to(at.place().ref(account))));
            }
        });
        return resolutions;
    }
}
