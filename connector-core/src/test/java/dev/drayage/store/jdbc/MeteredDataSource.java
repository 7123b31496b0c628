package dev.drayage.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Counts what goes to the database and back, breaks the line before a chosen trip, and watches that connections come back
 * as they were lent.
 */
final class MeteredDataSource {
    private static final Set<String> TRIPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

    private final DataSource real;
    private final boolean autoCommit;
    private final List<String> trips = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger lent = new AtomicInteger();
    private int breakBefore = Integer.MAX_VALUE;
    private volatile Optional<Pause> pause = Optional.empty();

    /** What happens before a statement that holds some text. */
    private record Pause(String text, Runnable action) {}

    /** Lends connections of {@code real} in a given mode. */
    MeteredDataSource(DataSource real, boolean autoCommit) {
        this.real = real;
        this.autoCommit = autoCommit;
    }

    DataSource dataSource() {
        return wrap(DataSource.class, (proxy, method, args) -> {
            Object result = call(real, method, args);
            return result instanceof Connection connection ? lent(connection) : result;
        });
    }

    /** The trips since the last time. */
    List<String> takeTrips() {
        List<String> taken = List.copyOf(trips);
        trips.clear();
        return taken;
    }

    /** The line breaks before the trip of that number, counted from now. */
    void breakBefore(int trip) {
        trips.clear();
        breakBefore = trip;
    }

    /** Does something, once, before a statement whose text holds {@code text} goes out. */
    void before(String text, Runnable action) {
        pause = Optional.of(new Pause(text, action));
    }

    int lent() {
        return lent.get();
    }

    private Connection lent(Connection connection) throws SQLException {
        connection.setAutoCommit(autoCommit);
        lent.incrementAndGet();
        return wrap(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("close")) {
                if (connection.getAutoCommit() != autoCommit) {
                    throw new AssertionError("came back in another mode");
                }
                lent.decrementAndGet();
                connection.setAutoCommit(true);
            }
            travel(method, "");
            Object result = call(connection, method, args);
            if (result instanceof PreparedStatement prepared) {
                return metered(PreparedStatement.class, prepared, (String) args[0]);
            }
            return result instanceof Statement plain ? metered(Statement.class, plain, "") : result;
        });
    }

    private <S extends Statement> S metered(Class<S> face, S statement, String sql) {
        return wrap(face, (proxy, method, args) -> {
            travel(method, sql);
            return call(statement, method, args);
        });
    }

    private void travel(Method method, String sql) throws SQLException {
        if (TRIPS.contains(method.getName())) {
            Optional<Pause> due = pause.filter(each -> sql.contains(each.text()));
            if (due.isPresent()) {
                pause = Optional.empty();
                due.get().action().run();
            }
            trips.add(method.getName() + " " + sql);
            if (trips.size() >= breakBefore) {
                throw new SQLException("lost the line while sending 'secret'", "08006", 42);
            }
        }
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T wrap(Class<T> face, InvocationHandler handler) {
        return face.cast(Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, handler));
    }
}
