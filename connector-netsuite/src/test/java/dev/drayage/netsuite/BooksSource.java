package dev.drayage.netsuite;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testkit.netsuite.AccountPreference;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Records that people enter in {@link TestBooks}, as the contract of sources wants them. */
abstract class BooksSource<T extends CommerceRecord> implements SourceUnderTest<T> {
    private final TestBooks books;
    private final RecordType<T> type;
    private final UnaryOperator<NetSuiteSettings.Builder> settings;
    private int made;

    BooksSource(RecordType<T> type, UnaryOperator<NetSuiteSettings.Builder> settings) {
        this(TestBooks.open(account -> account.with(AccountPreference.LINE_NUMBER_GAPS)), type, settings);
    }

    BooksSource(TestBooks books, RecordType<T> type, UnaryOperator<NetSuiteSettings.Builder> settings) {
        this.books = books;
        this.type = type;
        this.settings = settings;
    }

    /** Makes a record of a new order. */
    abstract RecordRef make(TestBooks books, String order);

    /** Enters the order that the next record is made of; tells its internal id. */
    String enterOrder(TestBooks books, String order) {
        books.write(RecordType.SALES_ORDER, Shipments.order(order));
        return books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-" + order)
                .orElseThrow()
                .id();
    }

    /** Changes what a record says. */
    abstract void change(TestBooks books, RecordRef ref);

    /** The reference to what stands under that id. */
    RecordRef ref(String id) {
        return RecordRef.of(account(), type, id);
    }

    @Override
    public RecordSource<T> connect() {
        NetSuiteSettings.Builder small = books.standard().set("query.pageSize", "2");
        return books.open(settings.apply(small).build()).source(type).orElseThrow();
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
        return make(books, enterOrder(books, "111-" + made++));
    }

    @Override
    public void change(RecordRef ref, Instant at) {
        passTo(at);
        change(books, ref);
    }

    @Override
    public void close() {
        books.close();
    }
}
