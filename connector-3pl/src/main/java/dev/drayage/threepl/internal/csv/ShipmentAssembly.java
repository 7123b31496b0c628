package dev.drayage.threepl.internal.csv;

import dev.drayage.model.Carrier;
import dev.drayage.model.InventoryNumber;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.threepl.Extent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the rows of one shipment together: one order, its lines summed up, its cartons with their contents. Immutable. */
final class ShipmentAssembly {
    private final ShipmentRules rules;

    ShipmentAssembly(ShipmentRules rules) {
        this.rules = rules;
    }

    /** The shipment that the rows tell of. */
    ItemFulfillment shipment(RecordRef ref, List<ShipmentRow> rows) throws RowFault {
        String id = ref.id();
        one(id, rows, ShipmentRow::order, "order");
        one(id, rows, ShipmentRow::shippedAt, "ship date");
        one(id, rows, ShipmentRow::warehouse, "warehouse");
        Map<String, List<ShipmentRow>> byLine = grouped(rows, ShipmentRow::line);
        for (List<ShipmentRow> line : byLine.values()) {
            one(id, line, ShipmentRow::sku, "SKU for one line");
            one(id, line, ShipmentRow::ordered, "ordered quantity for one line");
        }
        List<ShipmentRow> left =
                rows.stream().filter(row -> row.shipped().signum() > 0).toList();
        oneUnitPerSerial(id, left);
        ShipmentRow first = rows.get(0);
        return ItemFulfillment.builder()
                .ref(ref)
                .addOrderReferences(new OrderReference(rules.orderReference(), first.order()))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(first.shippedAt())
                .lines(lines(id, left))
                .remainders(remainders(byLine))
                .packages(packages(id, left))
                .location(present(first.warehouse()))
                .shipMethod(present(first.service()))
                .freight(freight(id, rows))
                .build();
    }

    private static void one(String id, List<ShipmentRow> rows, Function<ShipmentRow, Object> part, String what)
            throws RowFault {
        if (rows.stream().map(part).distinct().count() > 1) {
            throw mixed(id, what);
        }
    }

    private static RowFault mixed(String id, String what) {
        return new RowFault("shipment " + id + ": its rows name more than one " + what);
    }

    private static void oneUnitPerSerial(String id, List<ShipmentRow> rows) throws RowFault {
        Set<List<String>> serials = new LinkedHashSet<>();
        for (ShipmentRow row : rows) {
            if (!row.serial().isEmpty() && !serials.add(List.of(row.line(), row.serial()))) {
                throw new RowFault("shipment " + id + ": its rows name one serial number twice");
            }
        }
    }

    private static Map<String, List<ShipmentRow>> grouped(
            List<ShipmentRow> rows, Function<ShipmentRow, String> property) {
        return rows.stream().collect(Collectors.groupingBy(property, LinkedHashMap::new, Collectors.toList()));
    }

    private List<ShippedLine> lines(String id, List<ShipmentRow> rows) throws RowFault {
        List<ShippedLine> lines = new ArrayList<>();
        for (Map.Entry<String, List<ShipmentRow>> line :
                grouped(rows, ShipmentRow::line).entrySet()) {
            lines.add(new ShippedLine(
                    new LineReference(rules.lineReference(), line.getKey()),
                    line.getValue().get(0).sku(),
                    units(line.getValue()),
                    numbers(id, line.getValue())));
        }
        return lines;
    }

    private static BigDecimal units(List<ShipmentRow> rows) {
        return rows.stream().map(ShipmentRow::shipped).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<InventoryNumber> numbers(String id, List<ShipmentRow> rows) throws RowFault {
        Map<String, List<ShipmentRow>> byNumber =
                grouped(rows, row -> row.serial().isEmpty() ? row.lot() : row.serial());
        byNumber.remove("");
        List<InventoryNumber> numbers = new ArrayList<>();
        for (Map.Entry<String, List<ShipmentRow>> number : byNumber.entrySet()) {
            one(id, number.getValue(), ShipmentRow::expiry, "expiry for one lot");
            Optional<LocalDate> expiry = number.getValue().get(0).expiry();
            numbers.add(new InventoryNumber(number.getKey(), units(number.getValue()), expiry));
        }
        return numbers;
    }

    /**
     * A word that means more than that all is well is handed on even where nobody tells how many units it is about; that units
     * are left of the order and no word is said of them is what a shipment in parts looks like.
     */
    private List<LineRemainder> remainders(Map<String, List<ShipmentRow>> byLine) {
        List<LineRemainder> remainders = new ArrayList<>();
        byLine.forEach((line, rows) -> {
            List<String> words = rows.stream()
                    .map(ShipmentRow::status)
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .toList();
            String word = String.join("/", words);
            Optional<BigDecimal> ordered = rows.get(0).ordered();
            BigDecimal rest = ordered.map(units -> units.subtract(units(rows)).max(BigDecimal.ZERO))
                    .orElse(BigDecimal.ZERO);
            boolean nothingLeftOut = ordered.isPresent() && rest.signum() == 0;
            Optional.of(word)
                    .filter(said -> !said.isEmpty())
                    .flatMap(rules.statuses()::fate)
                    .filter(fate -> fate == LineRemainder.Fate.UNKNOWN || !nothingLeftOut)
                    .ifPresent(fate -> remainders.add(new LineRemainder(
                            new LineReference(rules.lineReference(), line),
                            rows.get(0).sku(),
                            rest,
                            fate,
                            word)));
        });
        return remainders;
    }

    private List<ShippedPackage> packages(String id, List<ShipmentRow> rows) throws RowFault {
        List<ShippedPackage> packages = new ArrayList<>();
        for (Map.Entry<String, List<ShipmentRow>> carton :
                grouped(rows, ShipmentRow::carton).entrySet()) {
            List<ShipmentRow> contents = carton.getValue();
            one(id, contents, row -> List.of(row.carrier(), row.tracking()), "tracking number for one carton");
            one(id, contents, ShipmentRow::sscc, "label for one carton");
            ShipmentRow first = contents.get(0);
            Optional<BigDecimal> weight =
                    amount(id, contents, ShipmentRow::weight, rules.weightOf(), "weight for one carton");
            packages.add(ShippedPackage.builder()
                    .reference(carton.getKey().isEmpty() ? Integer.toString(packages.size() + 1) : carton.getKey())
                    .carrier(first.carrier().isEmpty() ? Carrier.UNKNOWN : new Carrier(first.carrier()))
                    .service(present(first.service()))
                    .trackingNumbers(first.tracking().isEmpty() ? List.of() : List.of(first.tracking()))
                    .contents(lines(id, contents))
                    .weightKg(weight.map(units -> units.multiply(rules.kilograms())))
                    .build());
        }
        return packages;
    }

    private Optional<Money> freight(String id, List<ShipmentRow> rows) throws RowFault {
        if (rules.currency().isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> sum = Optional.empty();
        for (List<ShipmentRow> part : rules.freightOf() == Extent.CARTON
                ? grouped(rows, ShipmentRow::carton).values()
                : List.of(rows)) {
            Optional<BigDecimal> amount = amount(id, part, ShipmentRow::freight, rules.freightOf(), "freight");
            sum = sum.isPresent() && amount.isPresent()
                    ? Optional.of(sum.get().add(amount.get()))
                    : sum.or(() -> amount);
        }
        return sum.map(amount -> new Money(amount, rules.currency().get()));
    }

    /** One amount for rows that belong together: added up if each row has its own, else the one that they name. */
    private static Optional<BigDecimal> amount(
            String id,
            List<ShipmentRow> rows,
            Function<ShipmentRow, Optional<BigDecimal>> part,
            Extent extent,
            String what)
            throws RowFault {
        List<BigDecimal> told = rows.stream()
                .flatMap(row -> part.apply(row).stream())
                .map(BigDecimal::stripTrailingZeros)
                .toList();
        if (extent == Extent.ROW) {
            return told.stream().reduce(BigDecimal::add);
        }
        if (told.stream().distinct().count() > 1) {
            throw mixed(id, what);
        }
        return told.stream().findFirst();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
