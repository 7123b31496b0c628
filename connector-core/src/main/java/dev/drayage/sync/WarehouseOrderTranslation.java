package dev.drayage.sync;

import dev.drayage.engine.Sequence;
import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From an order of the ERP to the ship orders of the warehouses that own its lines. A warehouse that owns no line, or whose
 * lines are all closed, has its ship order taken back if it holds one, and one that owns fewer than before has it changed;
 * only then is a line given to another warehouse. What
 * has left meanwhile changes nothing: a ship order speaks of all units that are to leave from there, and one of which
 * everything has left is not spoken of any more.
 */
final class WarehouseOrderTranslation implements Translation<WarehouseOrder> {
    private final Map<String, AccountId> owners;
    private final FieldMapping<WarehouseOrder> fields;

    WarehouseOrderTranslation(Map<String, AccountId> owners, FieldMapping<WarehouseOrder> fields) {
        this.owners = Map.copyOf(owners);
        this.fields = fields;
    }

    @Override
    public Translated translate(WarehouseOrder order) {
        Map<AccountId, List<WarehouseOrderLine>> shares = new LinkedHashMap<>();
        owners.values().stream()
                .distinct()
                .sorted(Comparator.comparing(AccountId::toString))
                .forEach(owner -> shares.put(owner, new ArrayList<>()));
        for (WarehouseOrderLine line : order.lines()) {
            line.location()
                    .map(owners::get)
                    .ifPresent(owner -> shares.computeIfAbsent(owner, o -> new ArrayList<>())
                            .add(order.released() ? line : closed(line)));
        }
        List<Effect<?>> takenBack = new ArrayList<>();
        List<Effect<WarehouseOrder>> wanted = new ArrayList<>();
        shares.forEach((owner, lines) -> {
            List<WarehouseOrderLine> due =
                    lines.stream().filter(line -> due(line).signum() > 0).toList();
            if (due.isEmpty()) {
                takenBack.add(effect(order, owner, lines, Effect.Mode.VOID));
            } else {
                boolean open = due.stream().anyMatch(line -> line.open().signum() > 0);
                if (open || lines.stream().anyMatch(WarehouseOrderLine::closed)) {
                    wanted.add(effect(order, owner, due, open ? Effect.Mode.CREATE_OR_UPDATE : Effect.Mode.UPDATE));
                }
            }
        });
        Set<EffectKey> first = new LinkedHashSet<>();
        takenBack.forEach(effect -> first.add(effect.key()));
        List<Violation> concerns = new ArrayList<>();
        if (order.shipTo().isEmpty() && wanted.removeIf(effect -> effect.mode() != Effect.Mode.UPDATE)) {
            concerns.add(new Violation(
                    ErrorCode.RECORD_UNREADABLE,
                    "shipTo",
                    "order " + order.number()
                            + " was read without an address to ship to: give it one, or have the ERP's"
                            + " connector read addresses for orders that leave from " + places(order)));
        }
        List<Effect<?>> effects = new ArrayList<>(takenBack);
        wanted.forEach(effect -> effects.add(first.isEmpty() ? effect : effect.after(first)));
        return new Translated.Effects(effects, concerns, new HandOver(wanted));
    }

    /** A warehouse that may have been told of a line which another is to ship now must have let go of it before. */
    private record HandOver(List<Effect<WarehouseOrder>> shares) implements Sequence {
        @Override
        public Set<EffectKey> before(Effect<?> effect, Map<EffectKey, Set<String>> shown) {
            Set<EffectKey> first = new LinkedHashSet<>();
            for (Effect<WarehouseOrder> other : shares) {
                Set<String> told = shown.getOrDefault(other.key(), Set.of());
                boolean changes = !other.key().equals(effect.key()) && !told.equals(Set.of(other.digest()));
                if (changes && effect.record() instanceof WarehouseOrder share) {
                    share.lines().stream()
                            .filter(line -> told.stream()
                                    .anyMatch(digest -> digest.isEmpty() || LineMarks.mayHold(digest, line.line())))
                            .findAny()
                            .ifPresent(line -> first.add(other.key()));
                }
            }
            return first;
        }
    }

    private static String places(WarehouseOrder order) {
        return order.lines().stream()
                .flatMap(line -> line.location().stream())
                .distinct()
                .map(place -> "location " + place)
                .collect(Collectors.joining(", "));
    }

    /** Units that leave from there in all, gone or to go. */
    private static BigDecimal due(WarehouseOrderLine line) {
        return line.closed() ? line.shipped() : line.quantity();
    }

    private static WarehouseOrderLine closed(WarehouseOrderLine line) {
        return WarehouseOrderLine.builder().from(line).closed(true).build();
    }

    private Effect<WarehouseOrder> effect(
            WarehouseOrder order, AccountId owner, List<WarehouseOrderLine> lines, Effect.Mode mode) {
        WarehouseOrder share = WarehouseOrder.builder()
                .from(order)
                .lines(lines)
                .customFields(fields.apply(order))
                .build();
        return Effect.of(
                        new EffectKey(order.ref(), owner, "shipOrder"),
                        OrderLane.of(order.number()),
                        RecordType.WAREHOUSE_ORDER,
                        share,
                        mode)
                .watching(substance(share));
    }

    /** What the warehouse has to know: not how much has left, which it knows itself. */
    private static String substance(WarehouseOrder share) {
        List<Object> parts = new ArrayList<>();
        parts.add(WarehouseOrder.builder().from(share).lines(List.of()).build());
        for (WarehouseOrderLine line : share.lines()) {
            parts.add(line.line());
            parts.add(line.sku());
            parts.add(due(line));
        }
        return LineMarks.mark(
                ContentDigest.of(parts.toArray()),
                share.lines().stream().map(WarehouseOrderLine::line).toList());
    }
}
