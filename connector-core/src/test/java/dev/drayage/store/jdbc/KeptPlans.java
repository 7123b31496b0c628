package dev.drayage.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Explains queries by the plans that one connection of PostgreSQL has for them: one that is asked often gets a plan for any values, which
 * is kept until the server analyses the table. Used by one thread.
 */
final class KeptPlans implements ExplainingDataSource.Explanations, AutoCloseable {
    private final Connection connection;
    private final Map<String, String> names = new HashMap<>();

    KeptPlans(String url) throws SQLException {
        // the driver puts the values into the text, for EXPLAIN takes none
        connection = DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple");
    }

    @Override
    public PreparedStatement explain(Connection asking, String sql) throws SQLException {
        String name = names.get(sql);
        if (name == null) {
            name = "question_" + names.size();
            names.put(sql, name);
            execute("PREPARE " + name + " AS " + numbered(sql));
        }
        int values = sql.split("\\?", -1).length - 1;
        String marks = values == 0 ? "" : "(?" + ", ?".repeat(values - 1) + ")";
        return connection.prepareStatement(ExplainingDataSource.EXPLAIN + "EXECUTE " + name + marks);
    }

    private static String numbered(String sql) {
        StringBuilder text = new StringBuilder();
        String[] parts = sql.split("\\?", -1);
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "$" + i).append(parts[i]);
        }
        return text.toString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
