package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.testkit.warehouse.OrderStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies at any call of its store tells a warehouse of each order, change and cancellation once. */
class X12CrashTest {
    @TempDir
    Path rooms;

    /** Whether the call at which the process dies was carried out. */
    enum Death {
        BEFORE,
        AFTER
    }

    /** What is told at the last, by a process that may die. */
    private interface Scenario {
        void play(X12World world, Runnable nowMayDie);
    }

    private void everywhere(Death death, Scenario scenario, Consumer<X12World> check) throws IOException {
        boolean died = true;
        int place = 0;
        for (; died; place++) {
            int here = place;
            try (X12World world = X12World.folder(rooms.resolve(death + "-" + place))) {
                scenario.play(world, () -> world.dies(death == Death.AFTER, here));
                died = world.died();
                assertThat(world).as("%s call %d", death, place).satisfies(check);
            }
        }
        assertThat(place).as("calls at which it died").isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void G2_an_order_is_told_once(Death death) throws IOException {
        everywhere(
                death,
                (world, nowMayDie) -> {
                    nowMayDie.run();
                    world.tell(3, Effect.Mode.CREATE_OR_UPDATE, Optional.empty());
                },
                world -> {
                    assertThat(world.received().originals()).isEqualTo(1);
                    assertThat(world.received().lines().get(0).quantity()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void G2_a_change_is_told_once(Death death) throws IOException {
        everywhere(
                death,
                (world, nowMayDie) -> {
                    RecordRef ref = world.tell(3, Effect.Mode.CREATE_OR_UPDATE, Optional.empty());
                    nowMayDie.run();
                    world.tell(2, Effect.Mode.CREATE_OR_UPDATE, Optional.of(ref));
                },
                world -> {
                    assertThat(world.received().originals()).isEqualTo(1);
                    assertThat(world.received().changes()).isEqualTo(1);
                    assertThat(world.received().lines().get(0).quantity()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void G2_a_cancellation_is_told_once(Death death) throws IOException {
        everywhere(
                death,
                (world, nowMayDie) -> {
                    RecordRef ref = world.tell(3, Effect.Mode.CREATE_OR_UPDATE, Optional.empty());
                    nowMayDie.run();
                    world.tell(3, Effect.Mode.VOID, Optional.of(ref));
                },
                world -> {
                    assertThat(world.received().originals()).isEqualTo(1);
                    assertThat(world.received().cancels()).isEqualTo(1);
                    assertThat(world.received().status()).isEqualTo(OrderStatus.CANCELLED);
                });
    }
}
