package dev.drayage.examples.quickstart;

import dev.drayage.Connectors;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Selection;
import dev.drayage.testing.EmbeddedStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The same flow against the accounts of a properties file: keys begin with {@code netsuite.}, {@code amazon.} and
 * {@code warehouse.} and go on with the connector's own setting; {@code goLive} and {@code ledger} stand alone. It only
 * plans, unless it is told to apply.
 */
final class RealAccounts {
    private static final int LOOKED_AT = 25;

    private RealAccounts() {}

    static void run(Path file, boolean apply, PrintStream out) throws IOException, SQLException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Instant goLive = Instant.parse(required(properties, "goLive"));
        try (EmbeddedStore ledger = EmbeddedStore.open(Path.of(required(properties, "ledger")));
                Flow flow = new Flow(
                        Connectors.Environment.of(ledger.store()),
                        part(properties, "netsuite."),
                        part(properties, "amazon."),
                        part(properties, "warehouse."),
                        goLive,
                        false)) {
            for (String sync : List.of(Flow.ORDERS, Flow.WAREHOUSE, Flow.STOREFRONT)) {
                if (apply) {
                    flow.run(sync, RunBudget.minutes(30));
                } else {
                    print(flow.engine().plan(sync, Selection.next(LOOKED_AT)), out);
                }
            }
        }
        if (!apply) {
            out.println("nothing was written; add -Dapply=true to write");
        }
    }

    private static void print(Plan plan, PrintStream out) {
        out.printf(
                "%n%s would do, of the next %d records:%n",
                plan.sync(), plan.records().size());
        for (Plan.PlannedRecord record : plan.records()) {
            out.printf("  %s %s: %s%n", record.verdict(), record.ref(), record.reason());
            for (Plan.PlannedChange change : record.changes()) {
                out.printf("    %s %s %s%n", change.action(), change.type(), new TreeMap<>(change.after()));
            }
        }
    }

    private static Map<String, String> part(Properties properties, String prefix) {
        Map<String, String> part = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return part;
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the settings file lacks " + name);
        }
        return value;
    }
}
