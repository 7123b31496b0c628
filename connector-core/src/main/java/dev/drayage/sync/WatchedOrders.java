package dev.drayage.sync;

import dev.drayage.call.CallContext;
import dev.drayage.model.RecordRef;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Census;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.util.List;
import java.util.Optional;

/** Orders of a storefront, noted as runs read them, before anybody sees them. Thread-safe. */
record WatchedOrders(RecordSource<SalesOrder> orders, OrderLookout lookout) implements RecordSource<SalesOrder> {
    @Override
    public SourceTraits traits() {
        return orders.traits();
    }

    @Override
    public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        Page<SalesOrder> page = orders.read(slice, at, call);
        lookout.read(slice, page);
        return page;
    }

    @Override
    public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
        Change<SalesOrder> change = orders.fetch(ref, call);
        lookout.known().note(List.of(change));
        return change;
    }

    @Override
    public void acknowledge(List<SettledRecord> settled, CallContext call) {
        orders.acknowledge(settled, call);
    }

    /** A comparison holds no lease and settles nothing: what it finds is noted when the run that it asks for fetches it. */
    @Override
    public Optional<Census<SalesOrder>> census() {
        return orders.census();
    }
}
