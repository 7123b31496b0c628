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
 * The accounts of a properties file: keys begin with {@code netsuite.}, {@code amazon.}, {@code warehouse.}, {@code x12.} or
 * {@code shipstation.} and go on with the connector's own setting; the others stand alone. Immutable.
 *
 * @param netsuite the connector's settings
 * @param amazon the connector's settings
 * @param warehouse the connector's settings; empty for a host without a warehouse that sends CSV files
 * @param x12 the connector's settings; empty for a host without a warehouse that speaks X12
 * @param shipStation the connector's settings; empty for a host without ShipStation
 * @param x12Location the location that the X12 warehouse serves; empty if there is none
 * @param shipStationLocation the location that ShipStation serves; empty if there is none
 * @param goLive what was sold before is not booked
 * @param ledger the file in which the ledger is kept
 */
record Accounts(
        Map<String, String> netsuite,
        Map<String, String> amazon,
        Map<String, String> warehouse,
        Map<String, String> x12,
        Map<String, String> shipStation,
        String x12Location,
        String shipStationLocation,
        Instant goLive,
        Path ledger) {
    private static final String NETSUITE = "netsuite.";
    private static final String AMAZON = "amazon.";
    private static final String WAREHOUSE = "warehouse.";
    private static final String X12 = "x12.";
    private static final String SHIPSTATION = "shipstation.";
    private static final String X12_LOCATION = "location.x12";
    private static final String SHIPSTATION_LOCATION = "location.shipstation";
    private static final String GO_LIVE = "goLive";
    private static final String LEDGER = "ledger";
    private static final String SERVED = "the internal id of NetSuite's location that this warehouse serves";
    private static final List<String> PREFIXES = List.of(NETSUITE, AMAZON, WAREHOUSE, X12, SHIPSTATION);
    private static final List<String> ALONE = List.of(GO_LIVE, LEDGER, X12_LOCATION, SHIPSTATION_LOCATION);

    Accounts {
        netsuite = Map.copyOf(netsuite);
        amazon = Map.copyOf(amazon);
        warehouse = Map.copyOf(warehouse);
        x12 = Map.copyOf(x12);
        shipStation = Map.copyOf(shipStation);
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
            if (!ALONE.contains(key) && PREFIXES.stream().noneMatch(key::startsWith)) {
                faults.add(key + " is unknown: keys begin with " + String.join(", ", PREFIXES) + ", or are "
                        + String.join(", ", ALONE));
            }
        }
        Instant goLive = goLive(properties, faults);
        String ledger = text(properties, LEDGER, "the file in which the ledger is kept", faults);
        Map<String, String> x12 = part(properties, X12);
        Map<String, String> shipStation = part(properties, SHIPSTATION);
        Accounts accounts = new Accounts(
                part(properties, NETSUITE),
                part(properties, AMAZON),
                part(properties, WAREHOUSE),
                x12,
                shipStation,
                x12.isEmpty() ? "" : text(properties, X12_LOCATION, SERVED, faults),
                shipStation.isEmpty() ? "" : text(properties, SHIPSTATION_LOCATION, SERVED, faults),
                goLive,
                Path.of(ledger));
        if (!accounts.x12Location().isEmpty() && accounts.x12Location().equals(accounts.shipStationLocation())) {
            faults.add(SHIPSTATION_LOCATION + " must not be " + X12_LOCATION + ": one location has one warehouse");
        }
        Connectors connectors =
                Connectors.discover(Connectors.Environment.of(new InMemorySyncStore(new SystemTimeSource())));
        check(connectors, "netsuite", NETSUITE, accounts.netsuite(), faults);
        check(connectors, "amazon", AMAZON, accounts.amazon(), faults);
        if (!accounts.warehouse().isEmpty()) {
            check(connectors, "warehouse-files", WAREHOUSE, accounts.warehouse(), faults);
        }
        if (!x12.isEmpty()) {
            check(connectors, "warehouse-x12", X12, x12, faults);
        }
        if (!shipStation.isEmpty()) {
            check(connectors, "shipstation", SHIPSTATION, shipStation, faults);
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    faults.stream().sorted().map(fault -> file + ": " + fault).toList());
        }
        return accounts;
    }

    /** Refuses accounts whose secrets are named but not there, all of them at once. */
    void checkSecrets() throws RefusedException {
        List<String> faults = new ArrayList<>();
        Map.of(NETSUITE, netsuite, AMAZON, amazon, WAREHOUSE, warehouse, X12, x12, SHIPSTATION, shipStation)
                .forEach((prefix, part) -> part.forEach((name, text) -> {
                    if (text.startsWith("env:") && System.getenv(text.substring("env:".length())) == null) {
                        faults.add(prefix + name + ": environment variable " + text.substring("env:".length())
                                + " is not set");
                    } else if (text.startsWith("file:")
                            && !Files.isReadable(Path.of(text.substring("file:".length())))) {
                        faults.add(prefix + name + ": file " + text.substring("file:".length()) + " cannot be read");
                    }
                }));
        if (!faults.isEmpty()) {
            throw new RefusedException(faults.stream().sorted().toList());
        }
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
