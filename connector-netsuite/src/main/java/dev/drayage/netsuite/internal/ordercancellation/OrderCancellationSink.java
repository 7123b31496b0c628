package dev.drayage.netsuite.internal.ordercancellation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.OrderCancellation;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.order.OrderFinder;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.order.OrderMatches;
import dev.drayage.netsuite.internal.order.StandingOrder;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
import dev.drayage.netsuite.internal.warehouseorder.ClosedLines;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Closes order lines whose rest will not leave, as a warehouse says. A line is closed only if all that is open of it was
 * called off; closing it again changes nothing, so a lost answer is simply sent again. If the order stood as its warehouses
 * know it, what it says then is told with the outcome, so that the warehouse that called the goods off is not told so
 * itself. Thread-safe.
 */
public final class OrderCancellationSink implements RecordSink<OrderCancellation> {
    private static final int BATCH = 10;

    private final NetSuiteAccount account;
    private final OrderFinder orders;
    private final OrderLines.Reader lines;
    private final ClosedLines closed;

    /** A sink that finds orders by {@code orders} and foresees by {@code closed} how they will be read. */
    public OrderCancellationSink(
            NetSuiteAccount account, OrderFinder orders, OrderLines.Reader lines, ClosedLines closed) {
        this.account = account;
        this.orders = orders;
        this.lines = lines;
        this.closed = closed;
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<OrderCancellation> prepare(
            Effect<OrderCancellation> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, wanted(effect).names(), "", "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<OrderCancellation>> batch, CallContext call) {
        Targets targets = targets(batch.stream().map(Prepared::effect).toList(), call);
        return WriteBatch.each(batch, account.time(), prepared -> close(prepared.effect(), targets, call));
    }

    private record Targets(Map<OrderFinder.Wanted, List<StandingOrder>> orders, Map<String, OrderLines> lines) {
        List<StandingOrder> matches(Effect<OrderCancellation> effect) {
            return orders.getOrDefault(wanted(effect), List.of());
        }

        OrderLines linesOf(StandingOrder order) {
            return lines.getOrDefault(order.id(), new OrderLines(List.of(), Optional.empty()));
        }
    }

    private Targets targets(Collection<Effect<OrderCancellation>> effects, CallContext call) {
        Map<OrderFinder.Wanted, List<StandingOrder>> found =
                orders.find(effects.stream().map(OrderCancellationSink::wanted).toList(), call);
        Set<String> ids = new LinkedHashSet<>();
        found.values().stream()
                .filter(matches -> matches.size() == 1)
                .forEach(matches -> ids.add(matches.get(0).id()));
        return new Targets(found, ids.isEmpty() ? Map.of() : lines.read(ids, call));
    }

    private EffectOutcome close(Effect<OrderCancellation> effect, Targets targets, CallContext call) {
        String names = wanted(effect).names();
        List<StandingOrder> matches = targets.matches(effect);
        if (matches.isEmpty()) {
            return OrderMatches.missing(names);
        }
        if (matches.size() > 1) {
            return new EffectOutcome.Rejected(OrderMatches.ambiguous(names, matches));
        }
        StandingOrder order = matches.get(0);
        List<Violation> violations = new ArrayList<>();
        OrderLines standing = targets.linesOf(order);
        List<OrderLines.Line> open = open(effect.record(), standing, order, violations);
        if (!violations.isEmpty()) {
            return new EffectOutcome.Rejected(new Violations(violations));
        }
        RecordRef ref = RecordRef.of(account.id(), RecordType.WAREHOUSE_ORDER, order.id());
        String foreseen = closed.foresee(
                ref,
                effect.record().lines().stream()
                        .flatMap(rest -> standing.named(rest.line()).stream())
                        .map(OrderLines.Line::number)
                        .toList(),
                call);
        if (open.isEmpty()) {
            closed.closed(ref, foreseen);
            return new EffectOutcome.Unchanged(ref, foreseen);
        }
        List<String> numbers = open.stream().map(OrderLines.Line::number).toList();
        ObjectNode body = account.records().body();
        ArrayNode rows = body.putObject("item").putArray("items");
        numbers.forEach(
                number -> rows.addObject().put("line", new BigDecimal(number)).put("isClosed", true));
        WriteAnswer answer = account.records().update(RecordKind.SALES_ORDER, order.id(), body, Optional.empty(), call);
        if (answer instanceof WriteAnswer.Refused refused) {
            return new EffectOutcome.Rejected(refused.refusal().violations());
        }
        closed.closed(ref, foreseen);
        return new EffectOutcome.Applied(ref, "", foreseen, List.of());
    }

    /** The lines that are still to be closed; what does not fit goes to {@code violations}. */
    private static List<OrderLines.Line> open(
            OrderCancellation cancellation, OrderLines order, StandingOrder standing, List<Violation> violations) {
        Map<OrderLines.Line, BigDecimal> units = new LinkedHashMap<>();
        for (LineRemainder rest : cancellation.lines()) {
            List<OrderLines.Line> found = order.named(rest.line());
            if (found.size() == 1) {
                units.merge(found.get(0), rest.quantity(), BigDecimal::add);
            } else {
                violations.add(new Violation(
                        found.isEmpty() ? ErrorCode.LINE_UNKNOWN : ErrorCode.MATCH_AMBIGUOUS,
                        "line",
                        "line " + rest.line().value() + " of order " + standing.number()
                                + (found.isEmpty() ? " does not exist in NetSuite" : " stands in several lines")));
            }
        }
        List<OrderLines.Line> open = new ArrayList<>();
        units.forEach((line, cancelled) -> {
            if (line.open().signum() > 0 && line.open().compareTo(cancelled) != 0) {
                violations.add(new Violation(
                        ErrorCode.QUANTITY_EXCEEDED,
                        "line " + line.number(),
                        cancelled.toPlainString() + " units of line " + line.number() + " of order "
                                + standing.number() + " will not leave, but "
                                + line.open().toPlainString() + " are open: only a whole rest can be closed"));
            } else if (line.open().signum() > 0) {
                open.add(line);
            }
        });
        return open;
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<OrderCancellation>> effects, CallContext call) {
        Targets targets = targets(effects, call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<OrderCancellation> effect : effects) {
            List<StandingOrder> matches = targets.matches(effect);
            if (matches.size() != 1) {
                found.put(
                        effect.key(),
                        new Existing(
                                Optional.empty(),
                                Map.of(),
                                Map.of(),
                                matches.isEmpty()
                                        ? Violations.none()
                                        : OrderMatches.ambiguous(wanted(effect).names(), matches)));
                continue;
            }
            StandingOrder order = matches.get(0);
            List<Violation> violations = new ArrayList<>();
            List<OrderLines.Line> open = open(effect.record(), targets.linesOf(order), order, violations);
            boolean done = open.isEmpty() && violations.isEmpty();
            Map<String, String> before = new LinkedHashMap<>();
            Map<String, String> after = new LinkedHashMap<>();
            open.forEach(line -> {
                before.put("line " + line.number(), "open");
                after.put("line " + line.number(), "closed");
            });
            found.put(
                    effect.key(),
                    new Existing(
                            done
                                    ? Optional.of(RecordRef.of(account.id(), RecordType.WAREHOUSE_ORDER, order.id()))
                                    : Optional.empty(),
                            before,
                            after,
                            new Violations(violations)));
        }
        return found;
    }

    /** Whether it landed or not, it may be written again. */
    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        open.forEach(intent -> answers.put(intent.key(), new Resolution.NotLanded()));
        return answers;
    }

    private static OrderFinder.Wanted wanted(Effect<OrderCancellation> effect) {
        return new OrderFinder.Wanted(effect.record().orderReferences(), Optional.empty());
    }
}
