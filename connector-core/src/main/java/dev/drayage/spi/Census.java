package dev.drayage.spi;

import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import java.util.Optional;

/**
 * A second way to list a source's records: by another method than {@link RecordSource#read}, such as by the instant of creation
 * instead of that of the last change, or by another list of the vendor. What one method leaves out, the other may show; a
 * comparison of both sides asks it (guarantee G1). Blocking and thread-safe; called by the engine only.
 *
 * @param <T> the record
 */
public interface Census<T extends CommerceRecord> {
    /** Which method that is, for people: "orders by the instant of their creation". */
    String method();

    /**
     * One page of the records that belong to a window by this method: from its first instant on and before its last, in UTC.
     * Each change is what {@link RecordSource#fetch} gives for its record. The window is no longer than
     * {@link SourceTraits#maxSpan()} and ends {@link SourceTraits#settleDelay()} before now at the latest.
     *
     * @throws CursorExpiredException if the cursor is no longer good
     */
    Page<T> list(Slice.Window window, Optional<Cursor> at, CallContext call);
}
