package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.threepl.StockLots;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.StockHabits;
import dev.drayage.threepl.internal.x12.StockHabits.Counts;
import dev.drayage.threepl.internal.x12.X12Error;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Translates a stock advice, set 846, to one {@link InventoryLevel} per item, as the items pass by. The reference is
 * {@code location/sku}, with {@code /lot} behind where lots are told apart. No total covers the quantities of a stock
 * advice, so everything that an exchange of segments would disturb is checked: item numbers count up, no SKU and lot stands
 * twice, quantities are named in one order, and what can be promised is there.
 */
final class StockAdviceReader implements SetReader {
    private final SetContext context;
    private final StockHabits habits;
    private final QuantityOrder order;
    private final Map<String, StockItem> summed = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private Optional<Instant> countedAt = Optional.empty();
    private Optional<String> location;
    private Optional<StockItem> open = Optional.empty();
    private boolean counted;
    private int items;

    StockAdviceReader(SetContext context) {
        this.context = context;
        this.habits = context.profile().stock();
        this.order = new QuantityOrder(context);
        this.location = habits.location();
    }

    @Override
    public void take(Segment segment, int position, Consumer<Document> out) throws SetFaultException {
        switch (segment.id()) {
            case "BIA" -> begin(segment, position);
            case "N1" -> place(segment, position);
            case "LIN" -> {
                end(out);
                item(segment, position);
            }
            case "DTM" -> {
                if (open.isPresent() && segment.element(1).equals(habits.expiryQualifier())) {
                    open.get().expiresOn(context, segment, position);
                }
            }
            case "QTY" -> {
                if (open.isPresent()) {
                    quantity(open.get(), segment, position);
                }
            }
            case "CTT" -> {
                end(out);
                counted = true;
                if (new BigDecimal(segment.element(1)).compareTo(BigDecimal.valueOf(items)) != 0) {
                    throw context.fault(
                            segment,
                            position,
                            1,
                            "354",
                            X12Error.INVALID_CODE,
                            "the total says " + segment.element(1) + " items and there are " + items);
                }
            }
            case "SE" -> finish(segment, position, out);
            default -> {
                // Descriptions and measures say nothing of quantities.
            }
        }
    }

    private void begin(Segment bia, int position) throws SetFaultException {
        if (!bia.element(1).equals("00")) {
            throw context.fault(
                    bia, position, 1, "353", X12Error.INVALID_CODE, "only an original (00) tells the stock anew");
        }
        LocalTime time = LocalTime.NOON;
        if (bia.element(5).isEmpty()) {
            context.unlessBorne(
                    Leniency.COUNT_TIME,
                    context.fault(
                            bia,
                            position,
                            5,
                            "337",
                            X12Error.MISSING_ELEMENT,
                            "without a time nobody knows which shipments the count has seen"));
        } else {
            time = context.time(bia, position, 5);
        }
        countedAt = Optional.of(context.date(bia, position, 4)
                .atTime(time)
                .atZone(context.profile().zone())
                .toInstant());
    }

    private void place(Segment n1, int position) throws SetFaultException {
        if (!n1.element(1).equals("WH")) {
            return;
        }
        if (n1.element(4).isBlank() || items > 0) {
            throw context.fault(
                    n1, position, 4, "67", X12Error.MISSING_ELEMENT, "the warehouse has no code, or comes too late");
        }
        location = Optional.of(n1.element(4).strip());
    }

    private void item(Segment lin, int position) throws SetFaultException {
        items++;
        if (!lin.element(1).isEmpty() && !lin.element(1).matches("0*" + items)) {
            context.unlessBorne(
                    Leniency.ITEM_NUMBERS,
                    context.fault(
                            lin,
                            position,
                            1,
                            "350",
                            X12Error.INVALID_CODE,
                            "item " + items + " is numbered " + lin.element(1) + ": items were lost or exchanged"));
        }
        StockItem item = StockItem.of(context, lin, position);
        Integer before = seen.putIfAbsent(item.sku() + "\n" + item.lot().orElse(""), items);
        if (before != null) {
            throw context.contradiction(
                    lin,
                    position,
                    "SKU " + item.sku() + item.lot().map(lot -> ", lot " + lot).orElse("") + " stands as item " + before
                            + " and as item " + items);
        }
        if (seen.size() > context.profile().limits().keys()) {
            throw context.contradiction(lin, position, "more SKUs and lots than the limit");
        }
        order.nextItem();
        open = Optional.of(item);
    }

    private void quantity(StockItem item, Segment qty, int position) throws SetFaultException {
        Counts counts = habits.quantities().get(qty.element(1));
        if (counts == null) {
            throw context.fault(
                    qty,
                    position,
                    1,
                    "673",
                    X12Error.INVALID_CODE,
                    "quantity " + qty.element(1) + " of SKU " + item.sku() + " is not in the profile");
        }
        if (!qty.element(3).isEmpty()) {
            context.unit(qty, position, 3);
        }
        order.quantity(qty, position);
        BigDecimal quantity = context.quantity(qty, position, 2, "380");
        if (counts != Counts.IGNORED && !item.put(counts, quantity)) {
            throw context.contradiction(
                    qty, position, "SKU " + item.sku() + " has two quantities that count " + counts);
        }
    }

    private void end(Consumer<Document> out) throws SetFaultException {
        if (open.isEmpty()) {
            return;
        }
        StockItem item = open.get();
        open = Optional.empty();
        item.check(context);
        if (habits.lots() == StockLots.APART) {
            out.accept(told(item));
        } else if (summed.containsKey(item.sku())) {
            summed.computeIfPresent(item.sku(), (sku, sum) -> sum.plus(item));
        } else {
            summed.put(item.sku(), item.withoutLot());
        }
    }

    private void finish(Segment se, int position, Consumer<Document> out) throws SetFaultException {
        end(out);
        if (!counted) {
            context.unlessBorne(
                    Leniency.STOCK_TOTAL,
                    context.fault(
                            se, position, 0, "", X12Error.MISSING_SEGMENT, "the count of items (CTT) is missing"));
        }
        for (StockItem item : summed.values()) {
            out.accept(told(item));
        }
    }

    private Document told(StockItem item) throws SetFaultException {
        InventoryLevel level = level(item);
        return new Document.Told(context.header(), level, Optional.of(level.countedAt()));
    }

    private InventoryLevel level(StockItem item) throws SetFaultException {
        String place = location.orElseThrow(() -> context.contradiction(
                item.at(), item.position(), "the document names no warehouse (N1 WH) and the profile has none"));
        Instant counted = countedAt.orElseThrow(
                () -> context.contradiction(item.at(), item.position(), "the document tells no time of its count"));
        return item.level(
                RecordRef.of(
                        context.account(),
                        RecordType.INVENTORY_LEVEL,
                        place + "/" + item.sku()
                                + item.lot().map(lot -> "/" + lot).orElse("")),
                place,
                counted);
    }
}
