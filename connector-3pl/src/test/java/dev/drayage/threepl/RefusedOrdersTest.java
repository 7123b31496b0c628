package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Violations;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.UncalledHttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a warehouse is not told by file, whatever the format of its files. */
class RefusedOrdersTest {
    @TempDir
    static Path folder;

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    private final InMemorySyncStore store = new InMemorySyncStore(time);

    static Stream<Arguments> warehouses() {
        return warehouses(false);
    }

    static Stream<Arguments> warehousesThatTakeOrdersWithoutShipMethod() {
        return warehouses(true);
    }

    private static Stream<Arguments> warehouses(boolean withoutMethod) {
        return Stream.of(
                Arguments.of(
                        Named.of("CSV", new WarehouseFilesProvider()),
                        with(WarehouseFilesSettings.builder(), "GND", withoutMethod)
                                .build()),
                Arguments.of(
                        Named.of("X12", new WarehouseX12Provider()),
                        with(WarehouseX12Settings.builder(), "PP:U:UPSN:UPS GROUND", withoutMethod)
                                .parties(X12Envelope.US, X12Envelope.THEM)
                                .with(WarehouseX12Settings.ACKNOWLEDGED_WITHIN, "PT0S")
                                .build()));
    }

    private static <B extends FileWarehouseSettings.Builder<B>> B with(
            B settings, String shipMethod, boolean withoutMethod) {
        if (withoutMethod) {
            settings.with(FileWarehouseSettings.SHIP_METHOD_MISSING, shipMethod);
        }
        return settings.warehouse("W1")
                .folder(folder)
                .zone(ZoneId.of("America/Chicago"))
                .with(FileWarehouseSettings.SHIP_METHODS, ToldOrders.METHOD + "=" + shipMethod);
    }

    @ParameterizedTest
    @MethodSource("warehouses")
    void cancelling_needs_a_warehouse_that_takes_it(ConnectorProvider provider, Settings settings) {
        try (Connector warehouse = open(provider, settings)) {
            assertThat(told(warehouse, order(warehouse, 1, Effect.Mode.VOID))).contains(ErrorCode.CHANGE_REFUSED);
        }
    }

    @ParameterizedTest
    @MethodSource("warehouses")
    void an_order_of_which_nothing_is_left_to_leave_is_not_told(ConnectorProvider provider, Settings settings) {
        try (Connector warehouse = open(provider, settings)) {
            Effect<WarehouseOrder> told = order(warehouse, 1, Effect.Mode.CREATE_OR_UPDATE);
            WarehouseOrder gone = WarehouseOrder.builder()
                    .from(told.record())
                    .lines(List.of())
                    .build();
            Effect<WarehouseOrder> effect =
                    Effect.of(told.key(), "order/SO1", RecordType.WAREHOUSE_ORDER, gone, Effect.Mode.CREATE_OR_UPDATE);
            assertThat(told(warehouse, effect)).contains(ErrorCode.ORDER_WITHOUT_LINES);
        }
    }

    @ParameterizedTest
    @MethodSource("warehouses")
    void an_order_without_a_ship_method_is_not_told(ConnectorProvider provider, Settings settings) {
        try (Connector warehouse = open(provider, settings)) {
            assertThat(told(warehouse, withoutMethod(warehouse))).contains(ErrorCode.VALUE_UNMAPPED);
        }
    }

    @ParameterizedTest
    @MethodSource("warehousesThatTakeOrdersWithoutShipMethod")
    void an_order_without_a_ship_method_is_told_where_the_settings_say_as_what(
            ConnectorProvider provider, Settings settings) {
        try (Connector warehouse = open(provider, settings)) {
            assertThat(told(warehouse, withoutMethod(warehouse))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("warehouses")
    void a_ship_method_without_a_word_of_the_warehouse_names_the_warehouse_and_the_setting(
            ConnectorProvider provider, Settings settings) {
        try (Connector warehouse = open(provider, settings)) {
            Effect<WarehouseOrder> told =
                    ToldOrders.effect(warehouse.account(), "SO1", 1, "Carrier Pigeon", Effect.Mode.CREATE_OR_UPDATE);
            assertThat(refusal(warehouse, told)).singleElement().satisfies(violations -> {
                assertThat(violations.code()).isEqualTo(ErrorCode.VALUE_UNMAPPED);
                assertThat(violations.message())
                        .isEqualTo("ship method \"Carrier Pigeon\" of order SO1 has no word of warehouse W1: add it to"
                                + " shipMethods");
            });
        }
    }

    private static Effect<WarehouseOrder> withoutMethod(Connector warehouse) {
        Effect<WarehouseOrder> told = order(warehouse, 1, Effect.Mode.CREATE_OR_UPDATE);
        WarehouseOrder order = WarehouseOrder.builder()
                .from(told.record())
                .shipMethod(Optional.empty())
                .build();
        return Effect.of(told.key(), "order/SO1", RecordType.WAREHOUSE_ORDER, order, Effect.Mode.CREATE_OR_UPDATE);
    }

    private Connector open(ConnectorProvider provider, Settings settings) {
        return provider.open(
                settings,
                new ConnectorContext(
                        time,
                        new SplittableRandom(1),
                        new UncalledHttpClient(),
                        account -> store.connectorState("default", account)));
    }

    private static Effect<WarehouseOrder> order(Connector warehouse, int units, Effect.Mode mode) {
        return ToldOrders.effect(warehouse.account(), "SO1", units, ToldOrders.METHOD, mode);
    }

    /** The code of what the warehouse is not told because of; empty if it was told. */
    private Optional<ErrorCode> told(Connector warehouse, Effect<WarehouseOrder> effect) {
        return refusal(warehouse, effect).stream().map(Violations::code).findFirst();
    }

    private List<Violations> refusal(Connector warehouse, Effect<WarehouseOrder> effect) {
        CallContext call = CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
        RecordSink<WarehouseOrder> sink =
                warehouse.sink(RecordType.WAREHOUSE_ORDER).orElseThrow();
        return sink.apply(List.of(sink.prepare(effect, Optional.empty(), Map.of())), call).values().stream()
                .filter(EffectOutcome.Rejected.class::isInstance)
                .map(EffectOutcome.Rejected.class::cast)
                .map(EffectOutcome.Rejected::violations)
                .toList();
    }
}
