package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.ConnectorState;

/**
 * As what each order was last told to its warehouses, in the host's store: a digest of its content, kept while goods of it are
 * to leave. Thread-safe.
 */
public final class ToldOrders {
    private final ConnectorState state;

    /** Orders that {@code state} remembers. */
    public ToldOrders(ConnectorState state) {
        this.state = state;
    }

    /** Whether the order was last told as this content, so that nothing of it is news. */
    public boolean isTold(RecordRef order, String contentDigest) {
        return state.get(key(order)).filter(contentDigest::equals).isPresent();
    }

    /** Nothing of this content is news any more. */
    public void told(RecordRef order, String contentDigest) {
        if (!isTold(order, contentDigest)) {
            state.put(key(order), contentDigest);
        }
    }

    /** Nothing more will be told about the order, or nobody knows what was. */
    public void forget(RecordRef order) {
        state.remove(key(order));
    }

    private static String key(RecordRef order) {
        return "told/" + order.id();
    }
}
