package dev.drayage.netsuite.internal.customer;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Customer;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.options.MoneySettings;
import dev.drayage.netsuite.internal.record.Duplicate;
import dev.drayage.netsuite.internal.record.ExternalId;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.RecordRefusal;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.settings.Settings;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes customers: one per buyer, or a business with sub-customers for its places and people. The external id keeps one from
 * being created twice; where the source gives signs, a customer that stands there already is taken instead of a new one, and
 * the sign is told. A name that another customer has is a conflict, never a match. Thread-safe.
 */
public final class CustomerSink implements RecordSink<Customer> {
    private static final int BATCH = 10;

    private final NetSuiteAccount account;
    private final CustomerBody bodies;
    private final KnownCustomers known;
    private final SuiteQl byExternalId = SuiteQl.of(CustomerSink.class, "customers-by-external-id");

    /** A sink that writes as the settings say. */
    public CustomerSink(NetSuiteAccount account, Settings settings) {
        this.account = account;
        this.bodies = new CustomerBody(settings);
        this.known = new KnownCustomers(account.queries(), settings.get(MoneySettings.TAX_ID_FIELD));
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.UNIQUE_KEY, account.queryLag(), 0);
    }

    @Override
    public Prepared<Customer> prepare(
            Effect<Customer> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, externalId(effect), "", "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<Customer>> batch, CallContext call) {
        return WriteBatch.each(batch, account.time(), prepared -> write(prepared, call));
    }

    private EffectOutcome write(Prepared<Customer> prepared, CallContext call) {
        Customer customer = prepared.effect().record();
        List<Violation> obstacles = bodies.obstacles(customer);
        if (!obstacles.isEmpty()) {
            return new EffectOutcome.Rejected(new Violations(obstacles));
        }
        Optional<RecordRef> existing = prepared.existing();
        Optional<String> parent = parent(prepared);
        if (existing.isEmpty() && !customer.matches().isEmpty()) {
            Optional<EffectOutcome> taken = take(prepared, parent, call);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        WriteAnswer answer = existing.isPresent()
                ? account.records()
                        .update(
                                RecordKind.CUSTOMER,
                                existing.get().id(),
                                bodies.change(customer, account.records().body()),
                                Optional.empty(),
                                call)
                : account.records()
                        .create(
                                RecordKind.CUSTOMER,
                                bodies.create(
                                        customer,
                                        prepared.nativeKey(),
                                        parent,
                                        account.records().body()),
                                call);
        if (answer instanceof WriteAnswer.Landed landed) {
            return EffectOutcome.Applied.to(ref(landed.id()));
        }
        RecordRefusal refusal = ((WriteAnswer.Refused) answer).refusal();
        if (refusal.isDuplicate() && existing.isEmpty()) {
            return Duplicate.outcome(
                    account.records(),
                    RecordKind.CUSTOMER,
                    prepared.nativeKey(),
                    "another customer has the name; switch auto-numbering on, or set customer.naming to name_and_key",
                    this::ref,
                    call);
        }
        return new EffectOutcome.Rejected(refusal.violations());
    }

    /** The customer that an earlier effect made, below which this one stands. */
    private Optional<String> parent(Prepared<Customer> prepared) {
        return prepared.bound().values().stream()
                .filter(ref -> ref.account().equals(account.id()) && ref.type().equals(RecordType.CUSTOMER.name()))
                .map(RecordRef::id)
                .findFirst();
    }

    /** A customer that stands there: our own of an earlier try, else one that is known by a sign. It is left as it is. */
    private Optional<EffectOutcome> take(Prepared<Customer> prepared, Optional<String> parent, CallContext call) {
        Optional<String> own = account.records().findByExternalId(RecordKind.CUSTOMER, prepared.nativeKey(), call);
        if (own.isPresent()) {
            return Optional.of(EffectOutcome.Applied.to(ref(own.get())));
        }
        try {
            return known.find(prepared.effect().record(), parent, call)
                    .map(match -> new EffectOutcome.Applied(ref(match.id()), "", "", List.of(taken(match))));
        } catch (KnownCustomers.AmbiguousException e) {
            return Optional.of(new EffectOutcome.Rejected(e.violations()));
        }
    }

    private static Finding taken(KnownCustomers.Known match) {
        return new Finding(
                Finding.Severity.NOTE,
                ErrorCode.MATCHED,
                "customer " + match.id() + " was taken, known by " + KnownCustomers.name(match.by()));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<Customer>> effects, CallContext call) {
        Map<String, String> standing =
                standing(effects.stream().map(CustomerSink::externalId).toList(), call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<Customer> effect : effects) {
            Optional<RecordRef> ref =
                    Optional.ofNullable(standing.get(externalId(effect))).map(this::ref);
            Map<String, String> after = Map.of(
                    "person", Boolean.toString(effect.record().person()),
                    "addresses", Integer.toString(effect.record().addresses().size()));
            found.put(effect.key(), new Existing(ref, Map.of(), after, Violations.none()));
        }
        return found;
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<String, String> standing =
                standing(open.stream().map(Intent::nativeKey).toList(), call);
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            String id = standing.get(intent.nativeKey());
            // a change that was lost is sent again: the same change twice is one change
            answers.put(
                    intent.key(),
                    id != null && intent.existing().isEmpty()
                            ? new Resolution.Landed(EffectOutcome.Applied.to(ref(id)))
                            : new Resolution.NotLanded());
        }
        return answers;
    }

    private Map<String, String> standing(Collection<String> externalIds, CallContext call) {
        Map<String, String> found = new HashMap<>();
        for (Row row :
                account.queries().rowsOf(externalIds, count -> byExternalId.values("keys", count), List.of(), call)) {
            found.put(row.required("external_id"), row.required("id"));
        }
        return found;
    }

    private static String externalId(Effect<Customer> effect) {
        return ExternalId.of(effect.key(), RecordKind.CUSTOMER, RecordType.CUSTOMER.name());
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.CUSTOMER, id);
    }
}
