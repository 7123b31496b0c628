package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.model.Carrier;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.netsuite.internal.itemfulfillment.FulfillmentReader.Packages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes parcels of tracking numbers and package rows. One number is one parcel with everything; several are told apart by the
 * record's own package sublists. A parcel is called by the fulfillment's id and its position in two digits, a positive
 * number that stays when the tracking number is corrected. Thread-safe.
 */
final class ParcelReader {
    private static final int MOST = 99;

    private final Weight weight;

    ParcelReader(Weight weight) {
        this.weight = weight;
    }

    List<ShippedPackage> parcels(
            String fulfillment,
            List<String> numbers,
            Optional<String> carriers,
            Optional<String> method,
            Map<String, ShippedLine> lines,
            Packages packages) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<PackageRow> rows = numbers.size() == 1 ? List.of() : packages.read();
        if (rows.isEmpty()) {
            rows = numbers.stream()
                    .map(number -> new PackageRow(PackageSublist.PLAIN, List.of(number), "", Optional.empty()))
                    .toList();
        }
        boolean covered = rows.stream()
                .flatMap(row -> row.trackingNumbers().stream())
                .collect(Collectors.toSet())
                .containsAll(numbers);
        if (!covered) {
            throw new IllegalArgumentException("its packages lack a tracking number that it has");
        }
        if (rows.size() > MOST) {
            throw new IllegalArgumentException("it has more than " + MOST + " packages");
        }
        List<List<ShippedLine>> contents = contents(rows, lines);
        List<ShippedPackage> parcels = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PackageRow row = rows.get(i);
            String carrier = PackageCarriers.of(carriers, i, rows.size())
                    .or(() -> method)
                    .orElse(row.home().carrier());
            parcels.add(ShippedPackage.builder()
                    .reference(fulfillment + String.format(Locale.ROOT, "%02d", i + 1))
                    .carrier(carrier.isBlank() ? Carrier.UNKNOWN : new Carrier(carrier))
                    .service(method)
                    .trackingNumbers(row.trackingNumbers())
                    .contents(contents.get(i))
                    .weightKg(row.weight().map(weight::toKilograms))
                    .build());
        }
        return parcels;
    }

    /** What each parcel holds: told by all descriptions and adding up to what left, or not told at all. */
    private static List<List<ShippedLine>> contents(List<PackageRow> rows, Map<String, ShippedLine> lines) {
        List<List<ShippedLine>> none =
                rows.stream().map(row -> List.<ShippedLine>of()).toList();
        if (rows.size() == 1) {
            return List.of(List.copyOf(lines.values()));
        }
        Map<String, BigDecimal> rest = new LinkedHashMap<>();
        lines.forEach((line, shipped) -> rest.put(line, shipped.quantity()));
        List<List<ShippedLine>> told = new ArrayList<>();
        for (PackageRow row : rows) {
            Optional<Map<String, BigDecimal>> units = PackageDescription.read(row.description());
            if (units.isEmpty() || !lines.keySet().containsAll(units.get().keySet())) {
                return none;
            }
            List<ShippedLine> inside = new ArrayList<>();
            for (Map.Entry<String, BigDecimal> entry : units.get().entrySet()) {
                ShippedLine line = lines.get(entry.getKey());
                if (line == null || entry.getValue().signum() <= 0) {
                    return none;
                }
                inside.add(new ShippedLine(line.line(), line.sku(), entry.getValue()));
                rest.merge(entry.getKey(), entry.getValue().negate(), BigDecimal::add);
            }
            told.add(inside);
        }
        return rest.values().stream().allMatch(left -> left.signum() == 0) ? told : none;
    }
}
