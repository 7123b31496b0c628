package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.InventoryNumber;
import dev.drayage.model.LineReference;
import dev.drayage.threepl.internal.x12.AdviceHabits;
import dev.drayage.threepl.internal.x12.ToldLines.ToldLine;
import dev.drayage.threepl.internal.x12.X12Error;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the segments of one W12 after the other and makes an {@link AdviceLine} of each. Not thread-safe. */
final class AdviceLineReader {
    private final SetContext context;
    private final AdviceHabits habits;
    private final Set<String> serialsOfDocument = new HashSet<>();
    private Optional<List<ToldLine>> sent = Optional.empty();
    private String order = "";

    private Optional<Segment> open = Optional.empty();
    private int position;
    private final List<String> lineIds = new ArrayList<>();
    private final List<String> lots = new ArrayList<>();
    private final List<String> serials = new ArrayList<>();
    private Optional<LocalDate> expiry = Optional.empty();

    AdviceLineReader(SetContext context) {
        this.context = context;
        this.habits = context.profile().shipments();
    }

    /** The order whose lines follow. */
    void order(String orderNumber) {
        order = orderNumber;
        sent = context.toldLines().lines(orderNumber);
    }

    /** The order's lines as they were sent, if known. */
    Optional<List<ToldLine>> sent() {
        return sent;
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /** Whether references of this kind belong to lines. */
    boolean ofLine(String qualifier) {
        return Optional.of(qualifier).equals(habits.lineIdQualifier())
                || qualifier.equals(habits.lotQualifier())
                || qualifier.equals(habits.serialQualifier());
    }

    void begin(Segment w12, int at) throws SetFaultException {
        for (int element = 16; element <= 18; element++) {
            if (!w12.element(element).isEmpty()) {
                throw context.fault(
                        w12,
                        at,
                        element,
                        "",
                        X12Error.INVALID_CODE,
                        "the warehouse shipped " + w12.element(8) + " in place of "
                                + (w12.element(18).isEmpty() ? w12.element(16) : w12.element(18))
                                + ": a person must decide");
            }
        }
        open = Optional.of(w12);
        position = at;
        lineIds.clear();
        lots.clear();
        serials.clear();
        expiry = Optional.empty();
    }

    void detail(Segment segment, int at) throws SetFaultException {
        if (segment.is("N9")) {
            String qualifier = segment.element(1);
            String value = segment.element(2).strip();
            if (Optional.of(qualifier).equals(habits.lineIdQualifier())) {
                lineIds.add(value);
            } else if (qualifier.equals(habits.lotQualifier())) {
                lots.add(value);
            } else if (qualifier.equals(habits.serialQualifier())) {
                serials.add(value);
            } else {
                return;
            }
            if (value.isEmpty()) {
                throw context.fault(segment, at, 2, "127", X12Error.MISSING_ELEMENT, "the reference is empty");
            }
        } else if (segment.is("G62") && segment.element(1).equals(habits.expiryQualifier())) {
            if (expiry.isPresent()) {
                throw context.contradiction(segment, at, "the line has two expiry dates");
            }
            expiry = Optional.of(context.date(segment, at, 2));
        }
    }

    /** The line that was begun; empty if none was. */
    Optional<AdviceLine> end() throws SetFaultException {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Segment w12 = open.get();
        open = Optional.empty();
        BigDecimal shipped = context.quantity(w12, position, 3, "382");
        context.unit(w12, position, 5);
        String sku = sku(w12);
        return Optional.of(new AdviceLine(
                w12,
                position,
                line(w12, sku),
                sku,
                w12.element(2).isEmpty() ? Optional.empty() : Optional.of(context.quantity(w12, position, 2, "330")),
                shipped,
                difference(w12),
                w12.element(1),
                numbers(w12, shipped)));
    }

    private Optional<BigDecimal> difference(Segment w12) throws SetFaultException {
        String text = w12.element(4);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            throw context.fault(
                    w12, position, 4, "383", X12Error.INVALID_CHARACTER, "\"" + text + "\" is no difference");
        }
        return Optional.of(new BigDecimal(text).abs());
    }

    private String sku(Segment w12) throws SetFaultException {
        if (habits.skuQualifiers().contains(w12.element(7)) && !w12.element(8).isBlank()) {
            return w12.element(8).strip();
        }
        throw context.fault(
                w12,
                position,
                7,
                "235",
                X12Error.INVALID_CODE,
                "none of the item's names is of " + habits.skuQualifiers());
    }

    private LineReference line(Segment w12, String sku) throws SetFaultException {
        if (habits.lineIdQualifier().isEmpty()) {
            return bySku(w12, sku);
        }
        if (lineIds.size() != 1) {
            throw context.contradiction(
                    w12,
                    position,
                    "the line of SKU " + sku + " has " + lineIds.size() + " line ids (N9 "
                            + habits.lineIdQualifier().get() + ") instead of one");
        }
        LineReference line = new LineReference(context.profile().lineReference(), lineIds.get(0));
        if (sent.isPresent()) {
            ToldLine told = sent.get().stream()
                    .filter(s -> s.line().equals(line))
                    .findFirst()
                    .orElseThrow(() -> context.contradiction(
                            w12, position, "order " + order + " was sent without a line " + line.value()));
            if (!told.sku().equalsIgnoreCase(sku)) {
                throw context.contradiction(
                        w12,
                        position,
                        "line " + line.value() + " of order " + order + " was sent with SKU " + told.sku()
                                + " and comes back with " + sku);
            }
        }
        return line;
    }

    private LineReference bySku(Segment w12, String sku) throws SetFaultException {
        List<ToldLine> candidates = sent
                .orElseThrow(() -> context.contradiction(
                        w12, position, "lines have no ids and order " + order + " was not sent from here"))
                .stream()
                .filter(line -> line.sku().equalsIgnoreCase(sku))
                .toList();
        if (candidates.size() != 1) {
            throw context.contradiction(
                    w12,
                    position,
                    "lines have no ids and order " + order + " was sent with " + candidates.size() + " lines of SKU "
                            + sku);
        }
        return candidates.get(0).line();
    }

    private List<InventoryNumber> numbers(Segment w12, BigDecimal shipped) throws SetFaultException {
        String shortLot = w12.element(9).strip();
        if (lots.size() > 1 || (!lots.isEmpty() && !lots.get(0).startsWith(shortLot))) {
            throw context.contradiction(w12, position, "the line names more than one lot for its quantity");
        }
        String lot = lots.isEmpty() ? shortLot : lots.get(0);
        if (!lot.isEmpty() && !serials.isEmpty()) {
            throw context.contradiction(w12, position, "the line has a lot and serial numbers");
        }
        if (BigDecimal.valueOf(serials.size()).compareTo(shipped) > 0) {
            throw context.contradiction(
                    w12, position, "the line has " + serials.size() + " serial numbers for " + shipped + " units");
        }
        List<InventoryNumber> numbers = new ArrayList<>();
        if (!lot.isEmpty() && shipped.signum() > 0) {
            numbers.add(new InventoryNumber(lot, shipped, expiry));
        }
        for (String serial : serials) {
            if (!serialsOfDocument.add(w12.element(8) + "\n" + serial)) {
                throw context.contradiction(w12, position, "the serial number " + serial + " left twice");
            }
            if (serialsOfDocument.size() > context.profile().limits().keys()) {
                throw context.contradiction(w12, position, "there are more serial numbers than the limit");
            }
            numbers.add(new InventoryNumber(serial, BigDecimal.ONE, expiry));
        }
        return numbers;
    }
}
