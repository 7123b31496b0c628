package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.StockHabits;
import dev.drayage.threepl.internal.x12.StockHabits.Counts;
import dev.drayage.threepl.internal.x12.X12Error;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One LIN of a stock advice and what stands below it. Filled while reading; not thread-safe. */
final class StockItem {
    private final Segment at;
    private final int position;
    private final String sku;
    private final Optional<String> lot;
    private final Map<Counts, BigDecimal> quantities = new EnumMap<>(Counts.class);
    private Optional<LocalDate> expiresOn = Optional.empty();

    private StockItem(Segment at, int position, String sku, Optional<String> lot) {
        this.at = at;
        this.position = position;
        this.sku = sku;
        this.lot = lot;
    }

    static StockItem of(SetContext context, Segment lin, int position) throws SetFaultException {
        StockHabits habits = context.profile().stock();
        known(context, lin, position);
        for (String qualifier : habits.skuQualifiers()) {
            List<String> names = names(lin, qualifier);
            if (names.size() > 1) {
                throw context.contradiction(lin, position, "the item has two names of kind " + qualifier);
            } else if (names.size() == 1) {
                List<String> lots = names(lin, habits.lotQualifier());
                if (lots.size() > 1) {
                    throw context.contradiction(lin, position, "the item has two lots");
                }
                return new StockItem(lin, position, names.get(0), lots.stream().findFirst());
            }
        }
        throw context.fault(
                lin,
                position,
                2,
                "235",
                X12Error.INVALID_CODE,
                "none of the item's names is of " + habits.skuQualifiers());
    }

    /** A name of an unknown kind may be the SKU's own in disguise, while another name would be taken for the SKU. */
    private static void known(SetContext context, Segment lin, int position) throws SetFaultException {
        StockHabits habits = context.profile().stock();
        int last = lin.elements().size();
        if (lin.element(last).isEmpty()) {
            // No segment ends with a separator: one that does has lost the end of its last name.
            throw context.fault(
                    lin, position, last, "234", X12Error.MISSING_ELEMENT, "the item's last name is cut off");
        }
        for (int element = 2; element <= lin.elements().size(); element += 2) {
            String qualifier = lin.element(element);
            if (!qualifier.isEmpty()
                    && !habits.skuQualifiers().contains(qualifier)
                    && !habits.otherQualifiers().contains(qualifier)
                    && !habits.lotQualifier().equals(qualifier)) {
                throw context.fault(
                        lin,
                        position,
                        element,
                        "235",
                        X12Error.INVALID_CODE,
                        "a name of kind " + qualifier + " is not in the profile");
            }
        }
    }

    Segment at() {
        return at;
    }

    int position() {
        return position;
    }

    String sku() {
        return sku;
    }

    Optional<String> lot() {
        return lot;
    }

    /** Notes a quantity; false if there was one already. */
    boolean put(Counts counts, BigDecimal quantity) {
        return quantities.putIfAbsent(counts, quantity) == null;
    }

    void expiresOn(SetContext context, Segment dtm, int at) throws SetFaultException {
        LocalDate date = context.date(dtm, at, 2);
        if (expiresOn.isPresent()) {
            throw context.contradiction(dtm, at, "SKU " + sku + " has two expiry dates");
        }
        expiresOn = Optional.of(date);
    }

    void check(SetContext context) throws SetFaultException {
        BigDecimal onHand = quantities.get(Counts.ON_HAND);
        BigDecimal available = quantities.get(Counts.AVAILABLE);
        if (onHand == null && available == null) {
            throw context.contradiction(
                    at, position, "SKU " + sku + " has neither a quantity on hand nor one that can be promised");
        }
        if (onHand != null && available != null && available.compareTo(onHand) > 0) {
            context.unlessBorne(
                    Leniency.AVAILABLE_ABOVE_ON_HAND,
                    context.contradiction(
                            at,
                            position,
                            "of SKU " + sku + " " + available + " can be promised and " + onHand + " are there"));
        }
    }

    /** The item without its lot, to add other lots to it. */
    StockItem withoutLot() {
        StockItem item = new StockItem(at, position, sku, Optional.empty());
        item.quantities.putAll(quantities);
        return item;
    }

    /** Both items' quantities; what only one of them tells is not known of the sum. */
    StockItem plus(StockItem other) {
        for (Counts counts : new ArrayList<>(quantities.keySet())) {
            BigDecimal more = other.quantities.get(counts);
            if (more == null) {
                quantities.remove(counts);
            } else {
                quantities.merge(counts, more, BigDecimal::add);
            }
        }
        return this;
    }

    InventoryLevel level(RecordRef ref, String location, Instant countedAt) {
        return InventoryLevel.builder()
                .ref(ref)
                .sku(sku)
                .location(location)
                .lot(lot)
                .expiresOn(expiresOn)
                .countedAt(countedAt)
                .onHand(Optional.ofNullable(quantities.get(Counts.ON_HAND)))
                .available(Optional.ofNullable(quantities.get(Counts.AVAILABLE)))
                .onHold(Optional.ofNullable(quantities.get(Counts.ON_HOLD)))
                .build();
    }

    private static List<String> names(Segment lin, String qualifier) {
        List<String> names = new ArrayList<>();
        for (int element = 2; element < 32; element += 2) {
            if (lin.element(element).equals(qualifier)
                    && !lin.element(element + 1).isBlank()) {
                names.add(lin.element(element + 1).strip());
            }
        }
        return names;
    }
}
