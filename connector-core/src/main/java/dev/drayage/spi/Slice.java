package dev.drayage.spi;

import java.time.Instant;

/** What part of a source to read. */
public sealed interface Slice {
    /**
     * All records changed in {@code [from, to)}, in UTC.
     *
     * @param from first instant that belongs to it
     * @param to first instant that does not
     */
    record Window(Instant from, Instant to) implements Slice {
        public Window {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("Window.from must be before Window.to");
            }
        }
    }

    /** All that waits, as in a queue or an inbound folder. */
    record Backlog() implements Slice {}
}
