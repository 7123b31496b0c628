package dev.drayage.engine;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would be written, and why; nothing was written to learn it (guarantee G6). It keeps references and fingerprints, no
 * records.
 *
 * @param sync the sync
 * @param madeAt when, in UTC
 * @param records one entry per record that was looked at
 * @param complete whether everything that was selected was looked at; false if the limit cut it
 */
public record Plan(String sync, Instant madeAt, List<PlannedRecord> records, boolean complete) {
    public Plan {
        records = List.copyOf(records);
    }

    /**
     * One record.
     *
     * @param ref the record
     * @param verdict what would become of it
     * @param reason why, for people
     * @param changes what would be written
     * @param fingerprint digest of the source's revision, the effects and what stands at the target
     */
    public record PlannedRecord(
            RecordRef ref, Verdict verdict, String reason, List<PlannedChange> changes, String fingerprint) {
        public PlannedRecord {
            changes = List.copyOf(changes);
        }
    }

    /** What would become of a record. */
    public enum Verdict {
        /** Something would be written. */
        WRITE,
        /** A record that exists already would be bound; nothing would be written. */
        ADOPT,
        /** Everything is in its target. */
        NOTHING,
        /** It would be skipped. */
        SKIP,
        /** It would wait. */
        WAIT,
        /** It would be parked. */
        PARK
    }

    /**
     * One effect.
     *
     * @param key its name
     * @param type the record type at the target
     * @param action what would be done
     * @param target the record that exists, if one does
     * @param before present values by field, as far as they would be touched
     * @param after values that would be written
     * @param problems why it would be refused, if it would
     */
    public record PlannedChange(
            EffectKey key,
            String type,
            Action action,
            Optional<RecordRef> target,
            Map<String, String> before,
            Map<String, String> after,
            String problems) {
        public PlannedChange {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }
    }

    /** What would be done at the target. */
    public enum Action {
        /** A new record. */
        CREATE,
        /** A change of a record that exists. */
        UPDATE,
        /** What stands is cancelled or voided. */
        TAKE_BACK,
        /** A record that exists is bound without a write. */
        ADOPT,
        /** Nothing. */
        NOTHING,
        /** Nothing, because an earlier write has not ended yet. */
        AWAIT
    }
}
