package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.InventoryNumber;
import dev.drayage.model.LineReference;
import dev.drayage.model.ShippedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one W12 and the segments below it say: units of one order line, in one carton.
 *
 * @param at the W12
 * @param position its position in the set
 * @param line which line of the order
 * @param sku the SKU as the warehouse writes it
 * @param ordered units ordered of the whole line, where told
 * @param shipped units that left in this carton
 * @param difference the warehouse's own difference, where told
 * @param status the warehouse's word
 * @param numbers lots and serial numbers
 */
record AdviceLine(
        Segment at,
        int position,
        LineReference line,
        String sku,
        Optional<BigDecimal> ordered,
        BigDecimal shipped,
        Optional<BigDecimal> difference,
        String status,
        List<InventoryNumber> numbers) {

    /** What left of each order line, added up over cartons, in the order of first mention. */
    static List<ShippedLine> sums(List<AdviceLine> parts) {
        Map<LineReference, BigDecimal> quantities = new LinkedHashMap<>();
        Map<LineReference, String> skus = new LinkedHashMap<>();
        Map<LineReference, Map<String, InventoryNumber>> numbers = new LinkedHashMap<>();
        for (AdviceLine part : parts) {
            if (part.shipped().signum() == 0) {
                continue;
            }
            quantities.merge(part.line(), part.shipped(), BigDecimal::add);
            skus.putIfAbsent(part.line(), part.sku());
            Map<String, InventoryNumber> known = numbers.computeIfAbsent(part.line(), l -> new LinkedHashMap<>());
            part.numbers().forEach(number -> known.merge(number.number(), number, AdviceLine::sum));
        }
        List<ShippedLine> lines = new ArrayList<>();
        quantities.forEach((line, quantity) -> lines.add(new ShippedLine(
                line,
                skus.getOrDefault(line, ""),
                quantity,
                List.copyOf(numbers.getOrDefault(line, Map.of()).values()))));
        return lines;
    }

    private static InventoryNumber sum(InventoryNumber a, InventoryNumber b) {
        return new InventoryNumber(
                a.number(), a.quantity().add(b.quantity()), a.expiresOn().or(b::expiresOn));
    }
}
