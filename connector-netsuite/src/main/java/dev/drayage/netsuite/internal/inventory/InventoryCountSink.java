package dev.drayage.netsuite.internal.inventory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.ValueMap;
import dev.drayage.model.InventoryCount;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.record.Duplicate;
import dev.drayage.netsuite.internal.record.LandedTransactions;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.settings.Settings;
import dev.drayage.spi.ConnectorState;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the stock of an item at a location to what a warehouse counted, by an inventory adjustment of the difference. The
 * difference is taken against the books as of the count and only once it may be taken; a larger one than allowed is
 * refused, which parks it for a person. Each count has an external id of its own. Thread-safe.
 */
public final class InventoryCountSink implements RecordSink<InventoryCount> {
    private static final int BATCH = 100;
    private static final RecordKind KIND = RecordKind.INVENTORY_ADJUSTMENT;

    private final NetSuiteAccount account;
    private final StockBooks books;
    private final LandedTransactions landed;
    private final FreshCorrections fresh;
    private final ValueMap locations;
    private final Optional<String> adjustmentAccount;
    private final Optional<String> subsidiary;
    private final ZoneId zone;

    /** A sink that writes as the settings say and keeps in {@code state} what was corrected lately. */
    public InventoryCountSink(NetSuiteAccount account, ConnectorState state, Settings settings) {
        this.account = account;
        this.zone = settings.get(NetSuiteSchema.ZONE);
        this.books = new StockBooks(account.queries(), zone);
        this.landed = new LandedTransactions(account.queries(), KIND);
        this.fresh = new FreshCorrections(state, account.time(), account.queryLag());
        this.locations = ValueMap.of("fulfillment.locations", settings.get(NetSuiteSchema.WAREHOUSE_LOCATIONS));
        this.adjustmentAccount = settings.get(NetSuiteSchema.ADJUSTMENT_ACCOUNT);
        this.subsidiary = settings.get(NetSuiteSchema.SUBSIDIARY);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.UNIQUE_KEY, account.queryLag(), 0);
    }

    @Override
    public Prepared<InventoryCount> prepare(
            Effect<InventoryCount> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, externalId(effect), "", "", existing, bound);
    }

    /** What stands in the books for one count, or why that cannot be told. */
    private record Comparison(StockBooks.Place place, HeldStock held, BigDecimal difference, Violations violations) {
        static Comparison refused(Violations violations) {
            return new Comparison(new StockBooks.Place("", ""), HeldStock.NOTHING, BigDecimal.ZERO, violations);
        }
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<InventoryCount>> batch, CallContext call) {
        Instant now = account.time().instant();
        List<Prepared<InventoryCount>> due = batch.stream()
                .filter(prepared -> !now.isBefore(prepared.effect().record().notBefore()))
                .toList();
        Map<StockBooks.Place, Instant> hidden = fresh.hidden();
        Map<String, Row> standing =
                landed.find(due.stream().map(Prepared::nativeKey).toList(), call);
        Map<EffectKey, Comparison> compared =
                compare(due.stream().map(Prepared::effect).toList(), call);
        return WriteBatch.each(batch, account.time(), prepared -> {
            Row earlier = standing.get(prepared.nativeKey());
            if (earlier != null) {
                return EffectOutcome.Applied.to(ref(earlier.required("id")));
            }
            Comparison comparison = compared.get(prepared.key());
            return comparison == null
                    ? new EffectOutcome.RetryLater(
                            prepared.effect().record().notBefore(), "what left before the count may not be booked yet")
                    : adjust(prepared, comparison, hidden, call);
        });
    }

    private Map<EffectKey, Comparison> compare(Collection<Effect<InventoryCount>> effects, CallContext call) {
        Set<String> skus = new LinkedHashSet<>();
        effects.forEach(effect -> skus.add(effect.record().sku()));
        Map<String, ItemMatch> items =
                skus.isEmpty() ? Map.of() : account.items().match(skus, call);
        Map<Instant, Set<String>> asked = new LinkedHashMap<>();
        for (Effect<InventoryCount> effect : effects) {
            item(effect, items)
                    .item()
                    .ifPresent(id -> asked.computeIfAbsent(effect.record().countedAt(), at -> new LinkedHashSet<>())
                            .add(id));
        }
        Map<Instant, Map<StockBooks.Place, HeldStock>> held = new HashMap<>();
        asked.forEach((at, ids) -> held.put(at, books.at(at, ids, call)));
        Map<EffectKey, Comparison> compared = new LinkedHashMap<>();
        for (Effect<InventoryCount> effect : effects) {
            compared.put(effect.key(), compare(effect, item(effect, items), held));
        }
        return compared;
    }

    private Comparison compare(
            Effect<InventoryCount> effect, ItemMatch item, Map<Instant, Map<StockBooks.Place, HeldStock>> held) {
        InventoryCount wish = effect.record();
        String told = wish.location().orElse(wish.ref().account().id());
        Optional<String> location = locations.get(told);
        if (location.isEmpty()) {
            return Comparison.refused(Violations.of(
                    ErrorCode.VALUE_UNMAPPED,
                    "location",
                    "fulfillment.locations has no entry for " + told + ", where " + wish.sku() + " was counted"));
        }
        if (wish.lot().isPresent()) {
            return Comparison.refused(Violations.of(
                    ErrorCode.SETTINGS_INVALID,
                    "lot",
                    wish.sku() + " was counted for one lot, and NetSuite's stock is compared for the item as a whole:"
                            + " have the warehouse's lots counted together"));
        }
        Optional<Violation> unclear =
                item.violation("item", wish.sku(), account.items().field());
        if (unclear.isPresent()) {
            return Comparison.refused(new Violations(List.of(unclear.get())));
        }
        StockBooks.Place place = new StockBooks.Place(item.item().orElse(""), location.get());
        HeldStock stock = held.getOrDefault(wish.countedAt(), Map.of()).getOrDefault(place, HeldStock.NOTHING);
        BigDecimal difference = stock.difference(wish.counted());
        Violations violations = difference.abs().compareTo(wish.largestDifference()) > 0
                ? Violations.of(
                        ErrorCode.STOCK_DIFFERS,
                        "quantityOnHand",
                        wish.counted().toPlainString() + " units of " + wish.sku() + " were counted at " + told + " on "
                                + wish.countedAt() + ", NetSuite held "
                                + stock.units().text() + ": a difference of "
                                + difference.stripTrailingZeros().toPlainString())
                : Violations.none();
        return new Comparison(place, stock, difference, violations);
    }

    private static ItemMatch item(Effect<InventoryCount> effect, Map<String, ItemMatch> items) {
        ItemMatch found = items.get(effect.record().sku());
        return found == null ? new ItemMatch.None() : found;
    }

    private EffectOutcome adjust(
            Prepared<InventoryCount> prepared,
            Comparison comparison,
            Map<StockBooks.Place, Instant> hidden,
            CallContext call) {
        Instant shown = hidden.get(comparison.place());
        if (shown != null) {
            return new EffectOutcome.RetryLater(shown, "an earlier correction may not show in queries yet");
        }
        if (!comparison.violations().isEmpty()) {
            return landedEarlier(prepared, call).orElseGet(() -> new EffectOutcome.Rejected(comparison.violations()));
        }
        if (comparison.difference().signum() == 0) {
            return new EffectOutcome.Unchanged(level(comparison.place()));
        }
        if (adjustmentAccount.isEmpty()) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.SETTINGS_INVALID,
                    "account",
                    NetSuiteSchema.ADJUSTMENT_ACCOUNT.name() + " is needed to correct stock by a count"));
        }
        hidden.put(comparison.place(), fresh.correcting(comparison.place()));
        WriteAnswer answer = account.records().create(KIND, body(prepared, comparison, adjustmentAccount.get()), call);
        if (answer instanceof WriteAnswer.Landed written) {
            return EffectOutcome.Applied.to(ref(written.id()));
        }
        WriteAnswer.Refused refused = (WriteAnswer.Refused) answer;
        return refused.refusal().isDuplicate()
                ? Duplicate.outcome(
                        account.records(), KIND, prepared.nativeKey(), "another transaction took it", this::ref, call)
                : new EffectOutcome.Rejected(refused.refusal().violations());
    }

    /** An adjustment that landed before is in the books, so that the difference is another one now. */
    private Optional<EffectOutcome> landedEarlier(Prepared<InventoryCount> prepared, CallContext call) {
        return account.records()
                .findByExternalId(KIND, prepared.nativeKey(), call)
                .map(id -> EffectOutcome.Applied.to(ref(id)));
    }

    private ObjectNode body(Prepared<InventoryCount> prepared, Comparison comparison, String against) {
        InventoryCount wish = prepared.effect().record();
        ObjectNode body = account.records().body();
        body.put("externalId", prepared.nativeKey());
        body.set("account", RecordClient.reference(body, against));
        subsidiary.ifPresent(id -> body.set("subsidiary", RecordClient.reference(body, id)));
        body.put("tranDate", wish.countedAt().atZone(zone).toLocalDate().toString());
        body.put("memo", wish.ref().account() + " counted " + wish.counted().toPlainString());
        body.set("adjLocation", RecordClient.reference(body, comparison.place().location()));
        ObjectNode row = body.putObject("inventory").putArray("items").addObject();
        row.set("item", RecordClient.reference(row, comparison.place().item()));
        row.set("location", RecordClient.reference(row, comparison.place().location()));
        row.put("adjustQtyBy", comparison.difference());
        return body;
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<InventoryCount>> effects, CallContext call) {
        Map<String, Row> standing =
                landed.find(effects.stream().map(InventoryCountSink::externalId).toList(), call);
        Map<StockBooks.Place, Instant> hidden = fresh.hidden();
        Map<EffectKey, Comparison> compared = compare(effects, call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<InventoryCount> effect : effects) {
            Comparison comparison = Objects.requireNonNull(compared.get(effect.key()));
            boolean due = !account.time().instant().isBefore(effect.record().notBefore())
                    && !hidden.containsKey(comparison.place());
            Existing seen = existing(effect, comparison, standing);
            found.put(
                    effect.key(), due || standing.containsKey(externalId(effect)) ? seen : tooEarly(seen, comparison));
        }
        return found;
    }

    /** The difference as it is now is shown, and nothing is concluded from it before it is due. */
    private static Existing tooEarly(Existing seen, Comparison comparison) {
        boolean differs =
                comparison.violations().isEmpty() || comparison.violations().code() == ErrorCode.STOCK_DIFFERS;
        return differs ? new Existing(Optional.empty(), seen.before(), seen.after(), Violations.none()) : seen;
    }

    private Existing existing(Effect<InventoryCount> effect, Comparison comparison, Map<String, Row> standing) {
        Row row = standing.get(externalId(effect));
        String counted = effect.record().counted().stripTrailingZeros().toPlainString();
        if (row != null) {
            Map<String, String> done = Map.of("quantityOnHand", counted);
            return new Existing(Optional.of(ref(row.required("id"))), done, done, Violations.none());
        }
        if (!comparison.violations().isEmpty() && comparison.violations().code() != ErrorCode.STOCK_DIFFERS) {
            // nothing was compared
            return new Existing(Optional.empty(), Map.of(), Map.of("quantityOnHand", counted), comparison.violations());
        }
        boolean fits =
                comparison.violations().isEmpty() && comparison.difference().signum() == 0;
        String held = fits ? counted : comparison.held().units().text();
        return new Existing(
                fits ? Optional.of(level(comparison.place())) : Optional.empty(),
                Map.of("quantityOnHand", held),
                Map.of("quantityOnHand", counted),
                comparison.violations());
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<String, Row> standing =
                landed.find(open.stream().map(Intent::nativeKey).toList(), call);
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            Row row = standing.get(intent.nativeKey());
            answers.put(
                    intent.key(),
                    row == null
                            ? new Resolution.NotLanded()
                            : new Resolution.Landed(EffectOutcome.Applied.to(ref(row.required("id")))));
        }
        return answers;
    }

    private static String externalId(Effect<InventoryCount> effect) {
        return CountId.of(effect.key(), effect.record().countedAt());
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.INVENTORY_COUNT, id);
    }

    /** What stands for a count that the books agree with. */
    private RecordRef level(StockBooks.Place place) {
        return RecordRef.of(account.id(), RecordType.INVENTORY_LEVEL, place.item() + "@" + place.location());
    }
}
