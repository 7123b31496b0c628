package dev.drayage.threepl.internal.exchange;

import dev.drayage.error.ErrorCode;
import java.util.List;

/**
 * What an intake found. Immutable.
 *
 * @param files to work on, in order of modification, then of name; those of earlier rounds that were not settled come again
 * @param faults what could not be read or put away this time; it is tried again in the next round
 * @param refused names of entries that cannot be used safely and are left alone
 */
public record Arrivals(List<InboundFile> files, List<Fault> faults, List<String> refused) {
    public Arrivals {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
        refused = List.copyOf(refused);
    }

    /**
     * One file's trouble.
     *
     * @param name of the file
     * @param code what kind of trouble
     * @param message what happened and what to do
     */
    public record Fault(String name, ErrorCode code, String message) {}
}
