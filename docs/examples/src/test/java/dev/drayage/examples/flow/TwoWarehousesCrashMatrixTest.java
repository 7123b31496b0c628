package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.CrashMatrix;
import dev.drayage.testing.Interposed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G1 and G2 for the whole way of an order: Amazon, NetSuite, a warehouse, NetSuite, Amazon. Whatever call it dies at, the
 * worlds end as without the death.
 */
class TwoWarehousesCrashMatrixTest {
    private static final long SEED = Long.getLong("drayage.seed", 20_261_121L);
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 40);

    @TempDir
    Path folder;

    private final List<TwoWarehouses> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(TwoWarehouses::close);
    }

    @Test
    void G2_an_undisturbed_week_ships_each_order_once_and_confirms_it() {
        Matrix matrix = new Matrix();
        Map<String, String> picture = matrix.undisturbed();
        assertThat(opened.get(0).unsettled()).isEmpty();
        assertThat(picture.keySet())
                .contains(
                        "salesOrder " + FourOrders.GIFT,
                        "salesOrder " + FourOrders.IN_PARTS,
                        "fulfillment " + FourOrders.GIFT,
                        "fulfillment " + FourOrders.IN_PARTS)
                .noneMatch(key -> key.contains("copy"));
        assertThat(picture.get("amazon " + FourOrders.GIFT)).startsWith("SHIPPED");
        assertThat(picture.get("amazon " + FourOrders.IN_PARTS)).startsWith("SHIPPED");
        assertThat(picture.get("x12 complaints")).isEqualTo("[]");
        assertThat(picture.get("x12 shipments")).isEqualTo("1");
        assertThat(picture.get("shipstation labels")).isEqualTo("1");
    }

    @Test
    void G2_a_disturbance_at_any_call_leaves_the_worlds_as_an_undisturbed_run_does() {
        assertThat(new Matrix().singles()).isEmpty();
    }

    @Test
    void G2_pairs_of_disturbances_too() {
        System.out.println("seed " + SEED);
        assertThat(new Matrix().pairs(SEED, PAIRS)).isEmpty();
    }

    private final class Matrix extends CrashMatrix<TwoWarehouses> {
        @Override
        protected TwoWarehouses world() {
            opened.forEach(TwoWarehouses::close);
            opened.clear();
            TwoWarehouses world = TwoWarehouses.with(
                    folder.resolve("world-" + System.nanoTime()),
                    FourOrders.withoutPrime(),
                    List.of(FourOrders.IN_PARTS));
            opened.add(world);
            return world;
        }

        @Override
        protected void pass(TwoWarehouses world, Interposed.Tap tap) {
            world.pass(tap);
        }

        @Override
        protected Map<String, String> picture(TwoWarehouses world) {
            return world.picture();
        }

        @Override
        protected boolean quiet(TwoWarehouses world) {
            return world.isQuiet()
                    && world.picture().keySet().stream()
                                    .filter(key -> key.startsWith("package "))
                                    .count()
                            == 3;
        }
    }
}
