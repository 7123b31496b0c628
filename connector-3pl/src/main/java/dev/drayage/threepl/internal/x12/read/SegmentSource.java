package dev.drayage.threepl.internal.x12.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The segments of a file one after the other, envelopes included. Not thread-safe. */
interface SegmentSource extends Closeable {
    /**
     * The next segment; empty at the end.
     *
     * @throws MalformedTextException if the text cannot be taken apart
     */
    Optional<Segment> next() throws IOException, MalformedTextException;
}
