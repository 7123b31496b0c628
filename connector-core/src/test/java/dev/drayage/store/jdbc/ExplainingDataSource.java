package dev.drayage.store.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Asks PostgreSQL how it runs each query that passes, with the values that are bound to it. A deletion that is asked about is
 * run twice. Used by one thread.
 */
final class ExplainingDataSource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> SMALL = Set.of("drayage_lease", "drayage_sync_state", "drayage_sync_condition");

    private static final List<String> FACTS = List.of(
            "Relation Name",
            "Index Name",
            "Actual Rows",
            "Actual Loops",
            "Rows Removed by Filter",
            "Rows Removed by Index Recheck");

    static final String EXPLAIN = "EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ";

    private final DataSource real;
    private final Explanations explanations;
    private final List<Explained> explained = new ArrayList<>();

    /**
     * How one query was run.
     *
     * @param read rows that were looked at in tables and indexes
     * @param returned rows that came out of it
     * @param scannedWhole tables that were read from one end to the other
     * @param millis how long it took on the server
     */
    record Explained(String sql, long read, long returned, List<String> scannedWhole, double millis, String plan) {}

    /** How a query is asked about. */
    @FunctionalInterface
    interface Explanations {
        /** The question, with the query's marks for values. */
        PreparedStatement explain(Connection asking, String sql) throws SQLException;
    }

    /** By the plans that the server makes now. */
    ExplainingDataSource(DataSource real) {
        this(real, (asking, sql) -> asking.prepareStatement(EXPLAIN + sql));
    }

    ExplainingDataSource(DataSource real, Explanations explanations) {
        this.real = real;
        this.explanations = explanations;
    }

    DataSource dataSource() {
        return wrap(DataSource.class, (proxy, method, args) -> {
            Object result = call(real, method, args);
            return result instanceof Connection connection ? explaining(connection) : result;
        });
    }

    /** The queries since the last time. */
    List<Explained> take() {
        List<Explained> taken = List.copyOf(explained);
        explained.clear();
        return taken;
    }

    private Connection explaining(Connection connection) {
        return wrap(Connection.class, (proxy, method, args) -> {
            Object result = call(connection, method, args);
            if (result instanceof PreparedStatement statement
                    && args[0].toString().contains("SELECT")
                    && !args[0].toString().startsWith("EXPLAIN")) {
                String sql = args[0].toString();
                return explaining(statement, explanations.explain(connection, sql), sql);
            }
            return result;
        });
    }

    private PreparedStatement explaining(PreparedStatement statement, PreparedStatement explain, String sql) {
        return wrap(PreparedStatement.class, (proxy, method, args) -> {
            boolean deletes = method.getName().equals("executeUpdate") && sql.startsWith("DELETE");
            if (method.getName().startsWith("set")) {
                call(explain, method, args);
            } else if (method.getName().equals("executeQuery") || deletes) {
                explained.add(explained(sql, explain));
            } else if (method.getName().equals("close")) {
                explain.close();
            }
            return call(statement, method, args);
        });
    }

    private static Explained explained(String sql, PreparedStatement explain)
            throws SQLException, JsonProcessingException {
        try (ResultSet rows = explain.executeQuery()) {
            rows.next();
            JsonNode answer = JSON.readTree(rows.getString(1)).get(0);
            JsonNode plan = answer.path("Plan");
            TreeSet<String> whole = new TreeSet<>();
            StringBuilder outline = new StringBuilder();
            outline(plan, "\n", outline);
            return new Explained(
                    sql.replaceAll("(\\?, )+\\?", "..."),
                    read(plan, whole),
                    plan.path("Actual Rows").asLong(),
                    List.copyOf(whole),
                    answer.path("Execution Time").asDouble(),
                    outline.toString());
        }
    }

    /** The plan without its values, a line for each step. */
    private static void outline(JsonNode node, String indent, StringBuilder outline) {
        outline.append(indent).append(node.path("Node Type").asText());
        for (String fact : FACTS) {
            if (node.has(fact)) {
                outline.append(", ")
                        .append(fact)
                        .append(' ')
                        .append(node.path(fact).asText());
            }
        }
        node.path("Plans").forEach(child -> outline(child, indent + "  ", outline));
    }

    private static long read(JsonNode node, Set<String> whole) {
        long read = 0;
        if (node.has("Relation Name") && !node.path("Node Type").asText().equals("Bitmap Index Scan")) {
            String table = node.path("Relation Name").asText();
            double each = node.path("Actual Rows").asDouble()
                    + node.path("Rows Removed by Filter").asDouble()
                    + node.path("Rows Removed by Index Recheck").asDouble();
            read = Math.round(each * node.path("Actual Loops").asDouble());
            if (node.path("Node Type").asText().endsWith("Seq Scan") && !SMALL.contains(table)) {
                whole.add(table);
            }
        }
        for (JsonNode child : node.path("Plans")) {
            read += read(child, whole);
        }
        return read;
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
