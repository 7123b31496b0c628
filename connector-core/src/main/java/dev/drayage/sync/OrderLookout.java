package dev.drayage.sync;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads a storefront's orders where the order sync does not: while the ERP cannot be written, an order sync reads nothing more, and
 * the storefronts go on selling. It begins where the order sync read last. Thread-safe.
 */
final class OrderLookout {
    private static final String READ_UNTIL = "oversell.readUntil";
    /** Changes may show late: so much is read again. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int MOST_PAGES = 50;

    private final RecordSource<SalesOrder> orders;
    private final KnownOrders known;
    private final ConnectorState state;
    private final TimeSource time;

    OrderLookout(RecordSource<SalesOrder> orders, KnownOrders known, ConnectorState state, TimeSource time) {
        this.orders = orders;
        this.known = known;
        this.state = state;
        this.time = time;
    }

    KnownOrders known() {
        return known;
    }

    /** Notes a page that the order sync read; the last one of a window ends it, unless something before it was not read. */
    void read(Slice slice, Page<SalesOrder> page) {
        known.note(page.changes());
        if (slice instanceof Slice.Window window && page.next().isEmpty()) {
            readUntil(
                    window.from(),
                    page.completeUntil().filter(window.to()::isAfter).orElse(window.to()));
        }
    }

    private void readUntil(Instant from, Instant until) {
        Optional<Instant> old = state.get(READ_UNTIL).map(Instant::parse);
        boolean goesOn =
                old.map(mark -> !from.isAfter(mark) && until.isAfter(mark)).orElse(true);
        if (goesOn) {
            state.put(READ_UNTIL, until.toString());
        }
    }

    /**
     * Reads what the order sync did not read for longer than {@code patience}: a channel's quota for pages of orders is the order
     * sync's as long as that goes on. A storefront that cannot be read is left out: it says so in its own order sync, and keeps no
     * other one from being told.
     */
    void catchUp(Duration patience, CallContext call) {
        Optional<Instant> from = state.get(READ_UNTIL).map(Instant::parse);
        SourceTraits traits = orders.traits();
        Instant to = time.instant().minus(traits.settleDelay());
        if (from.isEmpty()
                || traits.kind() != SourceTraits.Kind.WINDOWED
                || from.get().plus(patience).isAfter(to)) {
            return;
        }
        Instant begin = from.get().minus(OVERLAP);
        Instant end = begin.plus(traits.maxSpan()).isBefore(to) ? begin.plus(traits.maxSpan()) : to;
        try {
            while (!isRead(new Slice.Window(begin, end), call)) {
                Duration half = Duration.between(begin, end).dividedBy(2);
                if (half.compareTo(traits.precision()) <= 0 || half.compareTo(OVERLAP) <= 0) {
                    return;
                }
                end = begin.plus(half);
            }
        } catch (UnavailableException | AuthorisationException | ThrottledException e) {
            // the order sync of this storefront tells it
        }
    }

    /** Whether a window ended within the pages that are read at once; what was read of it is noted in any case. */
    private boolean isRead(Slice.Window window, CallContext call) {
        Slice.Window complete = window;
        Optional<Cursor> at = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<SalesOrder> page = orders.read(complete, at, call);
            read(complete, page);
            Instant end = page.completeUntil().filter(complete.to()::isAfter).orElse(complete.to());
            if (page.next().isEmpty() || !end.isAfter(complete.from())) {
                return true;
            }
            complete = new Slice.Window(complete.from(), end);
            at = page.next();
        }
        return false;
    }
}
