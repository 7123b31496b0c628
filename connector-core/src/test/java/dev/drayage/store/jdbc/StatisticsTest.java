package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.StoreException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A look at the tables is no part of a commit. */
final class StatisticsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final DataSource gone = (DataSource) Proxy.newProxyInstance(
            DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                asked.incrementAndGet();
                throw new SQLException("no connection");
            });
    private final Database database = new Database(gone, Dialect.POSTGRESQL, "drayage_");

    @Test
    void a_look_that_fails_fails_no_commit_and_is_left_to_the_server() {
        Statistics statistics = new Statistics(database);
        assertThatThrownBy(() -> database.run("anything", connection -> true)).isInstanceOf(StoreException.class);
        asked.set(0);

        statistics.wrote(499);
        assertThat(asked).hasValue(0);
        statistics.wrote(1);
        assertThat(asked).hasValue(2);
        statistics.wrote(4_499);
        assertThat(asked).hasValue(2);
        statistics.wrote(1);
        assertThat(asked).hasValue(4);
    }
}
