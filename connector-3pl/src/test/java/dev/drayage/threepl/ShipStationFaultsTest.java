package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Effect;
import dev.drayage.testkit.shipstation.AcceptedWrite;
import dev.drayage.testkit.shipstation.Shipment;
import dev.drayage.testkit.shipstation.ShipmentStatus;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can go wrong on the way to ShipStation doubles no order, no change and no cancellation, and loses none. */
class ShipStationFaultsTest {
    private static final String ORDER = ShipStationAccount.externalId("SO1");
    private static final Predicate<WireRequest> WRITES =
            request -> !request.method().equals("GET");
    private static final Predicate<WireRequest> READS = WRITES.negate();

    private final ShipStationAccount world = new ShipStationAccount();
    private final Teller teller = new Teller(world::connect, world.time, () -> {});

    @AfterEach
    void close() {
        world.close();
    }

    /** All faults but the one that only real time ends. */
    static Stream<Arguments> faults() {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.STALLED_BODY)
                .flatMap(fault -> Stream.of(true, false)
                        .flatMap(writes -> Stream.of(1, 2).map(times -> Arguments.of(fault, writes, times))));
    }

    @ParameterizedTest(name = "{0}, on writes {1}, {2} times")
    @MethodSource("faults")
    void G2_an_order_is_created_once_whatever_meets_it(Fault fault, boolean writes, int times) {
        meets(fault, writes, times);
        RecordRef ref = teller.tell(effect(3, Effect.Mode.CREATE_OR_UPDATE), Optional.empty());
        assertThat(ref.id()).isEqualTo(standing().shipmentId());
        assertThat(standing().quantity(ORDER + "#1")).isEqualTo(3);
        assertThat(kinds()).containsExactly(AcceptedWrite.Kind.CREATED);
    }

    @ParameterizedTest(name = "{0}, on writes {1}, {2} times")
    @MethodSource("faults")
    void G2_a_change_arrives_whatever_meets_it(Fault fault, boolean writes, int times) {
        RecordRef ref = teller.tell(effect(3, Effect.Mode.CREATE_OR_UPDATE), Optional.empty());
        meets(fault, writes, times);
        teller.tell(effect(2, Effect.Mode.CREATE_OR_UPDATE), Optional.of(ref));
        assertThat(standing().quantity(ORDER + "#1")).isEqualTo(2);
        assertThat(standing().shipmentId()).isEqualTo(ref.id());
        assertThat(kinds()).startsWith(AcceptedWrite.Kind.CREATED).doesNotContain(AcceptedWrite.Kind.CANCELLED);
        assertThat(kinds().subList(1, kinds().size())).containsOnly(AcceptedWrite.Kind.UPDATED);
    }

    @ParameterizedTest(name = "{0}, on writes {1}, {2} times")
    @MethodSource("faults")
    void G2_a_cancellation_arrives_once_whatever_meets_it(Fault fault, boolean writes, int times) {
        RecordRef ref = teller.tell(effect(3, Effect.Mode.CREATE_OR_UPDATE), Optional.empty());
        meets(fault, writes, times);
        teller.tell(effect(3, Effect.Mode.VOID), Optional.of(ref));
        assertThat(standing().status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(kinds()).containsExactly(AcceptedWrite.Kind.CREATED, AcceptedWrite.Kind.CANCELLED);
    }

    /** As after the store was emptied: the account is asked, and what it has is taken for what was told. */
    @Test
    void G2_an_order_that_nobody_remembers_is_found_and_not_created_again() {
        RecordRef ref = teller.tell(effect(3, Effect.Mode.CREATE_OR_UPDATE), Optional.empty());
        assertThat(teller.tell(effect(3, Effect.Mode.CREATE_OR_UPDATE), Optional.empty()))
                .isEqualTo(ref);
        assertThat(kinds()).containsExactly(AcceptedWrite.Kind.CREATED);
    }

    private void meets(Fault fault, boolean writes, int times) {
        world.shipStation.faults().next(times, fault, writes ? WRITES : READS);
    }

    private static Effect<WarehouseOrder> effect(int units, Effect.Mode mode) {
        return ToldOrders.effect(new AccountId("shipstation", "MAIN"), "SO1", units, ToldOrders.METHOD, mode);
    }

    private Shipment standing() {
        assertThat(world.shipStation.shipments()).hasSize(1);
        return world.shipStation.shipment(ORDER).orElseThrow();
    }

    private List<AcceptedWrite.Kind> kinds() {
        return world.shipStation.journal().writes().stream()
                .map(AcceptedWrite::kind)
                .toList();
    }
}
