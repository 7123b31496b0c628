package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.X12Fault.SetName;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Walks over the segments that belong to transaction sets, telling which set each belongs to. Not thread-safe. */
final class SetWalk implements Closeable {
    /**
     * A segment of a set.
     *
     * @param set number of the set in the file, from 0
     */
    record Step(int set, Segment segment) {}

    private final SegmentSource source;
    private int set = -1;
    private boolean within;

    SetWalk(SegmentSource source) {
        this.source = source;
    }

    /** The next segment of a set; empty at the end of the file. */
    Optional<Step> next() throws IOException, MalformedTextException {
        for (Optional<Segment> next = source.next(); next.isPresent(); next = source.next()) {
            Segment segment = next.get();
            if (!within && !segment.is("ST")) {
                envelope(segment);
                continue;
            }
            if (!within) {
                set++;
            }
            within = !segment.is("SE");
            return Optional.of(new Step(set, segment));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** The envelope's numbers and ends were compared before; what its headers look like was not. */
    private static void envelope(Segment segment) throws MalformedTextException {
        if (!segment.errors().isEmpty() && (segment.is("ISA") || segment.is("GS"))) {
            Segment.StructureError error = segment.errors().get(0);
            throw new MalformedTextException(new X12Fault(
                    SetName.ENVELOPE,
                    segment.spot(0).at(error.element(), error.dataElement()),
                    X12Error.INTERCHANGE,
                    "the envelope's segment is not as it must be"));
        }
    }
}
