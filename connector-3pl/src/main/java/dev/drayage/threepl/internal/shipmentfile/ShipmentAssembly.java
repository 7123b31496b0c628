package dev.drayage.threepl.internal.shipmentfile;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.Carrier;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts the rows of one shipment together: one order, its lines summed up, its cartons with their contents. */
final class ShipmentAssembly {
    private final AccountId account;
    private final OrderReference.Kind orderReference;
    private final LineReference.Kind lineReference;

    ShipmentAssembly(AccountId account, OrderReference.Kind orderReference, LineReference.Kind lineReference) {
        this.account = account;
        this.orderReference = orderReference;
        this.lineReference = lineReference;
    }

    Change<ItemFulfillment> change(String file, String id, List<ShipmentRow> rows, Instant modifiedAt) {
        Optional<String> mixed = mixed(rows);
        if (mixed.isPresent()) {
            return unreadable(id, "file " + file + ", shipment " + id + ": its rows name more than one " + mixed.get());
        }
        ShipmentRow first = rows.get(0);
        ItemFulfillment shipment = ItemFulfillment.builder()
                .ref(ref(id))
                .addOrderReferences(new OrderReference(orderReference, first.order()))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(first.shippedAt())
                .lines(lines(rows))
                .packages(packages(rows))
                .location(present(first.location()))
                .shipMethod(present(first.service()))
                .build();
        return new Change.Present<>(
                shipment, ContentDigest.of(shipment), Optional.empty(), modifiedAt, Optional.empty());
    }

    Change<ItemFulfillment> unreadable(String id, String problem) {
        return new Change.Unreadable<>(ref(id), ContentDigest.of(problem), ErrorCode.FILE_REFUSED, problem);
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account, RecordType.ITEM_FULFILLMENT, id);
    }

    /** What differs between rows of one shipment although it must not. */
    private static Optional<String> mixed(List<ShipmentRow> rows) {
        if (differs(rows, ShipmentRow::order)) {
            return Optional.of("order");
        }
        if (differs(rows, ShipmentRow::shippedAt)) {
            return Optional.of("ship date");
        }
        Map<String, Set<String>> tracking = new LinkedHashMap<>();
        rows.forEach(row -> tracking.computeIfAbsent(carton(row), c -> new LinkedHashSet<>())
                .add(row.carrier() + "/" + row.tracking()));
        return tracking.values().stream().anyMatch(numbers -> numbers.size() > 1)
                ? Optional.of("tracking number for one carton")
                : Optional.empty();
    }

    private static boolean differs(List<ShipmentRow> rows, Function<ShipmentRow, Object> part) {
        return rows.stream().map(part).distinct().count() > 1;
    }

    private List<ShippedLine> lines(List<ShipmentRow> rows) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        Map<String, String> skus = new LinkedHashMap<>();
        rows.forEach(row -> {
            quantities.merge(row.line(), row.quantity(), BigDecimal::add);
            skus.putIfAbsent(row.line(), row.sku());
        });
        List<ShippedLine> lines = new ArrayList<>();
        quantities.forEach((line, quantity) -> lines.add(
                new ShippedLine(new LineReference(lineReference, line), skus.getOrDefault(line, ""), quantity)));
        return lines;
    }

    private List<ShippedPackage> packages(List<ShipmentRow> rows) {
        Map<String, List<ShipmentRow>> cartons = new LinkedHashMap<>();
        rows.forEach(row ->
                cartons.computeIfAbsent(carton(row), c -> new ArrayList<>()).add(row));
        List<ShippedPackage> packages = new ArrayList<>();
        cartons.forEach((carton, contents) -> {
            ShipmentRow first = contents.get(0);
            packages.add(ShippedPackage.builder()
                    .reference(carton.isEmpty() ? Integer.toString(packages.size() + 1) : carton)
                    .carrier(first.carrier().isEmpty() ? Carrier.UNKNOWN : new Carrier(first.carrier()))
                    .service(present(first.service()))
                    .trackingNumbers(first.tracking().isEmpty() ? List.of() : List.of(first.tracking()))
                    .contents(lines(contents))
                    .weightKg(first.weightKg())
                    .build());
        });
        return packages;
    }

    /** The carton's id, or its tracking number where the warehouse numbers no cartons. */
    private static String carton(ShipmentRow row) {
        return row.carton().isEmpty() ? row.tracking() : row.carton();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
