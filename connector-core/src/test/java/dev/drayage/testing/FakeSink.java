package dev.drayage.testing;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.Company;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.Customer;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a {@link FakeWorld} under unique native keys. Odd behaviour can be planted: refusals, missing prerequisites,
 * lost answers, wrong totals.
 *
 * @param <T> the record
 */
public final class FakeSink<T extends CommerceRecord> implements RecordSink<T> {
    private static final AccountId NOWHERE = new AccountId("nowhere", "0");

    private final FakeWorld world;
    private final RecordType<T> type;
    private final SinkTraits traits;
    private final Map<String, Violations> refusals = new HashMap<>();
    private final Map<String, String> missing = new HashMap<>();
    private final Map<String, Finding> findings = new HashMap<>();
    private final AtomicInteger inCall = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final List<List<String>> batches = new ArrayList<>();
    private Runnable beforeWrite = () -> {};
    private boolean allowDoubles;
    private int loseAnswers;
    private @Nullable RuntimeException lostAnswer;
    private int hiddenLooks;
    private @Nullable String silentAbout;
    private @Nullable RuntimeException outage;
    private int looks;
    private Function<T, T> normalise = record -> record;

    FakeSink(FakeWorld world, RecordType<T> type, SinkTraits traits) {
        this.world = world;
        this.type = type;
        this.traits = traits;
    }

    /** Records from this source id are refused. */
    public FakeSink<T> refuse(String sourceId, ErrorCode code) {
        refusals.put(sourceId, Violations.of(code, "", "record " + sourceId + " is refused"));
        return this;
    }

    /** Records from this source id are taken again. */
    public FakeSink<T> accept(String sourceId) {
        refusals.remove(sourceId);
        missing.remove(sourceId);
        return this;
    }

    /** Records from this source id wait for something. */
    public FakeSink<T> deferFor(String sourceId, String what) {
        missing.put(sourceId, what);
        return this;
    }

    /** The next so many writes are carried out and their answers lost. */
    public FakeSink<T> loseAnswers(int times) {
        return loseAnswers(times, new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "the answer was lost"));
    }

    /** The next so many writes are carried out and fail so afterwards. */
    public FakeSink<T> loseAnswers(int times, RuntimeException failure) {
        loseAnswers = times;
        lostAnswer = failure;
        return this;
    }

    /** The next so many looks for what became of a write do not find it. */
    public FakeSink<T> hideFromLooks(int times) {
        hiddenLooks = times;
        return this;
    }

    /** Looks leave out what comes from this source id, or from nowhere if it is null. */
    public FakeSink<T> silentAbout(@Nullable String sourceId) {
        silentAbout = sourceId;
        return this;
    }

    /** Every call fails so until it is null. */
    public FakeSink<T> outage(@Nullable RuntimeException failure) {
        outage = failure;
        return this;
    }

    /** The target rewrites what it is given. */
    public FakeSink<T> normalise(Function<T, T> rewrite) {
        normalise = rewrite;
        return this;
    }

    /** Comparing the written record of this source id finds a problem. */
    public FakeSink<T> finding(String sourceId, String message) {
        findings.put(sourceId, new Finding(Finding.Severity.PROBLEM, ErrorCode.TOTAL_MISMATCH, message));
        return this;
    }

    /** Comparing the written record of this source id finds something that is worth knowing. */
    public FakeSink<T> remark(String sourceId, String message) {
        findings.put(sourceId, new Finding(Finding.Severity.NOTE, ErrorCode.MATCHED, message));
        return this;
    }

    /** Runs in each call before anything is written. */
    public FakeSink<T> beforeWrite(Runnable hook) {
        beforeWrite = hook;
        return this;
    }

    /** The target refuses no second record of the same key. */
    public FakeSink<T> allowDoubles() {
        allowDoubles = true;
        return this;
    }

    /** The lanes of every batch that was sent, in order. */
    public synchronized List<List<String>> batches() {
        return List.copyOf(batches);
    }

    /** How often it was looked at without writing. */
    public int looks() {
        return looks;
    }

    /** The most calls that were under way at once. */
    public int peak() {
        return peak.get();
    }

    static String digest(CommerceRecord record) {
        return ContentDigest.of(record.customFields(), content(record));
    }

    private static Object content(CommerceRecord record) {
        if (record instanceof SaleTransaction sale) {
            return List.of(sale.number(), sale.total(), sale.lines());
        } else if (record instanceof Company company) {
            return List.of(company.name(), company.externalId());
        } else if (record instanceof InventoryLevel level) {
            return List.of(level.sku(), level.location(), level.onHand(), level.available());
        }
        return FakeBooks.holds(record) ? Rehomed.at(record, RecordRef.of(NOWHERE, RecordType.ITEM, "any")) : "";
    }

    @Override
    public SinkTraits traits() {
        return traits;
    }

    @Override
    public Prepared<T> prepare(Effect<T> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(
                effect, nativeKey(effect.key()), "", traits.verifyBatch() > 0 ? "expected" : "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<T>> batch, CallContext call) {
        peak.accumulateAndGet(inCall.incrementAndGet(), Math::max);
        try {
            if (outage != null) {
                throw outage;
            }
            beforeWrite.run();
            call.fence().check();
            note(batch);
            Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
            batch.forEach(prepared -> outcomes.put(prepared.key(), apply(prepared)));
            if (loseAnswers > 0 && lostAnswer != null) {
                loseAnswers--;
                throw lostAnswer;
            }
            return outcomes;
        } finally {
            inCall.decrementAndGet();
        }
    }

    private synchronized void note(List<Prepared<T>> batch) {
        batches.add(batch.stream().map(one -> one.effect().lane()).toList());
    }

    private EffectOutcome apply(Prepared<T> prepared) {
        String sourceId = prepared.key().source().id();
        if (refusals.containsKey(sourceId)) {
            return new EffectOutcome.Rejected(refusals.get(sourceId));
        }
        if (missing.containsKey(sourceId)) {
            return new EffectOutcome.Deferred(
                    missing.get(sourceId),
                    Violations.of(ErrorCode.WAITING_FOR_RECORD, "", "waits for " + missing.get(sourceId))
                            .list()
                            .get(0));
        }
        Optional<EffectOutcome> refusal = FakeBooks.refusal(world, prepared);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (prepared.effect().mode() == Effect.Mode.VOID) {
            return prepared.existing()
                    .flatMap(world::voidOut)
                    .<EffectOutcome>map(FakeSink::applied)
                    .orElseGet(() -> new EffectOutcome.Rejected(
                            Violations.of(ErrorCode.RECORD_GONE, "", "there is nothing to take back")));
        }
        T content = normalise.apply(prepared.effect().record());
        boolean unknown = prepared.existing().isEmpty()
                && world.byKey(type, prepared.nativeKey()).isEmpty();
        if (unknown && content instanceof Customer customer) {
            return customer(prepared, customer);
        }
        Optional<FakeWorld.Held> held = prepared.existing().isPresent()
                ? world.update(prepared.existing().get(), content)
                : world.create(type, prepared.nativeKey(), content, allowDoubles);
        if (held.isPresent()) {
            world.base(held.get().ref(), prepared.bound().values());
            return applied(held.get());
        }
        return world.byKey(type, prepared.nativeKey())
                .<EffectOutcome>map(FakeSink::applied)
                .orElseGet(() -> new EffectOutcome.Rejected(
                        Violations.of(ErrorCode.RECORD_GONE, "", "the record to change is gone")));
    }

    /** A customer that the ledger does not know may stand there all the same. */
    private EffectOutcome customer(Prepared<T> prepared, Customer customer) {
        FakeBooks.Match match =
                FakeBooks.match(world, customer, prepared.bound().values());
        if (match.several()) {
            return new EffectOutcome.Rejected(
                    Violations.of(ErrorCode.MATCH_AMBIGUOUS, "", "several customers fit by " + match.by()));
        }
        FakeWorld.Held held = match.ref()
                .map(ref -> world.claim(ref, prepared.nativeKey(), customer))
                .orElseGet(() -> world.create(type, prepared.nativeKey(), customer, allowDoubles)
                        .orElseThrow());
        world.base(held.ref(), prepared.bound().values());
        EffectOutcome.Applied applied = applied(held);
        return match.ref().isEmpty()
                ? applied
                : new EffectOutcome.Applied(
                        applied.ref(),
                        applied.revision(),
                        applied.writtenDigest(),
                        List.of(new Finding(Finding.Severity.NOTE, ErrorCode.MATCHED, "taken by " + match.by())));
    }

    private static EffectOutcome.Applied applied(FakeWorld.Held held) {
        return new EffectOutcome.Applied(held.ref(), "v" + held.version(), digest(held.record()), List.of());
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        looks++;
        if (outage != null) {
            throw outage;
        }
        Map<EffectKey, Resolution> found = new LinkedHashMap<>();
        if (hiddenLooks > 0) {
            hiddenLooks--;
            open.forEach(intent -> found.put(intent.key(), new Resolution.NotLanded()));
            return found;
        }
        for (Intent intent : open) {
            Optional<FakeWorld.Held> held = world.byKey(type, intent.nativeKey());
            found.put(
                    intent.key(),
                    held.isPresent()
                                    && (intent.takesBack()
                                            ? world.isVoided(held.get().ref())
                                            : intent.existing().isEmpty())
                            ? new Resolution.Landed(applied(held.get()))
                            : new Resolution.NotLanded());
        }
        return found;
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<T>> effects, CallContext call) {
        looks++;
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<T> effect : effects) {
            if (effect.key().source().id().equals(silentAbout)) {
                continue;
            }
            Optional<FakeWorld.Held> held = world.byKey(type, nativeKey(effect.key()));
            found.put(
                    effect.key(),
                    new Existing(
                            held.map(FakeWorld.Held::ref),
                            held.map(h -> Map.of("content", digest(h.record()))).orElse(Map.of()),
                            after(effect, held),
                            held.filter(h -> hasAnotherTotal(h.record(), effect.record()))
                                    .map(h -> Violations.of(
                                            ErrorCode.TOTAL_MISMATCH, "total", h.ref() + " has another total"))
                                    .orElseGet(() -> refusals.getOrDefault(
                                            effect.key().source().id(), Violations.none())),
                            held.map(h -> doubles(effect, h)).orElse(List.of())));
        }
        return found;
    }

    /** Sales under the same number that somebody made beside ours. */
    private List<RecordRef> doubles(Effect<T> effect, FakeWorld.Held ours) {
        return effect.record() instanceof SaleTransaction sale
                ? world.numbered(type, sale.number()).stream()
                        .filter(ref -> !ref.equals(ours.ref()))
                        .toList()
                : List.of();
    }

    @Override
    public Map<EffectKey, List<Finding>> verify(List<Written> written, CallContext call) {
        Map<EffectKey, List<Finding>> found = new HashMap<>();
        for (Written one : written) {
            Finding finding = findings.get(one.key().source().id());
            if (finding != null) {
                found.put(one.key(), List.of(finding));
            }
        }
        return found;
    }

    private Map<String, String> after(Effect<T> effect, Optional<FakeWorld.Held> held) {
        if (effect.mode() == Effect.Mode.VOID) {
            return held.filter(h -> world.isVoided(h.ref()))
                    .map(h -> Map.of("content", digest(h.record())))
                    .orElse(Map.of("content", "taken back"));
        }
        return Map.of("content", digest(normalise.apply(effect.record())));
    }

    private static boolean hasAnotherTotal(CommerceRecord one, CommerceRecord other) {
        return one instanceof SaleTransaction a
                && other instanceof SaleTransaction b
                && !a.total().equals(b.total());
    }

    private static String nativeKey(EffectKey key) {
        return key.purpose() + "-" + key.source().id();
    }
}
