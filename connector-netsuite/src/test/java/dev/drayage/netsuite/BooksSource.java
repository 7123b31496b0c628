package dev.drayage.netsuite;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testkit.netsuite.AccountPreference;
import java.time.Instant;
import java.util.List;

/** Fulfillments that people enter in {@link TestBooks}, as the contract of sources wants them. */
final class BooksSource implements SourceUnderTest<ItemFulfillment> {
    private static final String PARCEL = """
            {"shipStatus":{"id":"C"},"shipMethod":{"id":"92"},
             "package":{"items":[{"packageTrackingNumber":"1Z1"}]}}
            """;

    private final TestBooks books = TestBooks.open(account -> account.with(AccountPreference.LINE_NUMBER_GAPS));
    private int made;

    @Override
    public RecordSource<ItemFulfillment> connect() {
        return books.open(books.standard().set("query.pageSize", "2").build())
                .source(RecordType.ITEM_FULFILLMENT)
                .orElseThrow();
    }

    @Override
    public AccountId account() {
        return books.connector.account();
    }

    @Override
    public CallContext call() {
        return books.call();
    }

    @Override
    public Instant start() {
        return TestBooks.START.plusSeconds(60);
    }

    @Override
    public void passTo(Instant instant) {
        books.time.advanceTo(instant);
    }

    @Override
    public RecordRef seed(Instant at) {
        passTo(at);
        String order = "111-" + made++;
        books.write(RecordType.SALES_ORDER, Shipments.order(order));
        String booked = books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-" + order)
                .orElseThrow()
                .id();
        return RecordRef.of(
                account(), RecordType.ITEM_FULFILLMENT, books.netSuite.clerk().fulfill(booked, PARCEL));
    }

    @Override
    public void change(RecordRef ref, Instant at) {
        passTo(at);
        books.netSuite.clerk().editTracking(ref.id(), List.of("1Z9"));
    }

    @Override
    public RecordRef absent() {
        return RecordRef.of(account(), RecordType.ITEM_FULFILLMENT, "987654");
    }

    @Override
    public void close() {
        books.close();
    }
}
