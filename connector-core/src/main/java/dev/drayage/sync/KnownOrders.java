package dev.drayage.sync;

import dev.drayage.call.TimeSource;
import dev.drayage.model.AccountId;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.ConnectorState;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Orders of one storefront that the ERP's stock does not show yet, durable before the engine sees them. SKUs and units are kept, and
 * nothing of a buyer. An order's units stand in one or more entries, each below the length that the state takes. Thread-safe.
 */
final class KnownOrders {
    private static final String PREFIX = "oversell.order.";
    /** Of the units of one entry; times and the revision stand beside them. */
    private static final int LONGEST = 3_000;

    private static final int AT_ONCE = 200;
    /** How long an order that was skipped is kept after it was read: longer than a run takes to decide of what it reads. */
    private static final Duration KEPT = Duration.ofHours(1);
    /** An order that is read again so long after is noted anew, so that it is kept from then on. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private static final Set<RecordState> SKIPPED_OR_AWAITED = Set.copyOf(EnumSet.of(
            RecordState.SKIPPED, RecordState.DUE, RecordState.OPEN, RecordState.DEFERRED, RecordState.PARKED));

    private static final Set<String> BOOKED_AS = Set.of(RecordType.SALES_ORDER.name(), RecordType.CASH_SALE.name());

    private final AccountId storefront;
    private final ConnectorState state;
    private final Ledger ledger;
    private final TimeSource time;

    KnownOrders(AccountId storefront, ConnectorState state, Ledger ledger, TimeSource time) {
        this.storefront = storefront;
        this.state = state;
        this.ledger = ledger;
        this.time = time;
    }

    /** Notes what was read, before anybody else knows it. An observation older than what is noted tells nothing. */
    void note(List<Change<SalesOrder>> changes) {
        List<Change.Present<SalesOrder>> orders = new ArrayList<>();
        for (Change<SalesOrder> change : changes) {
            if (change instanceof Change.Present<SalesOrder> present) {
                orders.add(present);
            } else if (change instanceof Change.Gone<SalesOrder> gone) {
                forget(gone.ref());
            }
        }
        Map<RecordRef, Instant> booked =
                bookedAt(orders.stream().map(Change.Present::ref).toList());
        for (Change.Present<SalesOrder> order : orders) {
            boolean takesStock = takesStock(order.record());
            if (takesStock && booked.containsKey(order.ref())) {
                continue;
            }
            List<OrderNote> notes = notes(order.ref());
            if (notes.stream().anyMatch(note -> note.isLaterThan(order.changedAt()))) {
                continue;
            }
            if (takesStock) {
                put(order, notes);
            } else {
                forget(order.ref());
            }
        }
    }

    private static boolean takesStock(SalesOrder order) {
        return order.fulfilledBy() == FulfilledBy.MERCHANT
                && !order.soldElsewhere()
                && order.status() != OrderStatus.CANCELLED
                && order.status() != OrderStatus.UNFULFILLABLE;
    }

    private List<OrderNote> notes(RecordRef order) {
        List<OrderNote> notes = new ArrayList<>();
        Optional<String> part = state.get(key(order, 0));
        while (part.isPresent()) {
            notes.add(OrderNote.parse(part.get()));
            part = state.get(key(order, notes.size()));
        }
        return notes;
    }

    private void put(Change.Present<SalesOrder> change, List<OrderNote> before) {
        SalesOrder order = change.record();
        Map<String, BigDecimal> units = new TreeMap<>();
        for (OrderLine line : order.lines()) {
            if (!line.sku().isBlank()) {
                units.merge(line.sku(), line.quantity(), BigDecimal::add);
            }
        }
        List<String> parts = parts(units);
        Instant now = time.instant();
        boolean pending = order.status() == OrderStatus.PENDING;
        for (int part = 0; part < parts.size(); part++) {
            OrderNote note = new OrderNote(
                    now, pending, parts.get(part), Optional.of(change.changedAt()), change.revision(), now);
            Optional<OrderNote> old = part < before.size() ? Optional.of(before.get(part)) : Optional.empty();
            boolean known = old.filter(note::tellsAs)
                    .filter(same -> !same.readAt().plus(FRESH).isBefore(now))
                    .isPresent();
            if (!known) {
                Instant seen = old.filter(note::holdsAs).map(OrderNote::seenAt).orElse(now);
                state.put(key(order.ref(), part), note.seen(seen).toString());
            }
        }
        for (int part = parts.size(); part < before.size(); part++) {
            state.remove(key(order.ref(), part));
        }
    }

    private static List<String> parts(Map<String, BigDecimal> units) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (Map.Entry<String, BigDecimal> each : units.entrySet()) {
            String text = URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                    + each.getValue().toPlainString();
            if (part.length() > 0 && part.length() + text.length() > LONGEST) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.length() == 0 ? "" : "&").append(text);
        }
        if (part.length() > 0) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static String key(RecordRef order, int part) {
        return PREFIX + order.id() + "." + part;
    }

    private void forget(RecordRef order) {
        for (int part = 0; state.get(key(order, part)).isPresent(); part++) {
            state.remove(key(order, part));
        }
    }

    private static String orderId(String key) {
        return key.substring(PREFIX.length(), key.lastIndexOf('.'));
    }

    private Map<RecordRef, List<OrderNote>> notes() {
        Map<RecordRef, List<OrderNote>> notes = new TreeMap<>(Comparator.comparing(RecordRef::id));
        state.all(PREFIX)
                .forEach((key, value) -> notes.computeIfAbsent(
                                RecordRef.of(storefront, RecordType.SALES_ORDER, orderId(key)), id -> new ArrayList<>())
                        .add(OrderNote.parse(value)));
        return notes;
    }

    private static KnownOrder order(RecordRef ref, List<OrderNote> notes) {
        Map<String, BigDecimal> units = new TreeMap<>();
        for (OrderNote note : notes) {
            for (String pair : note.units().split("&", -1)) {
                int equals = pair.indexOf('=');
                units.merge(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        new BigDecimal(pair.substring(equals + 1)),
                        BigDecimal::add);
            }
        }
        Instant seen = notes.stream()
                .map(OrderNote::seenAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new KnownOrder(ref, seen, notes.stream().anyMatch(OrderNote::pending), units);
    }

    /** Every order that takes stock, by id, whether or not a query shows it by now. */
    List<KnownOrder> all() {
        return left(Optional.empty());
    }

    /**
     * The orders that stock which shows everything until {@code shown} does not show yet; the others are forgotten. An order that
     * was skipped as it is now, such as one from before the go-live, is none of the ERP's; one that is pending at the channel is
     * skipped too, and may still be.
     */
    List<KnownOrder> unseen(Instant shown) {
        return left(Optional.of(shown));
    }

    private List<KnownOrder> left(Optional<Instant> shown) {
        Map<RecordRef, List<OrderNote>> all = notes();
        Map<RecordRef, Instant> booked = bookedAt(all.keySet());
        Set<RecordRef> skipped = skipped(all);
        List<KnownOrder> left = new ArrayList<>();
        all.forEach((ref, notes) -> {
            Optional<Instant> at = Optional.ofNullable(booked.get(ref));
            boolean isShown = shown.isPresent() && at.isPresent() && at.get().isBefore(shown.get());
            boolean neverBooked = at.isEmpty() && skipped.contains(ref);
            if (isShown || (neverBooked && shown.isPresent() && wasReadLongAgo(notes))) {
                forget(ref);
            } else if (!neverBooked) {
                left.add(order(ref, notes));
            }
        });
        return left;
    }

    /**
     * Whether whoever read the order has decided of it since. Until then it is kept, though it does not count: a run may book now what
     * was skipped as it is, because a person pushed it or the mapping is another one, and it counts again if that run cannot.
     */
    private boolean wasReadLongAgo(List<OrderNote> notes) {
        Instant now = time.instant();
        return notes.stream().allMatch(note -> note.readAt().plus(KEPT).isBefore(now));
    }

    /** The orders that a sync skipped as they are noted, and that no sync has still to book. */
    private Set<RecordRef> skipped(Map<RecordRef, List<OrderNote>> notes) {
        Set<RecordRef> skipped = new HashSet<>();
        Set<RecordRef> awaited = new HashSet<>();
        for (RecordEntry entry : entries(List.copyOf(notes.keySet()), SKIPPED_OR_AWAITED)) {
            if (entry.state() != RecordState.SKIPPED) {
                awaited.add(entry.ref());
            } else if (notes.getOrDefault(entry.ref(), List.of()).stream().allMatch(note -> note.isSkippedBy(entry))) {
                skipped.add(entry.ref());
            }
        }
        skipped.removeAll(awaited);
        return skipped;
    }

    /** When orders were booked, or a person took them over, as the ledger knows it; orders that were not are left out. */
    private Map<RecordRef, Instant> bookedAt(Collection<RecordRef> orders) {
        Map<RecordRef, Instant> booked = new HashMap<>();
        List<RecordRef> all = List.copyOf(new LinkedHashSet<>(orders));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<RecordRef> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            effects(some).stream()
                    .filter(effect -> BOOKED_AS.contains(effect.type()))
                    .forEach(effect -> booked.put(effect.cause(), effect.updatedAt()));
        }
        entries(all, Set.of(RecordState.DISMISSED))
                .forEach(entry -> booked.putIfAbsent(entry.ref(), entry.updatedAt()));
        return booked;
    }

    /** What the ledger knows of orders that are in one of these states. */
    private List<RecordEntry> entries(List<RecordRef> orders, Set<RecordState> states) {
        List<RecordEntry> entries = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += AT_ONCE) {
            entries.addAll(ledger.records(RecordQuery.builder()
                    .addAllRefs(orders.subList(from, Math.min(from + AT_ONCE, orders.size())))
                    .addAllStates(states)
                    .build()));
        }
        return entries;
    }

    private List<EffectEntry> effects(List<RecordRef> causes) {
        List<EffectEntry> effects = new ArrayList<>();
        EffectQuery query = EffectQuery.builder()
                .addAllCauses(causes)
                .addStates(EffectState.BOUND, EffectState.WRITTEN)
                .build();
        List<EffectEntry> page = ledger.effects(query);
        while (!page.isEmpty()) {
            effects.addAll(page);
            page = page.size() < query.limit()
                    ? List.of()
                    : ledger.effects(EffectQuery.builder()
                            .from(query)
                            .after(page.get(page.size() - 1).key())
                            .build());
        }
        return effects;
    }
}
