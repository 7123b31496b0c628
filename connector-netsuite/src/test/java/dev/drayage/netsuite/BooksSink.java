package dev.drayage.netsuite;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.netsuite.JournaledWrite;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** A sink of {@link TestBooks}, as the contract of sinks wants it. */
final class BooksSink<T extends CommerceRecord> implements SinkUnderTest<T> {
    private final TestBooks books;
    private final RecordType<T> type;
    private final IntFunction<T> record;
    private final T refused;
    private final int written;

    /** Whatever was written to the books so far does not count. */
    BooksSink(TestBooks books, RecordType<T> type, IntFunction<T> record, T refused) {
        this.books = books;
        this.type = type;
        this.record = record;
        this.refused = refused;
        this.written = books.netSuite.journal().writes().size();
    }

    @Override
    public RecordSink<T> sink() {
        return books.sink(type);
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
    public Instant now() {
        return books.time.instant();
    }

    @Override
    public Effect<T> effect(int number) {
        return books.effect(type, record.apply(number));
    }

    @Override
    public Effect<T> refused() {
        return books.effect(type, refused);
    }

    @Override
    public List<String> buyerTexts() {
        return List.of("Robin", "@example.com", "Depot Way", "Fallon");
    }

    private List<JournaledWrite> since() {
        List<JournaledWrite> all = books.netSuite.journal().writes();
        return all.subList(written, all.size());
    }

    @Override
    public long writes() {
        return since().size();
    }

    @Override
    public long standing() {
        return since().stream().map(JournaledWrite::id).distinct().count();
    }

    @Override
    public long requests() {
        return books.netSuite.requests().byOperation().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        books.close();
    }
}
