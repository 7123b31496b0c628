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

/** G1 and G2 for the real connectors: whatever call the flow dies at, the worlds end as without the death. */
class FlowCrashMatrixTest {
    private static final long SEED = Long.getLong("drayage.seed", 20_261_121L);
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 100);

    @TempDir
    Path folder;

    private final List<SmallWorld> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(SmallWorld::close);
    }

    @Test
    void G2_a_disturbance_at_any_call_leaves_the_worlds_as_an_undisturbed_run_does() {
        Matrix matrix = new Matrix();
        assertThat(matrix.calls()).contains("RecordSink.apply", "Ledger.commit", "RecordSource.read");
        assertThat(matrix.undisturbed())
                .containsKeys(
                        "salesOrder " + FourOrders.GIFT,
                        "cashSale " + FourOrders.BY_AMAZON,
                        "salesOrder " + FourOrders.PRIME,
                        "fulfillment " + FourOrders.IN_PARTS)
                .hasSize(14);
        assertThat(matrix.singles()).isEmpty();
    }

    @Test
    void G2_pairs_of_disturbances_too() {
        System.out.println("seed " + SEED);
        assertThat(new Matrix().pairs(SEED, PAIRS)).isEmpty();
    }

    private final class Matrix extends CrashMatrix<SmallWorld> {
        @Override
        protected SmallWorld world() {
            opened.forEach(SmallWorld::close);
            opened.clear();
            SmallWorld world = FourOrders.world(folder.resolve("exchange-" + System.nanoTime()));
            opened.add(world);
            return world;
        }

        @Override
        protected void pass(SmallWorld world, Interposed.Tap tap) {
            world.pass(tap);
        }

        @Override
        protected Map<String, String> picture(SmallWorld world) {
            return world.picture();
        }

        @Override
        protected boolean quiet(SmallWorld world) {
            return FourOrders.isDone(world);
        }
    }
}
