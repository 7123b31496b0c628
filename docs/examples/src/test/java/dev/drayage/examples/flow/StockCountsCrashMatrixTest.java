package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.CrashMatrix;
import dev.drayage.testing.Interposed;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1 and G2 for what a warehouse counts: each difference is corrected once, whatever call the sync dies at. */
class StockCountsCrashMatrixTest {
    private static final long SEED = Long.getLong("drayage.seed", 20_261_121L);
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 12);

    @TempDir
    Path folder;

    private @Nullable CountedStock open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void G2_a_disturbance_at_any_call_leaves_the_stock_as_an_undisturbed_run_does() {
        Matrix matrix = new Matrix();
        assertThat(matrix.undisturbed())
                .containsEntry("MUG-BLUE", "100")
                .containsEntry("CAP-NAVY", "40")
                .containsEntry("corrections", "2");
        assertThat(matrix.crashes()).isEmpty();
    }

    @Test
    void G2_pairs_of_disturbances_too() {
        System.out.println("seed " + SEED);
        assertThat(new Matrix().pairs(SEED, PAIRS)).isEmpty();
    }

    private final class Matrix extends CrashMatrix<CountedStock> {
        @Override
        protected CountedStock world() {
            close();
            CountedStock world = new CountedStock(folder.resolve("world-" + System.nanoTime()));
            open = world;
            return world;
        }

        @Override
        protected void pass(CountedStock world, Interposed.Tap tap) {
            world.pass(tap);
        }

        @Override
        protected Map<String, String> picture(CountedStock world) {
            return world.picture();
        }

        @Override
        protected boolean quiet(CountedStock world) {
            Map<RecordState, Long> states = world.store
                    .ledger("default")
                    .countRecords(RecordQuery.builder().build());
            return !states.isEmpty()
                    && states.keySet().stream()
                            .allMatch(state -> state == RecordState.SETTLED || state == RecordState.SKIPPED);
        }
    }
}
