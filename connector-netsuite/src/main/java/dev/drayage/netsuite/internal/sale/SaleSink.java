package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.money.BookedTotals;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.record.Duplicate;
import dev.drayage.netsuite.internal.record.ExternalId;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.RecordRefusal;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a sale is written: items and currency are looked up for the whole batch, then each sale is one create. Its external id
 * is unique among the account's transactions, so a repeated create is refused and the record that stands there is found
 * (guarantee G2). The total that NetSuite computes is compared with the channel's afterwards. Thread-safe.
 *
 * @param <T> sales order or cash sale
 */
public abstract class SaleSink<T extends SaleTransaction> implements RecordSink<T> {
    private static final int BATCH = 10;
    private static final int VERIFY_BATCH = 100;

    private final NetSuiteAccount account;
    private final RecordKind kind;
    private final RecordType<T> type;
    private final SaleOptions options;
    private final SaleBody bodies;
    private final SaleFinder shelf;
    private final BookedTotals totals;

    /** A sink for records of one kind. */
    protected SaleSink(NetSuiteAccount account, RecordKind kind, RecordType<T> type, SaleOptions options) {
        this.account = account;
        this.kind = kind;
        this.type = type;
        this.options = options;
        this.bodies = new SaleBody(options, account.items().field());
        this.shelf = new SaleFinder(account.queries(), kind, options.fields());
        this.totals = new BookedTotals(account, kind);
    }

    /** Adds to the shared body what only this kind of record has; tells what of it cannot be told. */
    protected abstract List<Violation> complete(T sale, ObjectNode body);

    /** The sales order that this record is made out of, instead of being written with its own lines. */
    protected Optional<String> origin(Prepared<T> prepared) {
        return Optional.empty();
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.UNIQUE_KEY, account.queryLag(), VERIFY_BATCH);
    }

    @Override
    public Prepared<T> prepare(Effect<T> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(
                effect,
                externalId(effect),
                "",
                effect.mode() == Effect.Mode.VOID
                        ? ""
                        : SaleExpectation.total(effect.record(), options).toString(),
                existing,
                bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<T>> batch, CallContext call) {
        Map<String, ItemMatch> items =
                account.items().match(skus(batch.stream().map(Prepared::effect).toList()), call);
        return WriteBatch.each(batch, account.time(), prepared -> write(prepared, items, call));
    }

    private EffectOutcome write(Prepared<T> prepared, Map<String, ItemMatch> items, CallContext call) {
        if (prepared.existing().isPresent()) {
            return change(
                    prepared,
                    prepared.existing().get(),
                    draft(prepared.effect(), Optional.empty(), true, items, call),
                    call);
        }
        Optional<String> customer = prepared.bound().values().stream()
                .filter(ref -> ref.account().equals(account.id()) && ref.type().equals(RecordType.CUSTOMER.name()))
                .map(RecordRef::id)
                .findFirst();
        Optional<String> origin = origin(prepared);
        SaleDraft draft =
                origin.isPresent() ? billing(prepared) : draft(prepared.effect(), customer, false, items, call);
        if (!draft.violations().isEmpty()) {
            return new EffectOutcome.Rejected(draft.violations());
        }
        WriteAnswer answer = origin.isPresent()
                ? account.records().transform(RecordKind.SALES_ORDER, origin.get(), kind, draft.body(), call)
                : account.records().create(kind, draft.body(), call);
        if (answer instanceof WriteAnswer.Landed landed) {
            return applied(landed.id());
        }
        return refused(prepared, ((WriteAnswer.Refused) answer).refusal(), call);
    }

    /** Changes a record that stands there, or takes it back. */
    protected EffectOutcome change(Prepared<T> prepared, RecordRef standing, SaleDraft draft, CallContext call) {
        return new EffectOutcome.Conflict(
                kind.path() + " " + standing.id() + " stands in NetSuite and is not written again");
    }

    /** What is changed of what NetSuite takes over from the order. */
    private SaleDraft billing(Prepared<T> prepared) {
        ObjectNode body = account.records().body();
        bodies.header(prepared.effect().record(), prepared.nativeKey(), body);
        return new SaleDraft(body, new Violations(complete(prepared.effect().record(), body)));
    }

    private EffectOutcome refused(Prepared<T> prepared, RecordRefusal refusal, CallContext call) {
        if (refusal.isDuplicate()) {
            return Duplicate.outcome(
                    account.records(), kind, prepared.nativeKey(), "another transaction took it", this::ref, call);
        }
        if (refusal.concernsItem()) {
            Violations items = itemViolations(prepared.effect().record(), call);
            if (!items.isEmpty()) {
                return new EffectOutcome.Rejected(items);
            }
        }
        return new EffectOutcome.Rejected(refusal.violations());
    }

    /** NetSuite's refusal does not say why an item cannot be sold; the items as they are now may. */
    private Violations itemViolations(T sale, CallContext call) {
        Set<String> skus = new LinkedHashSet<>();
        sale.lines().forEach(line -> skus.add(line.sku()));
        account.items().forget(skus);
        Map<String, ItemMatch> now = account.items().match(skus, call);
        return new Violations(sale.lines().stream()
                .flatMap(line -> now
                        .getOrDefault(line.sku(), new ItemMatch.None())
                        .violation(
                                "line " + line.lineId(),
                                line.sku(),
                                account.items().field())
                        .stream())
                .toList());
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<T>> effects, CallContext call) {
        SaleAdoption<T> adoption = new SaleAdoption<>(shelf, options.adoptBy());
        Map<EffectKey, List<SaleFinder.Standing>> standing = adoption.find(effects, this::externalId, call);
        Map<EffectKey, List<SaleFinder.Standing>> besides = adoption.besides(effects, standing, call);
        Set<String> ids = new LinkedHashSet<>();
        standing.values().forEach(list -> list.forEach(sale -> ids.add(sale.id())));
        Map<String, String> lines = shelf.lineCounts(ids, call);
        Map<String, ItemMatch> items = account.items().match(skus(effects), call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<T> effect : effects) {
            Existing existing = existing(effect, standing.getOrDefault(effect.key(), List.of()), lines, items, call);
            List<RecordRef> doubles = besides.getOrDefault(effect.key(), List.of()).stream()
                    .map(other -> ref(other.id()))
                    .toList();
            found.put(
                    effect.key(),
                    new Existing(existing.ref(), existing.before(), existing.after(), existing.violations(), doubles));
        }
        return found;
    }

    private Existing existing(
            Effect<T> effect,
            List<SaleFinder.Standing> standing,
            Map<String, String> lines,
            Map<String, ItemMatch> items,
            CallContext call) {
        T sale = effect.record();
        Map<String, String> after = new LinkedHashMap<>();
        after.put("total", SaleExpectation.total(sale, options).toString());
        after.put("lines", Integer.toString(sale.lines().size()));
        if (standing.size() > 1) {
            String ids = String.join(
                    " and ", standing.stream().map(SaleFinder.Standing::id).toList());
            return new Existing(
                    Optional.empty(),
                    Map.of(),
                    after,
                    Violations.of(
                            ErrorCode.MATCH_AMBIGUOUS,
                            "",
                            "sale " + sale.number() + " matches several: " + kind.path() + " " + ids));
        }
        if (standing.size() == 1) {
            SaleFinder.Standing there = standing.get(0);
            Map<String, String> before = new LinkedHashMap<>();
            before.put("number", there.number());
            before.put("status", there.status());
            before.put("lines", lines.getOrDefault(there.id(), "0"));
            there.total()
                    .ifPresent(
                            total -> before.put("total", totals.text(total, there.currency(), sale.currency(), call)));
            return new Existing(Optional.of(ref(there.id())), before, after, totals(sale, there, before, after));
        }
        SaleDraft draft = draft(effect, Optional.empty(), !effect.after().isEmpty(), items, call);
        return new Existing(Optional.empty(), Map.of(), after, draft.violations());
    }

    /** A sale that somebody else booked may hold another amount than the channel's. */
    private static Violations totals(
            SaleTransaction sale, SaleFinder.Standing there, Map<String, String> before, Map<String, String> after) {
        String held = before.get("total");
        return held == null || held.equals(after.get("total"))
                ? Violations.none()
                : Violations.of(
                        ErrorCode.TOTAL_MISMATCH,
                        "total",
                        "sale " + sale.number() + " stands in NetSuite as " + there.number() + " with the total " + held
                                + ", not " + after.get("total"));
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<String, SaleFinder.Standing> standing =
                shelf.byExternalId(open.stream().map(Intent::nativeKey).toList(), call);
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            SaleFinder.Standing there = standing.get(intent.nativeKey());
            // a change that was lost is sent again: what stands is looked at before, so twice is once
            answers.put(
                    intent.key(),
                    there == null || intent.existing().isPresent()
                            ? new Resolution.NotLanded()
                            : new Resolution.Landed(applied(there.id())));
        }
        return answers;
    }

    @Override
    public Map<EffectKey, List<Finding>> verify(List<Written> written, CallContext call) {
        return totals.compare(written, call);
    }

    private SaleDraft draft(
            Effect<T> effect,
            Optional<String> customer,
            boolean customerFollows,
            Map<String, ItemMatch> items,
            CallContext call) {
        T sale = effect.record();
        Optional<String> currency = account.currencies().id(sale.currency(), call);
        SaleDraft draft = bodies.of(
                sale,
                new SaleBody.Known(externalId(effect), customer, customerFollows, currency, items),
                account.records().body());
        List<Violation> violations = new ArrayList<>(draft.violations().list());
        violations.addAll(complete(sale, draft.body()));
        return new SaleDraft(draft.body(), new Violations(violations));
    }

    private Set<String> skus(Collection<Effect<T>> effects) {
        Set<String> skus = new LinkedHashSet<>();
        effects.forEach(effect -> effect.record().lines().forEach(line -> skus.add(line.sku())));
        return skus;
    }

    private String externalId(Effect<T> effect) {
        return ExternalId.of(effect.key(), kind, type.name());
    }

    private EffectOutcome.Applied applied(String id) {
        return EffectOutcome.Applied.to(ref(id));
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), type, id);
    }
}
