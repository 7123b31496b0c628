package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Violations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders of an account whose labels would be left alone are not shipped. */
class ShipStationForeignOrdersTest {
    private final ShipStationAccount world = new ShipStationAccount();
    private final Connector connector = world.connect();
    private final RecordSink<WarehouseOrder> sink =
            connector.sink(RecordType.WAREHOUSE_ORDER).orElseThrow();

    @AfterEach
    void close() {
        connector.close();
        world.close();
    }

    @Test
    void an_order_of_another_account_is_refused_and_its_neighbour_is_taken() {
        Effect<WarehouseOrder> own = own();
        Effect<WarehouseOrder> foreign = foreign();
        Map<EffectKey, EffectOutcome> outcomes = sink.apply(List.of(prepared(foreign), prepared(own)), world.call());
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(own.key())).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(outcomes.get(foreign.key()))
                .isInstanceOfSatisfying(
                        EffectOutcome.Rejected.class, rejected -> assertNamesBoth(rejected.violations()));
        assertThat(world.shipStation.shipments())
                .extracting("externalShipmentId")
                .containsExactly(ShipStationAccount.externalId("SO1"));
    }

    @Test
    void a_plan_says_so_before_anything_is_sent() {
        Effect<WarehouseOrder> foreign = foreign();
        Existing found =
                Objects.requireNonNull(sink.find(List.of(foreign), world.call()).get(foreign.key()));
        assertNamesBoth(found.violations());
        assertThat(world.shipStation.journal().writes()).isEmpty();
    }

    private static void assertNamesBoth(Violations violations) {
        assertThat(violations.list()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(ErrorCode.SETTINGS_INVALID);
            assertThat(violation.message()).contains("SO2", "erp:SANDBOX", "erpAccount says erp:E1");
        });
    }

    private Effect<WarehouseOrder> own() {
        return ToldOrders.effect(connector.account(), "SO1", 1, ToldOrders.METHOD, Effect.Mode.CREATE_OR_UPDATE);
    }

    private Effect<WarehouseOrder> foreign() {
        Effect<WarehouseOrder> like =
                ToldOrders.effect(connector.account(), "SO2", 1, ToldOrders.METHOD, Effect.Mode.CREATE_OR_UPDATE);
        RecordRef ref = RecordRef.of(new AccountId("erp", "SANDBOX"), RecordType.WAREHOUSE_ORDER, "id-SO2");
        WarehouseOrder order =
                WarehouseOrder.builder().from(like.record()).ref(ref).build();
        return Effect.of(
                new EffectKey(ref, connector.account(), "shipOrder"), "order/SO2", like.type(), order, like.mode());
    }

    private Prepared<WarehouseOrder> prepared(Effect<WarehouseOrder> effect) {
        return sink.prepare(effect, Optional.empty(), Map.of());
    }
}
