package dev.drayage.engine.internal.read;

import java.time.Instant;
import java.util.Optional;

/**
 * Which change times a sync has read.
 *
 * @param from where it began: what changed before is nobody's loss; empty if it reads whatever waits
 * @param until up to where it has read; empty if it never did
 */
public record Reach(Optional<Instant> from, Optional<Instant> until) {

    /** Whether something that changed then was read, if it was there. */
    public boolean covers(Instant changedAt) {
        return until.map(changedAt::isBefore).orElse(false);
    }

    /** Whether it lies before the beginning. */
    public boolean isBefore(Instant changedAt) {
        return from.map(changedAt::isBefore).orElse(false);
    }
}
