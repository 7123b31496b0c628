package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.threepl.internal.x12.AdviceHabits;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.ToldLines.ToldLine;
import dev.drayage.threepl.internal.x12.X12Error;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Translates a shipping advice, set 945, to one {@link ItemFulfillment}. Its reference is the depositor's order number, a
 * dot and the warehouse's shipment id (W06-02, W06-04). An advice of which nothing left has no lines and only remainders.
 */
final class ShippingAdviceReader implements SetReader {
    private static final BigDecimal KG_PER_POUND = new BigDecimal("0.45359237");

    private final SetContext context;
    private final AdviceHabits habits;
    private final AdviceLineReader lineReader;
    private final List<AdviceCarton.Mark> references = new ArrayList<>();
    private final List<AdviceCarton> cartons = new ArrayList<>();
    private final List<AdviceLine> lines = new ArrayList<>();
    private final Set<LineReference> distinct = new HashSet<>();
    private Optional<Segment> w06 = Optional.empty();
    private Optional<Segment> carrier = Optional.empty();
    private Optional<Segment> total = Optional.empty();
    private int totalPosition;
    private Optional<LocalDate> shippedOn = Optional.empty();
    private Optional<String> location = Optional.empty();

    ShippingAdviceReader(SetContext context) {
        this.context = context;
        this.habits = context.profile().shipments();
        this.lineReader = new AdviceLineReader(context);
    }

    @Override
    public Optional<RecordRef> subject() {
        return w06.filter(s -> !s.element(2).isBlank() && !s.element(4).isBlank())
                .map(s -> RecordRef.of(
                        context.account(),
                        RecordType.ITEM_FULFILLMENT,
                        s.element(2).strip() + "." + s.element(4).strip()));
    }

    @Override
    public void take(Segment segment, int position, Consumer<Document> out) throws SetFaultException {
        switch (segment.id()) {
            case "W06" -> header(segment, position);
            case "N1" -> party(segment);
            case "W27" -> carrier = Optional.of(segment);
            case "LX" -> {
                endLine();
                cartons.add(new AdviceCarton());
            }
            case "MAN" -> mark(segment, position);
            case "N9", "G62" -> detail(segment, position);
            case "W12" -> {
                endLine();
                lineReader.begin(segment, position);
            }
            case "W03" -> {
                endLine();
                total = Optional.of(segment);
                totalPosition = position;
            }
            case "SE" -> {
                endLine();
                out.accept(new Document.Told(context.header(), shipment(segment, position), Optional.empty()));
            }
            default -> {
                // Addresses, notes and measures are the buyer's or the carrier's, not ours.
            }
        }
    }

    private void header(Segment segment, int position) throws SetFaultException {
        w06 = Optional.of(segment);
        String order = segment.element(2).strip();
        if (order.isEmpty() || segment.element(4).isBlank()) {
            throw context.fault(
                    segment,
                    position,
                    order.isEmpty() ? 2 : 4,
                    order.isEmpty() ? "285" : "145",
                    X12Error.MISSING_ELEMENT,
                    "an advice must name the order and the warehouse's shipment id");
        }
        lineReader.order(order);
        String code = segment.element(1);
        if (habits.reportingCodes().contains(code)) {
            return;
        }
        SetFaultException fault = context.fault(
                segment,
                position,
                1,
                "514",
                X12Error.INVALID_CODE,
                "the reporting code " + code + " is not one of "
                        + habits.reportingCodes().stream().sorted().toList()
                        + ": lines that are not listed would be read as not shipped");
        if ((!code.equals("N") && !code.equals("X")) || lineReader.sent().isEmpty()) {
            throw fault;
        }
        context.unlessBorne(Leniency.UNLISTED_LINES_AS_ORDERED, fault);
    }

    private void party(Segment n1) {
        if (n1.element(1).equals("SF")) {
            String code = n1.element(4).strip();
            location =
                    Optional.of(code.isEmpty() ? n1.element(2).strip() : code).filter(text -> !text.isEmpty());
        }
    }

    private void mark(Segment man, int position) throws SetFaultException {
        if (!man.element(3).isEmpty() || !man.element(6).isEmpty()) {
            throw context.contradiction(man, position, "a range of marks does not tell which parcel is which");
        }
        carton(man, position).mark(man);
    }

    private void detail(Segment segment, int position) throws SetFaultException {
        if (lineReader.isOpen()) {
            lineReader.detail(segment, position);
        } else if (!cartons.isEmpty()) {
            if (lineReader.ofLine(segment.element(1))) {
                // A line of which nothing left adds nothing to any total: only its orphaned references tell of its
                // loss.
                throw context.contradiction(
                        segment,
                        position,
                        "a reference of a line (" + segment.element(1) + ") stands without its line");
            }
            carton(segment, position).reference(segment);
        } else if (segment.is("N9")) {
            references.add(
                    new AdviceCarton.Mark(segment.element(1), segment.element(2).strip(), 0));
        } else if (segment.element(1).equals(habits.shippedQualifier())) {
            if (shippedOn.isPresent()) {
                throw context.contradiction(segment, position, "the advice has two ship dates");
            }
            shippedOn = Optional.of(context.date(segment, position, 2));
        }
    }

    private AdviceCarton carton(Segment at, int position) throws SetFaultException {
        if (cartons.isEmpty()) {
            throw context.contradiction(at, position, at.id() + " stands before the first LX");
        }
        return cartons.get(cartons.size() - 1);
    }

    private void endLine() throws SetFaultException {
        Optional<AdviceLine> line = lineReader.end();
        if (line.isPresent()) {
            lines.add(line.get());
            distinct.add(line.get().line());
            carton(line.get().at(), line.get().position()).line(line.get());
            if (distinct.size() > context.profile().limits().keys()) {
                throw context.contradiction(line.get().at(), line.get().position(), "more lines than the limit");
            }
        }
    }

    private ItemFulfillment shipment(Segment se, int position) throws SetFaultException {
        Segment head = w06.orElseThrow(() -> context.contradiction(se, position, "the advice names no order"));
        if (!habits.reportingCodes().contains(head.element(1))) {
            addUnlisted(head);
        }
        checkTotal(se, position);
        Instant shippedAt = shippedOn(head)
                .atTime(habits.timeOfShipDate())
                .atZone(context.profile().zone())
                .toInstant();
        AdvicePackages packages = new AdvicePackages(habits, references, carrier);
        return ItemFulfillment.builder()
                .ref(subject().orElseThrow())
                .addOrderReferences(new OrderReference(
                        context.profile().orderReference(), head.element(2).strip()))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(shippedAt)
                .lines(AdviceLine.sums(lines))
                .remainders(new AdviceTotals(context, lines).remainders())
                .packages(packages.of(cartons, weight()))
                .location(location)
                .shipMethod(packages.service())
                .build();
    }

    private LocalDate shippedOn(Segment head) throws SetFaultException {
        return shippedOn.isPresent() ? shippedOn.get() : context.date(head, 2, 3);
    }

    /** An advice of exceptions: what it does not list left as it was sent. */
    private void addUnlisted(Segment head) {
        if (cartons.isEmpty()) {
            cartons.add(new AdviceCarton());
        }
        for (ToldLine line : lineReader.sent().orElse(List.of())) {
            if (distinct.add(line.line())) {
                AdviceLine unlisted = new AdviceLine(
                        head,
                        2,
                        line.line(),
                        line.sku(),
                        Optional.of(line.quantity()),
                        line.quantity(),
                        Optional.empty(),
                        head.element(1),
                        List.of());
                lines.add(unlisted);
                cartons.get(cartons.size() - 1).line(unlisted);
            }
        }
    }

    private void checkTotal(Segment se, int position) throws SetFaultException {
        if (total.isEmpty()) {
            context.unlessBorne(
                    Leniency.SHIPMENT_TOTAL,
                    context.fault(se, position, 0, "", X12Error.MISSING_SEGMENT, "the total (W03) is missing"));
            return;
        }
        BigDecimal told = context.quantity(total.get(), totalPosition, 1, "382");
        BigDecimal sum = lines.stream().map(AdviceLine::shipped).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (told.compareTo(sum) != 0) {
            context.unlessBorne(
                    Leniency.SHIPMENT_TOTAL,
                    context.fault(
                            total.get(),
                            totalPosition,
                            1,
                            "382",
                            X12Error.INVALID_CODE,
                            "the total says " + told + " units and the lines add up to " + sum.toPlainString()));
        }
    }

    private Optional<BigDecimal> weight() throws SetFaultException {
        if (total.isEmpty() || total.get().element(2).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal weight = context.quantity(total.get(), totalPosition, 2, "81");
        BigDecimal perUnit = switch (total.get().element(3)) {
            case "LB" -> KG_PER_POUND;
            case "KG" -> BigDecimal.ONE;
            default ->
                throw context.fault(
                        total.get(),
                        totalPosition,
                        3,
                        "355",
                        X12Error.INVALID_CODE,
                        "the weight's unit \"" + total.get().element(3) + "\" is neither LB nor KG");
        };
        return weight.signum() == 0 ? Optional.empty() : Optional.of(weight.multiply(perUnit));
    }
}
