package dev.drayage.amazon.internal.orders;

import dev.drayage.http.ApiRequest;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Slice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One page of {@code searchOrders} over a window. Both of Amazon's bounds are inclusive and have
 * milliseconds, so the half-open window ends one millisecond earlier there; the upper bound must lie two minutes back.
 * All parameters must be repeated with a page token, so the cursor carries the upper bound. Immutable.
 *
 * @param basis which instants of orders lie in the window
 * @param after first instant, inclusive
 * @param before last instant, inclusive
 * @param token Amazon's page token; empty for the first page
 */
record OrderSweep(SearchBasis basis, Instant after, Instant before, Optional<String> token) {
    static final String OPERATION = "searchOrders";

    /** The first page; the upper bound is no later than {@code latest}. */
    static OrderSweep start(SearchBasis basis, Slice.Window window, Instant latest) {
        Instant last = lastOf(window);
        return new OrderSweep(
                basis,
                window.from().truncatedTo(ChronoUnit.MILLIS),
                last.isAfter(latest) ? latest.truncatedTo(ChronoUnit.MILLIS) : last,
                Optional.empty());
    }

    /**
     * A later page.
     *
     * @throws CursorExpiredException if the cursor was not written by this version, for this basis
     */
    static OrderSweep resume(SearchBasis basis, Slice.Window window, Cursor cursor) {
        String[] parts = cursor.token().split(" ", 3);
        Optional<Instant> before =
                parts.length == 3 && parts[0].equals(basis.version) ? Instants.parse(parts[1]) : Optional.empty();
        if (before.isEmpty() || parts[2].isEmpty() || before.get().isAfter(lastOf(window))) {
            throw new CursorExpiredException("the cursor of searchOrders does not belong to this window or version");
        }
        return new OrderSweep(basis, window.from().truncatedTo(ChronoUnit.MILLIS), before.get(), Optional.of(parts[2]));
    }

    /** Whether the window begins where Amazon does not answer yet. */
    boolean isTooEarly() {
        return before.isBefore(after);
    }

    ApiRequest request(OrderOptions options) {
        ApiRequest.Builder request = ApiRequest.get(OPERATION)
                .path("/orders/2026-01-01/orders")
                .query(basis.after(), Instants.text(after))
                .query(basis.before(), Instants.text(before))
                .query("marketplaceIds", options.marketplaces())
                .query("maxResultsPerPage", Integer.toString(options.pageSize()))
                .query("includedData", options.includedData());
        token.ifPresent(text -> request.query("paginationToken", text));
        return request.build();
    }

    Cursor cursor(String nextToken) {
        return new Cursor(basis.version + " " + Instants.text(before) + " " + nextToken);
    }

    /** The end of what Amazon says is complete, exclusive and never behind the window. */
    Instant completeUntil(Slice.Window window, Optional<Instant> answered) {
        Instant last = answered.filter(instant -> instant.isBefore(before)).orElse(before);
        Instant end = last.plusMillis(1);
        return end.isAfter(window.to()) ? window.to() : end;
    }

    private static Instant lastOf(Slice.Window window) {
        return window.to().minusNanos(1).truncatedTo(ChronoUnit.MILLIS);
    }
}
