package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.OrderCancellation;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * From a warehouse's shipment to the ERP's item fulfillment, and from what it says of the rest to the ERP's order. What
 * follows later stays open; what will not leave is closed or asked about; a word that is not known is asked about.
 */
final class WarehouseShipmentTranslation implements Translation<ItemFulfillment> {
    private final AccountId erp;
    private final FieldMapping<ItemFulfillment> fields;
    private final RemainderPolicy remainders;

    WarehouseShipmentTranslation(AccountId erp, FieldMapping<ItemFulfillment> fields, RemainderPolicy remainders) {
        this.erp = erp;
        this.fields = fields;
        this.remainders = remainders;
    }

    @Override
    public Translated translate(ItemFulfillment shipment) {
        List<Effect<?>> effects = new ArrayList<>();
        Effect<ItemFulfillment> fulfillment = fulfillment(shipment);
        if (shipment.status() == ItemFulfillment.Status.VOIDED) {
            return new Translated.Withdraw(List.of(fulfillment), "called off at the warehouse");
        }
        // nothing left: if an earlier word of the warehouse was booked, that has to be taken back before the rest is
        // closed
        effects.add(shipment.lines().isEmpty() ? fulfillment.voiding() : fulfillment);
        List<LineRemainder> cancelled = withFate(shipment, LineRemainder.Fate.CANCELLED);
        List<LineRemainder> counted =
                cancelled.stream().filter(rest -> rest.quantity().signum() > 0).toList();
        if (!counted.isEmpty() && remainders == RemainderPolicy.CLOSE_LINES) {
            Effect<OrderCancellation> cancellation = cancellation(shipment, counted);
            effects.add(cancellation.after(Set.of(fulfillment.key())));
        }
        List<Violation> concerns = concerns(shipment, cancelled);
        if (!shipment.lines().isEmpty() || effects.size() > 1) {
            return new Translated.Effects(effects, concerns);
        }
        if (!concerns.isEmpty()) {
            return new Translated.Park(new Violations(concerns));
        }
        return shipment.remainders().isEmpty()
                ? new Translated.Park(Violations.of(
                        ErrorCode.RECORD_UNREADABLE,
                        "lines",
                        "shipment " + shipment.ref().id() + " names no line that left"))
                : new Translated.Withdraw(List.of(fulfillment), "nothing left; what it names stays open");
    }

    private Effect<ItemFulfillment> fulfillment(ItemFulfillment shipment) {
        ItemFulfillment mapped = ItemFulfillment.builder()
                .from(shipment)
                .customFields(fields.apply(shipment))
                .build();
        return Effect.of(
                new EffectKey(shipment.ref(), erp, "itemFulfillment"),
                OrderLane.of(shipment.orderReferences()),
                RecordType.ITEM_FULFILLMENT,
                mapped,
                Effect.Mode.CREATE_OR_UPDATE);
    }

    private Effect<OrderCancellation> cancellation(ItemFulfillment shipment, List<LineRemainder> cancelled) {
        OrderCancellation record = OrderCancellation.builder()
                .ref(shipment.ref())
                .orderReferences(shipment.orderReferences())
                .lines(cancelled)
                .build();
        return Effect.of(
                new EffectKey(shipment.ref(), erp, "cancellation"),
                OrderLane.of(shipment.orderReferences()),
                RecordType.ORDER_CANCELLATION,
                record,
                Effect.Mode.CREATE_ONCE);
    }

    private List<Violation> concerns(ItemFulfillment shipment, List<LineRemainder> cancelled) {
        List<Violation> concerns = new ArrayList<>();
        for (LineRemainder rest : withFate(shipment, LineRemainder.Fate.UNKNOWN)) {
            concerns.add(new Violation(
                    ErrorCode.VALUE_UNKNOWN,
                    "remainders",
                    told(shipment, rest) + " with the word \"" + rest.word()
                            + "\", which is not known: they stay open"));
        }
        for (LineRemainder rest : cancelled) {
            // a line is closed by the number of units that will not leave; without it only a person can
            boolean cannotClose =
                    remainders == RemainderPolicy.CLOSE_LINES && rest.quantity().signum() == 0;
            if (remainders == RemainderPolicy.ASK || cannotClose) {
                concerns.add(new Violation(
                        ErrorCode.CANCELLED_BY_WAREHOUSE,
                        "remainders",
                        told(shipment, rest) + " as cancelled (" + rest.word() + "): they stay open"));
            }
        }
        return concerns;
    }

    private static String told(ItemFulfillment shipment, LineRemainder rest) {
        String units = rest.quantity().signum() == 0
                ? "units, it does not tell how many,"
                : rest.quantity().toPlainString() + " units";
        return "shipment " + shipment.ref().id() + " leaves " + units + " of line "
                + rest.line().value() + " behind";
    }

    private static List<LineRemainder> withFate(ItemFulfillment shipment, LineRemainder.Fate fate) {
        return shipment.remainders().stream()
                .filter(rest -> rest.fate() == fate)
                .toList();
    }
}
