package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A look at the tables is no part of a commit. */
final class StatisticsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final DataSource gone = (DataSource) Proxy.newProxyInstance(
            DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                asked.incrementAndGet();
                if (closed.get()) {
                    throw new IllegalStateException("the pool is closed");
                }
                throw new SQLException("no connection");
            });

    private static List<RecordEntry> records(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> RecordEntry.builder()
                        .sync("orders")
                        .ref(GeneratedLedger.order(row))
                        .state(RecordState.SETTLED)
                        .updatedAt(Instant.EPOCH)
                        .build())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_look_that_fails_fails_no_commit_and_is_left_to_the_server(boolean poolIsClosed) {
        closed.set(poolIsClosed);
        Statistics statistics = new Statistics(new Database(gone, Dialect.POSTGRESQL, "drayage_"));

        statistics.wrote("acme", records(499));
        assertThat(asked).hasValue(0);
        statistics.wrote("beta", records(499));
        assertThat(asked).hasValue(0);
        statistics.wrote("acme", records(1));
        assertThat(asked).hasValue(2);
        statistics.wrote("acme", records(4_499));
        assertThat(asked).hasValue(2);
        statistics.wrote("acme", records(1));
        assertThat(asked).hasValue(4);
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL", mode = EnumSource.Mode.EXCLUDE)
    void a_database_that_looks_by_itself_is_not_asked(Dialect dialect) {
        new Statistics(new Database(gone, dialect, "drayage_")).wrote("acme", records(500));
        assertThat(asked).hasValue(0);
    }
}
