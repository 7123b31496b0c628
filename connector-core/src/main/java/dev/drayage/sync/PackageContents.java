package dev.drayage.sync;

import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which parcel holds what. Where the ERP tells, it is taken as told and must add up to what left; where it does not,
 * the units are dealt out over the parcels in order, each at least one, and no unit is lost or doubled. Stateless.
 */
final class PackageContents {
    private PackageContents() {}

    /**
     * The parcels with their contents; one parcel with everything if the shipment names none.
     *
     * @throws IllegalArgumentException if told contents do not add up to what left
     */
    static List<ShippedPackage> complete(ItemFulfillment shipment) {
        List<ShippedPackage> parcels = shipment.packages();
        if (parcels.isEmpty()) {
            return List.of(ShippedPackage.builder()
                    .reference("1")
                    .carrier(Carrier.UNKNOWN)
                    .contents(shipment.lines())
                    .build());
        }
        boolean told = parcels.stream().allMatch(parcel -> !parcel.contents().isEmpty());
        if (told) {
            check(shipment);
            return parcels;
        }
        if (parcels.stream().anyMatch(parcel -> !parcel.contents().isEmpty())) {
            throw new IllegalArgumentException("it tells the contents of some parcels but not of all");
        }
        return deal(shipment);
    }

    private static void check(ItemFulfillment shipment) {
        Map<LineReference, BigDecimal> left = new LinkedHashMap<>();
        shipment.lines().forEach(line -> left.merge(line.line(), line.quantity(), BigDecimal::add));
        shipment.packages()
                .forEach(parcel -> parcel.contents()
                        .forEach(line -> left.merge(line.line(), line.quantity().negate(), BigDecimal::add)));
        left.forEach((line, rest) -> {
            if (rest.signum() != 0) {
                throw new IllegalArgumentException("its parcels do not add up to what left of line " + line.value());
            }
        });
    }

    private static List<ShippedPackage> deal(ItemFulfillment shipment) {
        List<ShippedPackage> parcels = shipment.packages();
        List<List<ShippedLine>> contents = new ArrayList<>();
        parcels.forEach(parcel -> contents.add(new ArrayList<>()));
        int last = parcels.size() - 1;
        int at = 0;
        List<ShippedLine> lines = shipment.lines();
        for (int i = 0; i < lines.size(); i++) {
            ShippedLine line = lines.get(i);
            BigDecimal rest = line.quantity();
            int linesAfter = lines.size() - 1 - i;
            while (at < last && last - at > linesAfter && rest.compareTo(BigDecimal.ONE) > 0) {
                contents.get(at++).add(new ShippedLine(line.line(), line.sku(), BigDecimal.ONE));
                rest = rest.subtract(BigDecimal.ONE);
            }
            contents.get(at).add(new ShippedLine(line.line(), line.sku(), rest));
            if (at < last) {
                at++;
            }
        }
        List<ShippedPackage> filled = new ArrayList<>();
        for (int i = 0; i < parcels.size(); i++) {
            if (contents.get(i).isEmpty()) {
                throw new IllegalArgumentException(
                        "it has " + parcels.size() + " parcels but fewer units, so one would be empty");
            }
            filled.add(ShippedPackage.builder()
                    .from(parcels.get(i))
                    .contents(contents.get(i))
                    .build());
        }
        return filled;
    }
}
