package dev.drayage.examples.docs.stall;

import dev.drayage.call.CallContext;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Census;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import java.util.Optional;

// tag::stall-census[]
/** Lists the stall's orders by the instant at which they were placed, which nothing changes. Thread-safe. */
record StallCensus(StallOrderSource orders) implements Census<SalesOrder> {
    @Override
    public String method() {
        return "orders by the instant of placing";
    }

    @Override
    public Page<SalesOrder> list(Slice.Window window, Optional<Cursor> at, CallContext call) {
        return orders.page("placed", window, at, call);
    }
}
// end::stall-census[]
