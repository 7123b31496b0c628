package dev.drayage.testkit.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The brand whose goods lie in the warehouse: writes orders and acknowledgements, reads what comes back. */
final class Depositor {
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 9, 1, 10, 15);
    private final WarehouseSimulator warehouse;
    private final InterchangeWriter writer;
    private int files;

    Depositor(WarehouseSimulator warehouse) {
        this(warehouse, Delimiters.usual());
    }

    Depositor(WarehouseSimulator warehouse, Delimiters delimiters) {
        this.warehouse = warehouse;
        writer = new InterchangeWriter(
                delimiters, new Partners("ZZ", "ACMEBRAND", "ACMEBRAND", "ZZ", "NORTHWH3PL", "NORTHWH3PL", "T"));
    }

    /** Drops a 940; lines are {@code SKU=quantity}. */
    String drop(String purpose, String orderNumber, String... lines) {
        byte[] bytes = order(purpose, orderNumber, lines);
        return drop("940_" + orderNumber + "_" + ++files + ".edi", bytes);
    }

    String drop(String name, byte[] bytes) {
        try {
            Files.write(warehouse.toWarehouse().resolve(name), bytes);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] order(String purpose, String orderNumber, String... lines) {
        return interchange("OW", "940", body(purpose, orderNumber, lines));
    }

    byte[] interchange(String functionalId, String set, List<X12Segment> body) {
        return writer.write(List.of(new InterchangeWriter.GroupToSend(functionalId, set, List.of(body))), WRITTEN)
                .bytes();
    }

    static List<X12Segment> body(String purpose, String orderNumber, String... lines) {
        List<X12Segment> body = new ArrayList<>();
        body.add(X12Segment.of("W05", purpose, orderNumber, "PO-" + orderNumber));
        body.add(X12Segment.of("N1", "ST", "JANE DOE"));
        body.add(X12Segment.of("N3", "123 MAIN STREET", "APT 4B"));
        body.add(X12Segment.of("N4", "AUSTIN", "TX", "78701", "US"));
        body.add(X12Segment.of("N9", "CO", "WEB-" + orderNumber));
        body.add(X12Segment.of("W66", "PP", "U", "", "", "UPS GROUND", "", "", "", "", "UPSN"));
        int total = 0;
        for (int i = 0; i < lines.length; i++) {
            String number = Integer.toString(i + 1);
            String sku = lines[i].substring(0, lines[i].indexOf('='));
            String quantity = lines[i].substring(lines[i].indexOf('=') + 1);
            total += quantity.matches("[0-9]+") ? Integer.parseInt(quantity) : 0;
            body.add(X12Segment.of("LX", number));
            body.add(X12Segment.of("W01", quantity, "EA", "", "SK", sku));
            body.add(X12Segment.of("N9", "LI", number));
        }
        body.add(X12Segment.of("W76", Integer.toString(total)));
        return body;
    }

    /** The documents of one kind that lie in the warehouse's folder, each found in order by the strict reader. */
    List<TransactionSet> documents(String set) {
        List<TransactionSet> all = new ArrayList<>();
        for (String name : names()) {
            for (Interchange interchange : read(name)) {
                interchange.groups().stream()
                        .flatMap(group -> group.sets().stream())
                        .filter(s -> s.id().equals(set))
                        .forEach(all::add);
            }
        }
        return all;
    }

    List<Interchange> read(String name) {
        try {
            List<Interchange> all = InterchangeReader.read(bytes(name));
            for (Interchange interchange : all) {
                check(interchange);
            }
            return all;
        } catch (BadInterchange e) {
            throw new AssertionError(name, e);
        }
    }

    private static void check(Interchange interchange) {
        if (!interchange.remarks().isEmpty()) {
            throw new AssertionError(interchange.remarks());
        }
        for (FunctionalGroup group : interchange.groups()) {
            for (TransactionSet set : group.sets()) {
                List<Finding> findings = SetCheck.findings(set, grammar(set.id()), interchange.delimiters());
                if (!group.faults().isEmpty() || !set.faults().isEmpty() || !findings.isEmpty()) {
                    throw new AssertionError(group.faults() + " " + set.faults() + " " + findings + " " + set);
                }
            }
        }
    }

    static SetGrammar grammar(String set) {
        return switch (set) {
            case "940" -> SetGrammar.shippingOrder();
            case "945" -> SetGrammar.shippingAdvice();
            case "846" -> SetGrammar.stockAdvice();
            case "997" -> SetGrammar.acknowledgement();
            default -> throw new AssertionError("no grammar for " + set);
        };
    }

    List<String> names() {
        try (Stream<Path> files = Files.list(warehouse.fromWarehouse())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(warehouse.fromWarehouse().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII);
    }

    /** The segments of a document as text, without ST and SE. */
    static List<String> lines(TransactionSet set) {
        return set.segments().subList(1, set.segments().size() - 1).stream()
                .map(s -> s.id() + "*" + String.join("*", s.elements()))
                .toList();
    }
}
