package dev.drayage.sync;

import dev.drayage.store.RecordEntry;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one order, or of a part of its units, as it was read last. Immutable.
 *
 * @param seenAt when it was first read with these units, in UTC
 * @param pending whether the channel has not released it yet
 * @param units SKUs and units, as text without a bar
 * @param changedAt when the storefront changed it last, in UTC; empty in a note of a version that did not keep it
 * @param revision the storefront's revision
 * @param readAt about when it was read last, in UTC
 */
record OrderNote(
        Instant seenAt, boolean pending, String units, Optional<Instant> changedAt, String revision, Instant readAt) {
    private static final String PENDING = "pending";
    private static final int PARTS_BEFORE = 3;

    /** Reads a note, also one that tells no change: it stands for a change that nothing was decided of yet. */
    static OrderNote parse(String text) {
        List<String> parts = List.of(text.split("\\|", -1));
        Instant seenAt = Instant.parse(parts.get(0));
        boolean whole = parts.size() > PARTS_BEFORE;
        return new OrderNote(
                seenAt,
                parts.get(1).equals(PENDING),
                parts.get(2),
                whole ? Optional.of(Instant.parse(parts.get(3))) : Optional.empty(),
                whole ? URLDecoder.decode(parts.get(4), StandardCharsets.UTF_8) : "",
                whole ? Instant.parse(parts.get(5)) : seenAt);
    }

    /** Whether the order is noted as it was after a change: what tells of that change or an older one is old news. */
    boolean isLaterThan(Instant change) {
        return changedAt.map(change::isBefore).orElse(false);
    }

    /**
     * Whether a sync skipped the order as it is noted here, or as it became later. Only the storefront's revision and change time are
     * compared, as a run does: a run that reads the same again leaves its entry as it is, and clocks of nodes differ. What shares
     * no more than its change time with what was skipped may be booked yet.
     */
    boolean isSkippedBy(RecordEntry entry) {
        if (pending || changedAt.isEmpty()) {
            return false;
        }
        return entry.isAbout(revision)
                || entry.changedAt().map(changedAt.get()::isBefore).orElse(false);
    }

    /** Whether it tells the same of the order, whenever it was read. */
    boolean tellsAs(OrderNote other) {
        return holdsAs(other) && changedAt.equals(other.changedAt) && revision.equals(other.revision);
    }

    /** Whether the order holds the same units, and is released or not as there. */
    boolean holdsAs(OrderNote other) {
        return pending == other.pending && units.equals(other.units);
    }

    /** The same, first seen earlier. */
    OrderNote seen(Instant earlier) {
        return new OrderNote(earlier, pending, units, changedAt, revision, readAt);
    }

    @Override
    public String toString() {
        return seenAt + "|" + (pending ? PENDING : "") + "|" + units
                + changedAt
                        .map(change ->
                                "|" + change + "|" + URLEncoder.encode(revision, StandardCharsets.UTF_8) + "|" + readAt)
                        .orElse("");
    }
}
