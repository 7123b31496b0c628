package dev.drayage.threepl;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.RecordSink;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Orders of an ERP, told to a warehouse. */
final class ToldOrders {
    static final String METHOD = "UPS® Ground";

    private final Connector warehouse;
    private final CallContext call;
    private final List<EffectOutcome> outcomes = new ArrayList<>();

    ToldOrders(Connector warehouse, CallContext call) {
        this.warehouse = warehouse;
        this.call = call;
    }

    /** An order with so many units in its first line. */
    static Effect<WarehouseOrder> effect(
            AccountId warehouse, String number, int units, String method, Effect.Mode mode) {
        RecordRef ref = RecordRef.of(new AccountId("erp", "E1"), RecordType.WAREHOUSE_ORDER, "id-" + number);
        WarehouseOrder order = WarehouseOrder.builder()
                .ref(ref)
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, number))
                .number(number)
                .released(true)
                .placedAt(Instant.parse("2026-11-20T15:00:00Z"))
                .shipMethod(method)
                .email("jane@example.com")
                .instructions("Leave it\nat the door")
                .shipTo(Address.builder()
                        .name("=Doe, \"Jane\"")
                        .addLines("1 Main St", "Apt 4", "Rear")
                        .city("Austin")
                        .region("TX")
                        .postalCode("78701")
                        .countryCode("US")
                        .phone("+1 512 555 0100")
                        .build())
                .addLines(line("1", "VIT", units), line("2", "DRILL", 2), line("3", "TEE", 5))
                .build();
        return Effect.of(
                new EffectKey(ref, warehouse, "shipOrder"), "order/" + number, RecordType.WAREHOUSE_ORDER, order, mode);
    }

    private static WarehouseOrderLine line(String number, String sku, int units) {
        return WarehouseOrderLine.builder()
                .line(LineReference.erp(number))
                .sku(sku)
                .quantity(BigDecimal.valueOf(units))
                .build();
    }

    void tell(String number, int units, Effect.Mode mode) {
        RecordSink<WarehouseOrder> sink =
                warehouse.sink(RecordType.WAREHOUSE_ORDER).orElseThrow();
        Effect<WarehouseOrder> effect = effect(warehouse.account(), number, units, METHOD, mode);
        Optional<RecordRef> existing = Objects.requireNonNull(
                        sink.find(List.of(effect), call).get(effect.key()))
                .ref();
        outcomes.addAll(sink.apply(List.of(sink.prepare(effect, existing, Map.of())), call)
                .values());
    }

    List<EffectOutcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
