package dev.drayage.shopify.internal.metafields;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.OrderProgress;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes custom fields of an order's progress as metafields of the order ({@code metafieldsSet}), by names of the form
 * {@code namespace.key}. All of them are set or none, and other metafields are left alone. The same write again changes nothing, so
 * a lost answer is simply sent again. The step itself is not written: Shopify knows what it was told of shipments. Thread-safe.
 */
public final class OrderMetafieldSink implements RecordSink<OrderProgress> {
    /** What one call may set. */
    private static final int MOST = 25;

    private final ShopifyApi api;
    private final AccountId account;

    /** Metafields of one shop's orders. */
    public OrderMetafieldSink(ShopifyApi api, AccountId account) {
        this.api = api;
        this.account = account;
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<OrderProgress> prepare(
            Effect<OrderProgress> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, order(effect.record()).orElse("?"), "", "", existing, bound);
    }

    private static Optional<String> order(OrderProgress progress) {
        return OrderReference.find(progress.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID)
                .filter(number -> number.matches("[0-9]{1,20}"));
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<OrderProgress>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<OrderProgress> prepared : batch) {
            outcomes.put(prepared.key(), write(prepared.effect().record(), call));
        }
        return outcomes;
    }

    private EffectOutcome write(OrderProgress progress, CallContext call) {
        Violations refusal = refusal(progress);
        if (!refusal.isEmpty()) {
            return new EffectOutcome.Rejected(refusal);
        }
        String order = order(progress).orElseThrow();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        progress.customFields().values().forEach((name, value) -> {
            MetafieldValue field = MetafieldValue.of(value);
            rows.addObject()
                    .put("ownerId", new Gid("Order", order).toString())
                    .put("namespace", namespace(name))
                    .put("key", key(name))
                    .put("type", field.type())
                    .put("value", field.text());
        });
        Answer answer = api.execute(Documents.METAFIELDS_SET, Variables.none().with("metafields", rows), call);
        return answer.isRefused()
                ? new EffectOutcome.Rejected(Violations.of(
                        ErrorCode.REFUSED_BY_TARGET,
                        "customFields",
                        "Shopify refused metafields of order " + order + " (" + String.join(", ", names(progress))
                                + "): " + String.join("; ", answer.refusals())))
                : EffectOutcome.Applied.to(ref(order));
    }

    private static Violations refusal(OrderProgress progress) {
        if (order(progress).isEmpty()) {
            return Violations.of(ErrorCode.RECORD_UNREADABLE, "id", "no order of the shop is named for its metafields");
        }
        if (names(progress).size() > MOST) {
            return Violations.of(
                    ErrorCode.CHANGE_REFUSED, "customFields", "Shopify sets at most " + MOST + " metafields at once");
        }
        return names(progress).stream()
                .filter(name -> !name.matches("[A-Za-z0-9_$:-]{2,255}\\.[A-Za-z0-9_-]{2,64}"))
                .findFirst()
                .map(name -> Violations.of(
                        ErrorCode.FIELD_UNKNOWN,
                        name,
                        "\"" + name + "\" is no metafield: its name is namespace.key, such as custom.freight_note"))
                .orElseGet(Violations::none);
    }

    private static List<String> names(OrderProgress progress) {
        return List.copyOf(progress.customFields().names());
    }

    private static String namespace(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static String key(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private RecordRef ref(String order) {
        return RecordRef.of(account, RecordType.ORDER_PROGRESS, order);
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<OrderProgress>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<OrderProgress> effect : effects) {
            found.put(effect.key(), existing(effect.record(), call));
        }
        return found;
    }

    /** What stands for it is an order that has these very values. */
    private Existing existing(OrderProgress progress, CallContext call) {
        Violations refusal = refusal(progress);
        if (!refusal.isEmpty()) {
            return new Existing(Optional.empty(), Map.of(), Map.of(), refusal);
        }
        String order = order(progress).orElseThrow();
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        for (String name : names(progress)) {
            after.put(
                    name,
                    MetafieldValue.of(progress.customFields().get(name).orElseThrow())
                            .text());
            JsonValue standing = api.execute(
                            Documents.ORDER_METAFIELD,
                            Variables.id(new Gid("Order", order).toString())
                                    .with("namespace", namespace(name))
                                    .with("key", key(name)),
                            call)
                    .root();
            if (!standing.isPresent()) {
                return new Existing(
                        Optional.empty(),
                        Map.of(),
                        after,
                        Violations.of(ErrorCode.RECORD_GONE, "id", "Shopify shows no order " + order));
            }
            standing.at("metafield").text("value").ifPresent(value -> before.put(name, value));
        }
        return new Existing(
                before.equals(after) ? Optional.of(ref(order)) : Optional.empty(), before, after, Violations.none());
    }

    /** Whether it landed or not, it may be written again. */
    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        open.forEach(intent -> answers.put(intent.key(), new Resolution.NotLanded()));
        return answers;
    }
}
