package dev.drayage.shopify.internal.products;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Item;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.UserError;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
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
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells the variant with an item's SKU its bar code and its price in the shop's own currency, by
 * {@code productVariantsBulkUpdate} of that variant and of what differs alone. What stands there already costs no write. Makes no
 * variant and takes none down. The same write again changes nothing. Thread-safe.
 */
public final class ItemSink implements RecordSink<Item> {
    /** So long a call whose connection broke may still be carried out. */
    private static final Duration ABSENCE_GRACE = Duration.ofMinutes(1);

    private final ShopifyApi api;
    private final AccountId account;
    private final VariantReader variants;

    /** Variants of one shop. */
    public ItemSink(ShopifyApi api, AccountId account) {
        this.api = api;
        this.account = account;
        this.variants = new VariantReader(api);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, ABSENCE_GRACE, 0);
    }

    @Override
    public Prepared<Item> prepare(Effect<Item> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        ItemWish wish = ItemWish.of(effect.record());
        return new Prepared<>(effect, wish.sku(), wish.hint(), "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<Item>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<Item> prepared : batch) {
            Item item = prepared.effect().record();
            outcomes.put(
                    prepared.key(),
                    prepared.effect().mode() == Effect.Mode.VOID
                            ? rejected(new Violation(
                                    ErrorCode.REFUSED_BY_TARGET,
                                    "sku",
                                    "what SKU " + item.sku() + " shows cannot be taken back; tell what it is to show"))
                            : tell(item, call));
        }
        return outcomes;
    }

    private EffectOutcome tell(Item item, CallContext call) {
        ItemWish wish = ItemWish.of(item);
        Currency shop = currency(call);
        List<ShopVariant> found = variants.bySku(List.of(wish.sku()), call).getOrDefault(wish.sku(), List.of());
        Violations faults = faults(item, wish, found, shop);
        if (!faults.isEmpty()) {
            return new EffectOutcome.Rejected(faults);
        }
        ShopVariant variant = found.get(0);
        if (wish.isShownBy(variant, shop)) {
            return new EffectOutcome.Unchanged(ref(variant));
        }
        Answer answer = update(wish, variant, shop, call);
        if (answer.isRefused()) {
            return rejected(refusal(wish, answer));
        }
        return new EffectOutcome.Applied(ref(variant), "", "", findings(item, wish.price(shop), answer));
    }

    private static Violations faults(Item item, ItemWish wish, List<ShopVariant> found, Currency shop) {
        List<Violation> faults = new ArrayList<>(ItemWish.faults(item));
        VariantReader.violation(wish.sku(), found).ifPresent(faults::add);
        wish.violation(shop).ifPresent(faults::add);
        return new Violations(faults);
    }

    /** Only what differs is sent, so that what people change beside it stands. */
    private Answer update(ItemWish wish, ShopVariant variant, Currency shop, CallContext call) {
        ArrayNode rows = api.json().object().putArray("variants");
        ObjectNode row = rows.addObject().put("id", variant.id());
        wish.price(shop)
                .filter(price -> variant.price().compareTo(price.amount()) != 0)
                .ifPresent(price -> row.put("price", price.amount().toPlainString()));
        wish.barcode()
                .filter(code -> !variant.barcode().equals(Optional.of(code)))
                .ifPresent(code -> row.put("barcode", code));
        return api.execute(
                Documents.VARIANTS_UPDATE,
                Variables.none().with("product", variant.product()).with("variants", rows),
                call);
    }

    private static Violation refusal(ItemWish wish, Answer answer) {
        boolean gone = answer.userErrors().stream()
                .anyMatch(error -> error.is("PRODUCT_DOES_NOT_EXIST") || error.is("PRODUCT_VARIANT_DOES_NOT_EXIST"));
        return new Violation(
                gone ? ErrorCode.SKU_UNKNOWN : ErrorCode.REFUSED_BY_TARGET,
                answer.userErrors().stream().findFirst().map(UserError::place).orElse(""),
                "Shopify refused to change SKU " + wish.sku() + ": " + String.join("; ", answer.refusals()));
    }

    private static List<Finding> findings(Item item, Optional<Money> price, Answer answer) {
        List<Finding> findings = new ArrayList<>();
        if (price.isPresent() && !ItemWish.breaks(item).isEmpty()) {
            findings.add(new Finding(
                    Finding.Severity.NOTE,
                    ErrorCode.QUANTITY_PRICES_LEFT_OUT,
                    "SKU " + item.sku() + " has other prices from quantities " + ItemWish.breaks(item)));
        }
        Optional<BigDecimal> shown = answer.root().elements("productVariants").stream()
                .findFirst()
                .map(variant -> variant.requiredDecimal("price"));
        price.filter(told ->
                        shown.filter(now -> now.compareTo(told.amount()) != 0).isPresent())
                .ifPresent(told -> findings.add(new Finding(
                        Finding.Severity.PROBLEM,
                        ErrorCode.TOTAL_MISMATCH,
                        "Shopify shows " + shown.get().toPlainString() + " for SKU " + item.sku() + ", told was "
                                + told)));
        return findings;
    }

    private Currency currency(CallContext call) {
        JsonValue facts =
                api.execute(Documents.SHOP_FACTS, Variables.none(), call).root().required();
        return Currency.getInstance(facts.requiredText("currencyCode"));
    }

    private RecordRef ref(ShopVariant variant) {
        return RecordRef.of(account, RecordType.ITEM, variant.number());
    }

    private static EffectOutcome rejected(Violation violation) {
        return new EffectOutcome.Rejected(new Violations(List.of(violation)));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<Item>> effects, CallContext call) {
        Map<EffectKey, Existing> answers = new LinkedHashMap<>();
        if (effects.isEmpty()) {
            return answers;
        }
        Currency shop = currency(call);
        Map<String, List<ShopVariant>> found = variants.bySku(
                effects.stream().map(effect -> effect.record().sku()).toList(), call);
        for (Effect<Item> effect : effects) {
            Item item = effect.record();
            answers.put(effect.key(), existing(item, found.getOrDefault(item.sku(), List.of()), shop));
        }
        return answers;
    }

    private Existing existing(Item item, List<ShopVariant> found, Currency shop) {
        ItemWish wish = ItemWish.of(item);
        Map<String, String> after = new TreeMap<>();
        wish.price(shop).ifPresent(price -> after.put("price", price.toString()));
        wish.barcode().ifPresent(code -> after.put("barcode", code));
        Violations faults = faults(item, wish, found, shop);
        if (!faults.isEmpty()) {
            return new Existing(Optional.empty(), Map.of(), after, faults);
        }
        ShopVariant variant = found.get(0);
        Map<String, String> before = new TreeMap<>();
        wish.price(shop).ifPresent(price -> before.put("price", new Money(variant.price(), shop).toString()));
        wish.barcode().ifPresent(code -> before.put("barcode", variant.barcode().orElse("")));
        return new Existing(Optional.of(ref(variant)), before, after, Violations.none());
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> resolutions = new LinkedHashMap<>();
        Map<EffectKey, ItemWish> wishes = new LinkedHashMap<>();
        open.forEach(intent -> ItemWish.parse(intent.hint()).ifPresent(wish -> wishes.put(intent.key(), wish)));
        open.forEach(intent -> resolutions.put(intent.key(), new Resolution.NotLanded()));
        if (wishes.isEmpty()) {
            return resolutions;
        }
        Currency shop = currency(call);
        Map<String, List<ShopVariant>> found =
                variants.bySku(wishes.values().stream().map(ItemWish::sku).toList(), call);
        wishes.forEach((key, wish) -> {
            List<ShopVariant> same = found.getOrDefault(wish.sku(), List.of());
            if (same.size() == 1 && wish.violation(shop).isEmpty() && wish.isShownBy(same.get(0), shop)) {
                resolutions.put(key, new Resolution.Landed(EffectOutcome.Applied.to(ref(same.get(0)))));
            }
        });
        return resolutions;
    }
}
