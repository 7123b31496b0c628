package dev.drayage.engine.internal.read;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of one window, in stretches that the source can read at once. A stretch whose cursor expired is read again from its
 * start, so a page may come twice. What the source says is not complete yet ends them: the last stretch is cut there, and nothing
 * after it is read. Asked by one thread at a time.
 *
 * @param <S> the record
 */
public final class WindowPages<S extends CommerceRecord> {
    private final AccountId account;
    private final Duration maxSpan;
    private final Instant end;
    private final Reading<S> reading;
    private final Set<Cursor> seen = new HashSet<>();
    private Slice.Window span;
    private Optional<Cursor> cursor = Optional.empty();
    private boolean spanEnded;
    private boolean heldBack;
    private Instant completeUntil = Instant.MAX;

    public WindowPages(AccountId account, SourceTraits traits, Slice.Window window, Reading<S> reading) {
        this.account = account;
        this.maxSpan = traits.maxSpan();
        this.end = window.to();
        this.reading = reading;
        this.span = from(window.from());
    }

    /** How one page is read. */
    public interface Reading<S extends CommerceRecord> {
        Page<S> page(Slice.Window span, Optional<Cursor> at);
    }

    /** The stretch to which the last page belongs. */
    public Slice.Window span() {
        return span;
    }

    /** Whether the last page was the last one of its stretch. */
    public boolean spanEnded() {
        return spanEnded;
    }

    /** Whether the source holds back the rest of the window, after the end of the last stretch. */
    public boolean heldBack() {
        return heldBack;
    }

    /** Whether the last page was the last one of the window. */
    public boolean ended() {
        return heldBack || (spanEnded && !span.to().isBefore(end));
    }

    /** The next page; there must be one. */
    public Page<S> next() {
        if (spanEnded) {
            span = from(span.to());
            spanEnded = false;
            seen.clear();
        }
        Page<S> page;
        try {
            page = reading.page(span, cursor);
        } catch (CursorExpiredException e) {
            cursor = Optional.empty();
            seen.clear();
            page = reading.page(span, cursor);
        }
        if (page.next().isPresent() && !seen.add(page.next().get())) {
            throw new UnavailableException(ErrorCode.ANSWER_MALFORMED, account + " answers the same page token again");
        }
        cursor = page.next();
        page.completeUntil().filter(completeUntil::isAfter).ifPresent(until -> completeUntil = until);
        if (cursor.isEmpty()) {
            end();
        }
        return page;
    }

    /** A stretch of which nothing is complete has no end that anybody could count on. */
    private void end() {
        heldBack = completeUntil.isBefore(span.to());
        spanEnded = !heldBack || completeUntil.isAfter(span.from());
        if (heldBack && spanEnded) {
            span = new Slice.Window(span.from(), completeUntil);
        }
    }

    private Slice.Window from(Instant start) {
        boolean whole = maxSpan.isZero() || Duration.between(start, end).compareTo(maxSpan) <= 0;
        return new Slice.Window(start, whole ? end : start.plus(maxSpan));
    }
}
