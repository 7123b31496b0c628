package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.LineReference;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.LineRemainder.Fate;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.X12Error;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an advice says of each order line as a whole. The quantity that left (W12-03) adds up over cartons; the ordered one
 * (W12-02) is repeated and must be the same each time. The difference is ours to compute: warehouses send it with either
 * sign, of the carton or of the line.
 */
final class AdviceTotals {
    private final SetContext context;
    private final Map<LineReference, List<AdviceLine>> lines = new LinkedHashMap<>();

    AdviceTotals(SetContext context, List<AdviceLine> parts) {
        this.context = context;
        parts.forEach(part ->
                lines.computeIfAbsent(part.line(), l -> new ArrayList<>()).add(part));
    }

    /** What did not leave, per line. */
    List<LineRemainder> remainders() throws SetFaultException {
        List<LineRemainder> remainders = new ArrayList<>();
        for (List<AdviceLine> parts : lines.values()) {
            remainder(parts).ifPresent(remainders::add);
        }
        return remainders;
    }

    private Optional<LineRemainder> remainder(List<AdviceLine> parts) throws SetFaultException {
        AdviceLine first = parts.get(0);
        BigDecimal shipped = parts.stream().map(AdviceLine::shipped).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> stillOpen = Optional.empty();
        for (AdviceLine part : parts) {
            agrees(first, part);
            Optional<BigDecimal> told = difference(part, shipped);
            stillOpen = told.isPresent() ? told : stillOpen;
        }
        Optional<BigDecimal> ordered =
                first.ordered().or(() -> first.difference().map(shipped::add));
        Set<Fate> rest =
                parts.stream().flatMap(part -> fate(part).stream()).collect(Collectors.toCollection(HashSet::new));
        if (ordered.isEmpty()) {
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            throw context.fault(
                    first.at(),
                    first.position(),
                    2,
                    "330",
                    X12Error.MISSING_CONDITIONAL_ELEMENT,
                    "the line is not complete and tells neither what was ordered nor what is missing");
        }
        BigDecimal missing = stillOpen.orElse(ordered.get().subtract(shipped));
        if (missing.signum() <= 0) {
            return Optional.empty();
        }
        boolean unknown = rest.remove(Fate.UNKNOWN);
        if (rest.size() > 1) {
            throw context.contradiction(
                    first.at(),
                    first.position(),
                    "the rest of line " + first.line().value() + " is both back-ordered and cancelled");
        }
        Fate fate = rest.isEmpty() || unknown ? Fate.UNKNOWN : rest.iterator().next();
        String word = parts.stream().map(AdviceLine::status).distinct().collect(Collectors.joining(" "));
        return Optional.of(new LineRemainder(first.line(), first.sku(), missing, fate, word));
    }

    private void agrees(AdviceLine first, AdviceLine part) throws SetFaultException {
        if (!first.sku().equalsIgnoreCase(part.sku())) {
            throw context.contradiction(
                    part.at(),
                    part.position(),
                    "line " + part.line().value() + " stands with the SKUs " + first.sku() + " and " + part.sku());
        }
        if (first.ordered().isPresent() != part.ordered().isPresent()
                || (first.ordered().isPresent()
                        && first.ordered().get().compareTo(part.ordered().orElse(BigDecimal.ZERO)) != 0)) {
            throw context.fault(
                    part.at(),
                    part.position(),
                    2,
                    "330",
                    X12Error.INVALID_CODE,
                    "line " + part.line().value() + " was ordered in two quantities");
        }
    }

    /** Checks the difference that a part tells; returns it where it says what earlier advices left open. */
    private Optional<BigDecimal> difference(AdviceLine part, BigDecimal shippedOfLine) throws SetFaultException {
        if (part.ordered().isEmpty() || part.difference().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal ordered = part.ordered().get();
        BigDecimal told = part.difference().get();
        BigDecimal here = ordered.subtract(shippedOfLine);
        if (told.compareTo(ordered.subtract(part.shipped()).abs()) == 0 || told.compareTo(here.abs()) == 0) {
            return Optional.empty();
        }
        SetFaultException fault = context.fault(
                part.at(),
                part.position(),
                4,
                "383",
                X12Error.INVALID_CODE,
                "ordered " + ordered + " and shipped " + part.shipped() + " do not differ by " + told);
        if (told.compareTo(here) > 0) {
            throw fault;
        }
        context.unlessBorne(Leniency.DIFFERENCE_OF_ALL_ADVICES, fault);
        return Optional.of(told);
    }

    private Optional<Fate> fate(AdviceLine part) {
        return context.profile().shipments().lineStatuses().fate(part.status());
    }
}
