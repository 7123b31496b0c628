package dev.drayage.benchmarks.parts;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shop whose pages were made before anybody asks, and are the same for every window. Thread-safe. */
final class PreparedPages implements Connector, RecordSource<SalesOrder> {
    /** Records on a page. */
    static final int PAGE = 100;

    private static final AccountId SHOP = new AccountId("shop", "prepared");

    private final List<Page<SalesOrder>> pages = new ArrayList<>();

    /** So many pages of orders that were changed at one instant. */
    PreparedPages(int count, Instant changedAt) {
        for (int page = 0; page < count; page++) {
            List<Change<SalesOrder>> changes = new ArrayList<>();
            for (int i = 0; i < PAGE; i++) {
                SalesOrder order = SampleOrders.merchant(SHOP, "%07d".formatted(page * PAGE + i), changedAt);
                changes.add(new Change.Present<>(order, "1", Optional.of(changedAt), changedAt, Optional.empty()));
            }
            Optional<Cursor> next = page + 1 < count ? Optional.of(new Cursor("" + (page + 1))) : Optional.empty();
            pages.add(new Page<>(changes, next, Optional.empty()));
        }
    }

    /** The orders, page after page. */
    List<SalesOrder> orders() {
        return pages.stream()
                .flatMap(page -> page.changes().stream())
                .map(change -> ((Change.Present<SalesOrder>) change).record())
                .toList();
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(Duration.ofMillis(1), Duration.ZERO, Duration.ofDays(30));
    }

    @Override
    public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        return pages.get(at.map(cursor -> Integer.parseInt(cursor.token())).orElse(0));
    }

    @Override
    public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
        throw new UnsupportedOperationException("nothing is fetched by name");
    }

    @Override
    public AccountId account() {
        return SHOP;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return new Diagnosis(List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // it reads orders only
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return type.equals(RecordType.SALES_ORDER) ? Optional.of((RecordSource<T>) this) : Optional.empty();
    }

    @Override
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
