package dev.drayage.sync;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ERP's stock less what is known to be sold. The first page of each window also tells levels of which something else is to be
 * told now than was, though the ERP's number did not move. While the ERP cannot be read, such levels are told out of the ledger, on a
 * page before the first one: the window stays unread, so that nothing of it is lost. Thread-safe.
 */
final class GuardedStock implements RecordSource<InventoryLevel> {
    private static final String ERP = "erp:";
    private static final Cursor FIRST = new Cursor("first");
    /** Levels that are told anew at once; the others follow with the next run. */
    private static final int MOST = 200;

    private static final String LAST_READ = "oversell.read.";

    private final String sync;
    private final RecordSource<InventoryLevel> levels;
    private final List<OrderLookout> storefronts;
    private final ToldStock told;
    private final ConnectorState state;
    private final OversellGuard.Options options;
    private final Set<String> toldThisRun = ConcurrentHashMap.newKeySet();

    GuardedStock(
            String sync,
            RecordSource<InventoryLevel> levels,
            List<OrderLookout> storefronts,
            ToldStock told,
            ConnectorState state,
            OversellGuard.Options options) {
        this.sync = sync;
        this.levels = levels;
        this.storefronts = storefronts;
        this.told = told;
        this.state = state;
        this.options = options;
    }

    @Override
    public SourceTraits traits() {
        return levels.traits();
    }

    @Override
    public Page<InventoryLevel> read(Slice slice, Optional<Cursor> at, CallContext call) {
        Instant begun = options.time().instant();
        if (at.isPresent() && at.get().token().startsWith(ERP)) {
            Cursor own = new Cursor(at.get().token().substring(ERP.length()));
            return lowered(levels.read(slice, Optional.of(own), call), sold(begun), begun);
        }
        storefronts.forEach(orders -> orders.catchUp(options.patience(), call));
        Page<InventoryLevel> page;
        try {
            page = levels.read(slice, Optional.empty(), call);
        } catch (UnavailableException | AuthorisationException | ThrottledException e) {
            List<Change<InventoryLevel>> known = outOfTheLedger();
            if (known.isEmpty()) {
                throw e;
            }
            return new Page<>(known, Optional.of(FIRST), Optional.empty());
        }
        Map<String, BigDecimal> sold = sold(begun);
        Page<InventoryLevel> first = lowered(page, sold, begun);
        List<Change<InventoryLevel>> changes = new ArrayList<>(first.changes());
        Set<RecordRef> there = new HashSet<>();
        changes.forEach(change -> there.add(change.ref()));
        told
                .differing(mark -> mark.with(sold.getOrDefault(mark.sku(), BigDecimal.ZERO), Optional.empty()), MOST)
                .stream()
                .map(ToldStock.Differing::ref)
                .filter(ref -> !there.contains(ref))
                .forEach(ref -> changes.add(lowered(levels.fetch(ref, call), sold, begun)));
        state.put(LAST_READ + sync, begun.toString());
        return new Page<>(changes, first.next(), first.completeUntil());
    }

    /** What can be told of levels without the ERP; each is told once in a run. */
    private List<Change<InventoryLevel>> outOfTheLedger() {
        Instant now = options.time().instant();
        Optional<Instant> lastRead = state.get(LAST_READ + sync).map(Instant::parse);
        boolean stale = lastRead.map(read -> read.plus(options.staleAfter()).isBefore(now))
                .orElse(true);
        if (stale) {
            options.listener().accept(new OversellGuard.StaleStock(sync, lastRead, options.stale()));
        }
        Optional<Long> floor =
                stale && options.stale() == OversellGuard.Stale.FLOOR ? Optional.of(options.floor()) : Optional.empty();
        Map<String, BigDecimal> sold = sold(now);
        List<Change<InventoryLevel>> changes = new ArrayList<>();
        for (ToldStock.Differing each : told.differing(mark -> wanted(mark, sold, floor), MOST)) {
            if (toldThisRun.add(each.ref() + " " + each.mark())) {
                changes.add(new Change.Present<>(
                        each.mark().level(each.ref(), now),
                        each.mark().toString(),
                        Optional.empty(),
                        each.changedAt(),
                        Optional.empty()));
            }
        }
        return changes;
    }

    /** A floor that was told stays until the ERP can be read. */
    private static StockMark wanted(StockMark mark, Map<String, BigDecimal> sold, Optional<Long> floor) {
        return mark.with(sold.getOrDefault(mark.sku(), BigDecimal.ZERO), floor.or(mark::floor));
    }

    private Page<InventoryLevel> lowered(Page<InventoryLevel> page, Map<String, BigDecimal> sold, Instant begun) {
        return new Page<>(
                page.changes().stream()
                        .map(change -> lowered(change, sold, begun))
                        .toList(),
                page.next().map(next -> new Cursor(ERP + next.token())),
                page.completeUntil());
    }

    private static Change<InventoryLevel> lowered(
            Change<InventoryLevel> change, Map<String, BigDecimal> sold, Instant begun) {
        if (!(change instanceof Change.Present<InventoryLevel> present)
                || present.record().available().isEmpty()) {
            return change;
        }
        InventoryLevel level = present.record();
        BigDecimal available = level.available().get();
        BigDecimal off = sold.getOrDefault(level.sku(), BigDecimal.ZERO);
        StockMark mark = StockMark.of(present.revision(), level, available, off);
        // also where nothing is taken off: a storefront that drops older observations was told a lower number since the
        // ERP's own
        InventoryLevel less = InventoryLevel.builder()
                .from(level)
                .onHand(Optional.empty()) // what is sold is still on hand
                .available(mark.left())
                .countedAt(begun)
                .build();
        return new Change.Present<>(
                less, mark.toString(), present.createdAt(), present.changedAt(), present.contentDigest());
    }

    /** Units by SKU of orders that stock does not show whose reading began at {@code begun}. */
    private Map<String, BigDecimal> sold(Instant begun) {
        Instant shown = begun.minus(levels.traits().settleDelay());
        Map<String, BigDecimal> sold = new HashMap<>();
        for (OrderLookout orders : storefronts) {
            for (KnownOrder order : orders.known().unseen(shown)) {
                order.units().forEach((sku, units) -> sold.merge(sku, units, BigDecimal::add));
            }
        }
        return sold;
    }

    @Override
    public Change<InventoryLevel> fetch(RecordRef ref, CallContext call) {
        Instant begun = options.time().instant();
        return lowered(levels.fetch(ref, call), sold(begun), begun);
    }

    @Override
    public void acknowledge(List<SettledRecord> settled, CallContext call) {
        toldThisRun.clear();
        levels.acknowledge(settled, call);
    }
}
