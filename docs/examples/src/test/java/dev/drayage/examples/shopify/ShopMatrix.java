package dev.drayage.examples.shopify;

import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.CrashMatrix;
import dev.drayage.testing.Interposed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A crash matrix over a shop and its books. It has come to rest when every record has ended well and one more pass changed nothing,
 * because what one sync writes may be news for another. Not thread-safe.
 *
 * @param <W> shop and books, with whatever else belongs to the scenario
 */
abstract class ShopMatrix<W extends AutoCloseable> extends CrashMatrix<W> implements AutoCloseable {
    static final long SEED = Long.getLong("drayage.seed", 20_261_121L);

    private @Nullable W open;
    private Map<String, String> before = Map.of();

    /** New worlds in their first state. */
    abstract W happened();

    /** The shop and the books among them. */
    abstract ShopAndBooks books(W world);

    /** One pass of every sync. */
    abstract void run(W world, Interposed.Tap tap);

    @Override
    protected final W world() {
        close();
        W world = happened();
        open = world;
        before = Map.of();
        return world;
    }

    @Override
    protected final void pass(W world, Interposed.Tap tap) {
        before = picture(world);
        run(world, tap);
    }

    @Override
    protected final boolean quiet(W world) {
        Map<RecordState, Long> states = books(world)
                .store
                .ledger("default")
                .countRecords(RecordQuery.builder().build());
        return picture(world).equals(before)
                && !states.isEmpty()
                && states.keySet().stream()
                        .allMatch(state -> state == RecordState.SETTLED || state == RecordState.SKIPPED);
    }

    @Override
    public final void close() {
        W last = open;
        open = null;
        if (last != null) {
            try {
                last.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
