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
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Orders of one storefront that the ERP's stock does not show yet, durable before the engine sees them. SKUs and units are kept, and
 * nothing of a buyer. An order's units stand in one or more entries, each below the length that the state takes. Thread-safe.
 */
final class KnownOrders {
    private static final String PREFIX = "oversell.order.";
    private static final int LONGEST = 3_500;
    private static final int AT_ONCE = 200;
    /** Between the instant and the units of an order that the channel did not release yet. */
    private static final String PENDING = "pending";

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

    /** Notes what was read, before anybody else knows it. */
    void note(List<Change<SalesOrder>> changes) {
        List<SalesOrder> orders = new ArrayList<>();
        for (Change<SalesOrder> change : changes) {
            if (change instanceof Change.Present<SalesOrder> present) {
                orders.add(present.record());
            } else if (change instanceof Change.Gone<SalesOrder> gone) {
                forget(gone.ref());
            }
        }
        Map<RecordRef, Instant> booked =
                bookedAt(orders.stream().map(SalesOrder::ref).toList());
        for (SalesOrder order : orders) {
            if (!takesStock(order)) {
                forget(order.ref());
            } else if (!booked.containsKey(order.ref())) {
                put(order);
            }
        }
    }

    private static boolean takesStock(SalesOrder order) {
        return order.fulfilledBy() == FulfilledBy.MERCHANT
                && !order.soldElsewhere()
                && order.status() != OrderStatus.CANCELLED
                && order.status() != OrderStatus.UNFULFILLABLE;
    }

    private void put(SalesOrder order) {
        Map<String, BigDecimal> units = new TreeMap<>();
        for (OrderLine line : order.lines()) {
            if (!line.sku().isBlank()) {
                units.merge(line.sku(), line.quantity(), BigDecimal::add);
            }
        }
        List<String> parts = parts(units);
        Instant seen = time.instant();
        String released = order.status() == OrderStatus.PENDING ? PENDING : "";
        for (int part = 0; part < parts.size(); part++) {
            String key = key(order.ref(), part);
            String text = released + "|" + parts.get(part);
            boolean known = state.get(key)
                    .filter(old -> old.substring(old.indexOf('|') + 1).equals(text))
                    .isPresent();
            if (!known) {
                state.put(key, seen + "|" + text);
            }
        }
        for (int part = parts.size(); state.get(key(order.ref(), part)).isPresent(); part++) {
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

    /** Every order that is known, by id. */
    List<KnownOrder> all() {
        Map<String, Instant> seen = new TreeMap<>();
        Set<String> pending = new HashSet<>();
        Map<String, Map<String, BigDecimal>> units = new HashMap<>();
        state.all(PREFIX).forEach((key, value) -> {
            String id = orderId(key);
            String[] entry = value.split("\\|", 3);
            seen.merge(id, Instant.parse(entry[0]), (one, other) -> one.isAfter(other) ? one : other);
            if (entry[1].equals(PENDING)) {
                pending.add(id);
            }
            Map<String, BigDecimal> own = units.computeIfAbsent(id, each -> new TreeMap<>());
            for (String pair : entry[2].split("&", -1)) {
                int equals = pair.indexOf('=');
                own.merge(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        new BigDecimal(pair.substring(equals + 1)),
                        BigDecimal::add);
            }
        });
        return seen.entrySet().stream()
                .map(each -> new KnownOrder(
                        RecordRef.of(storefront, RecordType.SALES_ORDER, each.getKey()),
                        each.getValue(),
                        pending.contains(each.getKey()),
                        units.getOrDefault(each.getKey(), Map.of())))
                .toList();
    }

    /**
     * The orders that stock which shows everything until {@code shown} does not show yet; the others are forgotten. An order that
     * was skipped as it is now, such as one from before the go-live, is none of the ERP's; one that is pending at the channel is
     * skipped too, and may still be.
     */
    List<KnownOrder> unseen(Instant shown) {
        List<KnownOrder> orders = all();
        List<RecordRef> refs = orders.stream().map(KnownOrder::order).toList();
        Map<RecordRef, Instant> booked = bookedAt(refs);
        Map<RecordRef, Instant> skipped = endedAt(refs, RecordState.SKIPPED);
        List<KnownOrder> unseen = new ArrayList<>();
        for (KnownOrder order : orders) {
            Instant at = booked.get(order.order());
            Instant left = skipped.get(order.order());
            boolean neverBooked = left != null && !order.pending() && !left.isBefore(order.seenAt());
            if (neverBooked || (at != null && at.isBefore(shown))) {
                forget(order.order());
            } else {
                unseen.add(order);
            }
        }
        return unseen;
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
        endedAt(all, RecordState.DISMISSED).forEach(booked::putIfAbsent);
        return booked;
    }

    /** When the ledger put orders into a state in which they still are. */
    private Map<RecordRef, Instant> endedAt(List<RecordRef> orders, RecordState state) {
        Map<RecordRef, Instant> ended = new HashMap<>();
        for (int from = 0; from < orders.size(); from += AT_ONCE) {
            ledger.records(RecordQuery.builder()
                            .addAllRefs(orders.subList(from, Math.min(from + AT_ONCE, orders.size())))
                            .addStates(state)
                            .build())
                    .forEach(record -> ended.put(record.ref(), record.updatedAt()));
        }
        return ended;
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
