package dev.drayage.examples.quickstart;

import dev.drayage.Connectors;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.error.SettingsException;
import dev.drayage.store.InMemorySyncStore;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The accounts of a properties file: keys begin with {@code netsuite.}, {@code amazon.} or {@code warehouse.} and go on with
 * the connector's own setting; {@code goLive} and {@code ledger} stand alone. Immutable.
 *
 * @param netsuite the connector's settings
 * @param amazon the connector's settings
 * @param warehouse the connector's settings; empty for a host without a warehouse that sends files
 * @param goLive what was sold before is not booked
 * @param ledger the file in which the ledger is kept
 */
record Accounts(
        Map<String, String> netsuite,
        Map<String, String> amazon,
        Map<String, String> warehouse,
        Instant goLive,
        Path ledger) {
    private static final String NETSUITE = "netsuite.";
    private static final String AMAZON = "amazon.";
    private static final String WAREHOUSE = "warehouse.";
    private static final String GO_LIVE = "goLive";
    private static final String LEDGER = "ledger";

    Accounts {
        netsuite = Map.copyOf(netsuite);
        amazon = Map.copyOf(amazon);
        warehouse = Map.copyOf(warehouse);
    }

    /** Reads a file and has each connector check its part; calls no account. */
    static Accounts read(Path file) throws IOException, RefusedException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(List.of("there is no settings file " + file.toAbsolutePath()));
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        List<String> faults = new ArrayList<>();
        for (String key : properties.stringPropertyNames()) {
            if (!key.equals(GO_LIVE)
                    && !key.equals(LEDGER)
                    && List.of(NETSUITE, AMAZON, WAREHOUSE).stream().noneMatch(key::startsWith)) {
                faults.add(key
                        + " is unknown: keys begin with netsuite., amazon. or warehouse., or are goLive and ledger");
            }
        }
        Map<String, String> warehouse = part(properties, WAREHOUSE);
        Instant goLive = goLive(properties, faults);
        String ledger = text(properties, LEDGER, "the file in which the ledger is kept", faults);
        Accounts accounts =
                new Accounts(part(properties, NETSUITE), part(properties, AMAZON), warehouse, goLive, Path.of(ledger));
        Connectors connectors =
                Connectors.discover(Connectors.Environment.of(new InMemorySyncStore(new SystemTimeSource())));
        check(connectors, "netsuite", NETSUITE, accounts.netsuite(), faults);
        check(connectors, "amazon", AMAZON, accounts.amazon(), faults);
        if (!warehouse.isEmpty()) {
            check(connectors, "warehouse-files", WAREHOUSE, warehouse, faults);
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    faults.stream().sorted().map(fault -> file + ": " + fault).toList());
        }
        return accounts;
    }

    private static void check(
            Connectors connectors, String kind, String prefix, Map<String, String> part, List<String> faults) {
        try {
            connectors.open(kind, part).close();
        } catch (SettingsException e) {
            e.problems().forEach(problem -> faults.add(prefix + problem));
        }
    }

    private static Instant goLive(Properties properties, List<String> faults) {
        String text = text(properties, GO_LIVE, "the instant before which orders are history", faults);
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            faults.add(GO_LIVE + " must be an instant such as 2026-11-01T00:00:00Z");
            return Instant.EPOCH;
        }
    }

    private static String text(Properties properties, String key, String meaning, List<String> faults) {
        String text = properties.getProperty(key, "").strip();
        if (text.isEmpty()) {
            faults.add(key + " is missing: " + meaning);
        }
        return text;
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
}
