package dev.drayage.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The smallest pool: a connection that is closed waits for the next caller. Opens as many as are wanted at once, so it fits
 * an embedded database whose callers are few; a host uses the pool that it has. Thread-safe.
 */
public final class IdleConnections implements DataSource, AutoCloseable {
    private final String url;
    private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>();
    private volatile boolean closed;

    /** Connections to {@code url}; none is opened yet. */
    public IdleConnections(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection kept = idle.pollFirst();
        return lent(kept == null ? DriverManager.getConnection(url) : kept);
    }

    private Connection lent(Connection connection) {
        AtomicBoolean back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        if (back.compareAndSet(false, true)) {
                            giveBack(connection);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (closed || connection.isClosed()) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
    }

    /** Closes what is idle; what is lent closes when it comes back. */
    @Override
    public void close() throws SQLException {
        closed = true;
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("an embedded database asks for no user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLException("no log");
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLException("no log");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // embedded databases answer at once
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
