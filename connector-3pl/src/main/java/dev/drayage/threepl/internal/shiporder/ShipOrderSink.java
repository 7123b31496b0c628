package dev.drayage.threepl.internal.shiporder;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
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
import dev.drayage.threepl.internal.documents.Mailroom;
import dev.drayage.threepl.internal.exchange.Delivery;
import dev.drayage.threepl.internal.exchange.Outbox;
import dev.drayage.threepl.internal.exchange.OutgoingFile;
import dev.drayage.threepl.internal.terms.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a warehouse by file what to ship, what changed, and what was called off. A document gets its number once; whatever
 * breaks, the same bytes go on under the same number, and the outbox delivers them once. Where the warehouse acknowledges,
 * an order is open until it has: refused, it is parked with the place that the warehouse names; late, people are
 * told. Thread-safe.
 */
public final class ShipOrderSink implements RecordSink<WarehouseOrder> {
    private static final Duration RECHECK = Duration.ofMinutes(5);
    private static final Duration RECHECK_OVERDUE = Duration.ofHours(6);

    private final AccountId account;
    private final OrderFormat format;
    private final String folder;
    private final Outbox outbox;
    private final DocumentNumbers numbers;
    private final SentNames names;
    private final SentOrders orders;
    private final Acknowledgements acknowledgements;
    private final Mailroom mail;
    private final TimeSource time;

    /** A sink whose documents leave with {@code dispatch}; what is said of them comes in with {@code mail}. */
    public ShipOrderSink(AccountId account, OrderFormat format, Dispatch dispatch, Mailroom mail) {
        this.account = account;
        this.format = format;
        this.folder = dispatch.folder();
        this.outbox = dispatch.outbox();
        this.numbers = dispatch.numbers();
        this.names = dispatch.names();
        this.orders = new SentOrders(dispatch.state());
        this.acknowledgements = dispatch.acknowledgements();
        this.mail = mail;
        this.time = dispatch.time();
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<WarehouseOrder> prepare(
            Effect<WarehouseOrder> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, effect.record().number(), "", "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<WarehouseOrder>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<WarehouseOrder> prepared : batch) {
            try {
                outcomes.put(prepared.key(), tell(prepared, call));
            } catch (RefusedException e) {
                outcomes.put(
                        prepared.key(),
                        new EffectOutcome.Rejected(Violations.of(e.code(), "", String.valueOf(e.getMessage()))));
            }
        }
        return outcomes;
    }

    private EffectOutcome tell(Prepared<WarehouseOrder> prepared, CallContext call) {
        Effect<WarehouseOrder> effect = prepared.effect();
        Optional<SentOrders.Document> begun = orders.last(effect.key())
                .filter(document -> document.digest().equals(effect.digest())
                        && !document.refused()
                        && !isLost(effect.key(), document));
        SentOrders.Document document;
        if (begun.isPresent()) {
            document = begun.get();
        } else {
            Purpose purpose = purpose(prepared);
            admit(purpose, effect.record());
            Instant now = time.instant();
            format.write(purpose, effect.record(), 1, now); // what cannot be written shall not cost a number
            document = new SentOrders.Document(effect.digest(), numbers.next(), purpose, now, false);
            acknowledgements.forget(document.number());
            orders.put(effect.key(), document);
        }
        deliver(effect, document, call);
        return format.acknowledgedWithin().isEmpty()
                ? EffectOutcome.Applied.to(ref(effect.record().number()))
                : new EffectOutcome.Pending("", time.instant().plus(RECHECK));
    }

    /** It was sent and not acknowledged, and is asked for again: a person says that it did not arrive. */
    private boolean isLost(EffectKey key, SentOrders.Document document) {
        return format.acknowledgedWithin().isPresent()
                && acknowledgements.of(document.number()).isEmpty()
                && outbox.status(SentOrders.delivery(key, document))
                        .filter(Delivery::isSent)
                        .isPresent();
    }

    private void deliver(Effect<WarehouseOrder> effect, SentOrders.Document document, CallContext call) {
        String key = SentOrders.delivery(effect.key(), document);
        boolean underWay = outbox.status(key)
                .filter(delivery -> delivery.stage() != Delivery.Stage.SPOOLED)
                .isPresent();
        if (underWay) {
            outbox.resume(key, call);
            return;
        }
        String name = SentNames.of(
                effect.record().number(), effect.key(), document.purpose(), document.number(), format.ending());
        byte[] bytes = format.write(document.purpose(), effect.record(), document.number(), document.at());
        format.aboutToSend(document.purpose(), effect.record());
        outbox.deliver(OutgoingFile.of(key, folder, name, bytes), call);
    }

    private Purpose purpose(Prepared<WarehouseOrder> prepared) {
        if (prepared.effect().mode() == Effect.Mode.VOID) {
            return Purpose.CANCELLATION;
        }
        boolean stands = prepared.existing().isPresent()
                && lastPurpose(prepared.key()).orElse(Purpose.ORIGINAL) != Purpose.CANCELLATION;
        return stands ? Purpose.CHANGE : Purpose.ORIGINAL;
    }

    private Optional<Purpose> lastPurpose(EffectKey key) {
        return orders.last(key)
                .filter(document -> !document.refused())
                .map(SentOrders.Document::purpose)
                .or(() -> names.last(key).map(SentNames.Sent::purpose));
    }

    /** Refuses what the warehouse does not take, or what would tell it nothing. */
    private void admit(Purpose purpose, WarehouseOrder order) {
        if (!format.purposes().contains(purpose)) {
            throw new RefusedException(
                    ErrorCode.CHANGE_REFUSED,
                    account + " takes no " + (purpose == Purpose.CANCELLATION ? "cancellation" : "change")
                            + " by file: tell the warehouse about order " + order.number() + " another way");
        }
        boolean partlyGone =
                order.lines().stream().map(WarehouseOrderLine::shipped).anyMatch(shipped -> shipped.signum() > 0);
        if (purpose == Purpose.CHANGE && partlyGone) {
            throw new RefusedException(
                    ErrorCode.CHANGE_REFUSED,
                    "part of order " + order.number() + " has left " + account
                            + ": what is to become of the rest must be agreed with the warehouse");
        }
        if (purpose != Purpose.CANCELLATION
                && order.lines().stream().noneMatch(line -> line.open().signum() > 0)) {
            throw new RefusedException(
                    ErrorCode.ORDER_WITHOUT_LINES, "order " + order.number() + " has no line that is still to leave");
        }
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        if (format.acknowledgedWithin().isPresent()) {
            mail.collect(call);
            mail.tidy(call);
        }
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        open.forEach(intent -> answers.put(intent.key(), resolve(intent, call)));
        return answers;
    }

    private Resolution resolve(Intent intent, CallContext call) {
        Optional<SentOrders.Document> told = orders.last(intent.key())
                .filter(document -> document.digest().equals(intent.contentDigest()) && !document.refused());
        boolean sent = told.flatMap(document -> outbox.status(SentOrders.delivery(intent.key(), document)))
                .filter(delivery -> isSent(delivery, call))
                .isPresent();
        if (told.isEmpty() || !sent) {
            return new Resolution.NotLanded();
        }
        SentOrders.Document document = told.get();
        RecordRef ref = ref(intent.nativeKey());
        Optional<Duration> within = format.acknowledgedWithin();
        if (within.isEmpty()) {
            return new Resolution.Landed(EffectOutcome.Applied.to(ref));
        }
        Optional<Acknowledgements.Answer> answer = acknowledgements.of(document.number());
        if (answer.isEmpty()) {
            return open(intent, document, document.at().plus(within.get()));
        }
        if (answer.get().accepted()) {
            return new Resolution.Landed(EffectOutcome.Applied.to(ref));
        }
        names.refused(document.number());
        orders.put(intent.key(), document.asRefused());
        return new Resolution.Refused(Violations.of(
                ErrorCode.REFUSED_BY_TARGET,
                "",
                account + " refused document " + SentNames.digits(document.number()) + " about order "
                        + intent.nativeKey() + ": " + answer.get().message()));
    }

    /** A document that the warehouse may have is one that it has: its delivery is finished first, then it can be changed. */
    private boolean isSent(Delivery delivery, CallContext call) {
        return delivery.isSent()
                || (delivery.stage() == Delivery.Stage.RELEASING
                        && outbox.resume(delivery.key(), call).isSent());
    }

    private Resolution open(Intent intent, SentOrders.Document document, Instant due) {
        Instant now = time.instant();
        if (now.isBefore(due)) {
            Instant next = now.plus(RECHECK);
            return new Resolution.StillOpen(next.isBefore(due) ? next : due);
        }
        return new Resolution.StillOpen(
                now.plus(RECHECK_OVERDUE),
                Optional.of(new Violation(
                        ErrorCode.ACKNOWLEDGEMENT_OVERDUE,
                        "",
                        "document " + SentNames.digits(document.number()) + " about order " + intent.nativeKey()
                                + " was to be acknowledged until " + due)));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<WarehouseOrder>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<WarehouseOrder> effect : effects) {
            found.put(effect.key(), look(effect));
        }
        return found;
    }

    /** What was told is taken to be what is to be told now: the names of sent files do not tell the content. */
    private Existing look(Effect<WarehouseOrder> effect) {
        boolean voids = effect.mode() == Effect.Mode.VOID;
        Optional<Purpose> last = lastPurpose(effect.key());
        Violations violations = Violations.none();
        boolean stands = last.isPresent() && last.get() != Purpose.CANCELLATION;
        if (!voids && !stands) {
            try {
                admit(Purpose.ORIGINAL, effect.record());
                format.write(Purpose.ORIGINAL, effect.record(), 1, time.instant());
            } catch (RefusedException e) {
                violations = Violations.of(e.code(), "", String.valueOf(e.getMessage()));
            }
        }
        String before = last.map(purpose -> purpose == Purpose.CANCELLATION ? "called off" : "told")
                .orElse("");
        return new Existing(
                last.map(purpose -> ref(effect.record().number())),
                last.isPresent() ? Map.of("order", before) : Map.of(),
                Map.of("order", voids ? "called off" : "told"),
                violations);
    }

    private RecordRef ref(String number) {
        return RecordRef.of(account, RecordType.WAREHOUSE_ORDER, number);
    }
}
