package dev.drayage.engine.internal.operate;

import dev.drayage.engine.SyncEvent;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Slice;
import java.util.Optional;

/**
 * What a run is for, and who wanted it.
 *
 * @param purpose what it is for
 * @param act what the audit trail shall say; empty for a run that reads on, which nobody wants in person
 */
public record Commission(SyncEvent.Purpose purpose, Optional<Act> act) {
    /** What somebody does. */
    public record Act(String actor, String action, String detail) {}

    public static Commission catchUp() {
        return new Commission(SyncEvent.Purpose.CATCH_UP, Optional.empty());
    }

    public static Commission backfill(String actor, Slice.Window window) {
        return by(SyncEvent.Purpose.BACKFILL, actor, "backfill", window.from() + " to " + window.to());
    }

    public static Commission push(String actor, RecordRef ref) {
        return by(SyncEvent.Purpose.PUSH, actor, "push", ref.toString());
    }

    public static Commission correction(String actor, RecordRef ref, String reason) {
        return by(SyncEvent.Purpose.PUSH, actor, "push", ref + " corrected" + (reason.isEmpty() ? "" : ": " + reason));
    }

    public static Commission plan(String actor, int records) {
        return by(SyncEvent.Purpose.PLAN, actor, "apply", "a plan of " + records + " records");
    }

    private static Commission by(SyncEvent.Purpose purpose, String actor, String action, String detail) {
        return new Commission(purpose, Optional.of(new Act(actor, action, detail)));
    }
}
