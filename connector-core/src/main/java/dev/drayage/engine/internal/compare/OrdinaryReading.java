package dev.drayage.engine.internal.compare;

import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Census;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import java.util.Optional;

/**
 * What a comparison lists a source by that has no second method: what this does not show, no run sees either.
 *
 * @param source the source
 */
record OrdinaryReading<S extends CommerceRecord>(RecordSource<S> source) implements Census<S> {
    @Override
    public String method() {
        return "the reading that runs use, by the instant of change";
    }

    @Override
    public Page<S> list(Slice.Window window, Optional<Cursor> at, CallContext call) {
        return source.read(window, at, call);
    }
}
