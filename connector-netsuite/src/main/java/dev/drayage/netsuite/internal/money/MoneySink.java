package dev.drayage.netsuite.internal.money;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.record.Duplicate;
import dev.drayage.netsuite.internal.record.ExternalId;
import dev.drayage.netsuite.internal.record.LandedTransactions;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
import dev.drayage.netsuite.internal.suiteql.Row;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a transaction about money is written: once, under an external id that is unique among the account's transactions, so
 * that a repeated write is refused and what stands there is found (guarantee G2). What NetSuite made of it is compared with
 * the sum that was meant. Thread-safe.
 *
 * @param <T> the record
 */
public abstract class MoneySink<T extends CommerceRecord> implements RecordSink<T> {
    private static final int BATCH = 10;
    private static final int VERIFY_BATCH = 100;

    /** The account. */
    protected final NetSuiteAccount account;

    private final RecordType<T> type;
    private final Map<RecordKind, LandedTransactions> kinds = new LinkedHashMap<>();
    private final RecordKind first;

    /** A sink that writes records of one type as one of several kinds, all of which have one code for external ids. */
    protected MoneySink(NetSuiteAccount account, RecordType<T> type, RecordKind first, RecordKind... others) {
        this.account = account;
        this.type = type;
        this.first = first;
        kinds.put(first, new LandedTransactions(account.queries(), first));
        for (RecordKind kind : others) {
            kinds.put(kind, new LandedTransactions(account.queries(), kind));
        }
    }

    /** The sum that the record is to come to in the books. */
    protected abstract Money total(T record);

    /** What NetSuite's own total is compared with once it is written; empty if it shows none. */
    protected String expectation(T record) {
        return total(record).toString();
    }

    /** Why it cannot be written, as far as that can be told without calling the account. */
    protected abstract List<Violation> obstacles(T record);

    /** Writes it with one committing call. */
    protected abstract EffectOutcome write(Prepared<T> prepared, CallContext call);

    @Override
    public final SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.UNIQUE_KEY, account.queryLag(), VERIFY_BATCH);
    }

    @Override
    public final Prepared<T> prepare(Effect<T> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, externalId(effect), "", expectation(effect.record()), existing, bound);
    }

    @Override
    public final Map<EffectKey, EffectOutcome> apply(List<Prepared<T>> batch, CallContext call) {
        return WriteBatch.each(batch, account.time(), prepared -> {
            if (prepared.existing().isPresent()) {
                return new EffectOutcome.Conflict(first.path() + " "
                        + prepared.existing().get().id() + " stands in NetSuite and is not written again");
            }
            List<Violation> obstacles = obstacles(prepared.effect().record());
            return obstacles.isEmpty() ? write(prepared, call) : new EffectOutcome.Rejected(new Violations(obstacles));
        });
    }

    /** Creates the record. */
    protected final EffectOutcome create(RecordKind kind, ObjectNode body, Prepared<T> prepared, CallContext call) {
        return outcome(kind, account.records().create(kind, body, call), prepared, call);
    }

    /** Makes the record out of another one. */
    protected final EffectOutcome transform(
            RecordKind from, String id, RecordKind kind, ObjectNode body, Prepared<T> prepared, CallContext call) {
        return outcome(kind, account.records().transform(from, id, kind, body, call), prepared, call);
    }

    private EffectOutcome outcome(RecordKind kind, WriteAnswer answer, Prepared<T> prepared, CallContext call) {
        if (answer instanceof WriteAnswer.Landed landed) {
            return EffectOutcome.Applied.to(ref(kind, landed.id()));
        }
        WriteAnswer.Refused refused = (WriteAnswer.Refused) answer;
        return refused.refusal().isDuplicate()
                ? Duplicate.outcome(
                        account.records(),
                        kind,
                        prepared.nativeKey(),
                        "another transaction took it",
                        id -> ref(kind, id),
                        call)
                : new EffectOutcome.Rejected(refused.refusal().violations());
    }

    /** An empty body with the external id of an effect. */
    protected final ObjectNode body(Prepared<T> prepared) {
        return account.records().body().put("externalId", prepared.nativeKey());
    }

    /** A reference in a body. */
    protected static ObjectNode reference(ObjectNode body, String id) {
        return RecordClient.reference(body, id);
    }

    /** The record of a kind that an earlier effect was bound to. */
    protected final Optional<String> bound(Prepared<T> prepared, String recordType) {
        return prepared.bound().values().stream()
                .filter(ref -> ref.account().equals(account.id()) && ref.type().equals(recordType))
                .map(RecordRef::id)
                .findFirst();
    }

    @Override
    public final Map<EffectKey, Existing> find(Collection<Effect<T>> effects, CallContext call) {
        Map<String, Landed> standing =
                standing(effects.stream().map(this::externalId).toList(), call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<T> effect : effects) {
            Map<String, String> after = Map.of("total", total(effect.record()).toString());
            Landed there = standing.get(externalId(effect));
            found.put(
                    effect.key(),
                    there == null
                            ? new Existing(
                                    Optional.empty(), Map.of(), after, new Violations(obstacles(effect.record())))
                            : new Existing(
                                    Optional.of(ref(there.kind(), there.id())),
                                    Map.of("number", there.number()),
                                    after,
                                    Violations.none()));
        }
        return found;
    }

    @Override
    public final Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<String, Landed> standing =
                standing(open.stream().map(Intent::nativeKey).toList(), call);
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            Landed there = standing.get(intent.nativeKey());
            answers.put(
                    intent.key(),
                    there == null
                            ? new Resolution.NotLanded()
                            : new Resolution.Landed(EffectOutcome.Applied.to(ref(there.kind(), there.id()))));
        }
        return answers;
    }

    @Override
    public final Map<EffectKey, List<Finding>> verify(List<Written> written, CallContext call) {
        Map<EffectKey, List<Finding>> findings = new LinkedHashMap<>();
        for (RecordKind kind : kinds.keySet()) {
            List<Written> ofKind = written.stream()
                    .filter(one -> one.ref().type().equals(ref(kind, "1").type()))
                    .toList();
            if (!ofKind.isEmpty()) {
                findings.putAll(new BookedTotals(account, kind, false).compare(ofKind, call));
            }
        }
        return findings;
    }

    private record Landed(RecordKind kind, String id, String number) {}

    private Map<String, Landed> standing(Collection<String> externalIds, CallContext call) {
        Map<String, Landed> found = new LinkedHashMap<>();
        kinds.forEach((kind, landed) -> landed.find(externalIds, call).forEach((externalId, row) -> {
            found.put(externalId, landed(kind, row));
        }));
        return found;
    }

    private static Landed landed(RecordKind kind, Row row) {
        return new Landed(kind, row.required("id"), row.text("tranid").orElse(""));
    }

    private String externalId(Effect<T> effect) {
        return ExternalId.of(effect.key(), first, type.name());
    }

    /** Where several kinds are written, the kind is told, so that what follows knows what it follows. */
    private RecordRef ref(RecordKind kind, String id) {
        return kinds.size() == 1 ? RecordRef.of(account.id(), type, id) : new RecordRef(account.id(), kind.path(), id);
    }
}
