package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.RecordRef;
import java.util.Optional;
import java.util.function.Consumer;

/** Translates one transaction set, segment by segment. One instance per set; not thread-safe. */
interface SetReader {
    /**
     * Takes the next segment of the set, ST and SE included; what can be told by now goes out.
     *
     * @param position the segment's position in the set, where ST is 1
     */
    void take(Segment segment, int position, Consumer<Document> out) throws SetFaultException;

    /** The record that the set tells of, as soon as it can be named. */
    default Optional<RecordRef> subject() {
        return Optional.empty();
    }
}
