package dev.drayage.examples.flow;

import dev.drayage.Connectors;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.examples.quickstart.Flow;
import dev.drayage.testing.EmbeddedStore;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A host's process: runs the syncs of the flow once, in turn, on the machine's own clock, and says what it does. */
final class SyncingProcess {
    /** What it says when the first record has ended. */
    static final String WORKING = "working";

    private SyncingProcess() {}

    /** Runs with the settings of a properties file: {@code ledger}, {@code goLive}, and settings by connector. */
    public static void main(String[] args) throws IOException, SQLException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            properties.load(reader);
        }
        try (EmbeddedStore ledger = EmbeddedStore.open(Path.of(properties.getProperty("ledger")))) {
            Connectors.Environment environment = Connectors.Environment.of(ledger.store());
            Connectors connectors = Connectors.discover(environment);
            try (Flow flow = new Flow(
                    connectors.open("netsuite", part(properties, "netsuite.")),
                    connectors.open("amazon", part(properties, "amazon.")),
                    connectors.open("warehouse-files", part(properties, "warehouse.")),
                    SyncEngine.builder()
                            .store(ledger.store())
                            .time(environment.time())
                            .node("n1")
                            .startAt(Instant.parse(properties.getProperty("goLive")))
                            .listener(new Mouth()))) {
                for (String sync : SmallWorld.SYNCS) {
                    flow.run(sync, RunBudget.minutes(10));
                }
            }
        }
        System.exit(0);
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

    /** Tells the parent, line by line. */
    private static final class Mouth implements SyncListener {
        private boolean working;

        @Override
        public void recordEnded(SyncEvent.RecordEnded event) {
            if (!working) {
                working = true;
                say(WORKING + " on " + event.sync());
            }
            if (event.outcome() == Outcome.PARKED) {
                say(event.sync() + " " + event.ref() + ": " + event.message());
            }
        }

        @Override
        public void runEnded(SyncEvent.RunEnded event) {
            say(event.report().summary());
        }

        private static void say(String line) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
