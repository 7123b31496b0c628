package dev.drayage.engine;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records that are not settled, over all syncs: what a console shows to people (guarantee G9). The counts are of everything
 * that the filter lets through, whatever page was asked for. Immutable.
 *
 * @param states how many stand where
 * @param codes how many for which reason; those that a person set aside and those that are only due have none
 * @param items one page of them, in the filter's order
 * @param next where the next page begins; empty after the last one
 */
public record Worklist(
        Map<RecordState, Long> states, Map<ErrorCode, Long> codes, List<Item> items, Optional<WorkFilter.Mark> next) {
    public Worklist {
        states = Map.copyOf(states);
        codes = Map.copyOf(codes);
        items = List.copyOf(items);
    }

    /** How many there are. */
    public long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * One record and all that its sync wrote or began to write for it.
     *
     * @param record what the ledger says of it: the source's own id, state, code, message, attempts, what it waits for
     * @param effects what was sent for it, with the target's ids and native keys
     */
    public record Item(RecordEntry record, List<EffectEntry> effects) {
        public Item {
            effects = List.copyOf(effects);
        }

        /** Since when it stands so, in UTC; one that its translation holds, since the alarm about it if that came. */
        public Instant since() {
            return record.updatedAt();
        }

        /** What to do next; empty if a person set it aside or it is only due. */
        public String remedy() {
            return record.code().map(ErrorCode::remedy).orElse("");
        }

        /** What was sent for it and has not ended. */
        public List<EffectEntry> openEffects() {
            return effects.stream()
                    .filter(effect -> effect.state() == EffectState.INTENT || effect.state() == EffectState.PENDING)
                    .toList();
        }

        /** What stands at targets because of it. */
        public List<RecordRef> targets() {
            return effects.stream()
                    .filter(effect -> effect.state() != EffectState.ABSENT)
                    .flatMap(effect -> effect.target().stream())
                    .distinct()
                    .toList();
        }

        /** Its place in the list. */
        public WorkFilter.Mark mark() {
            return new WorkFilter.Mark(since(), record.sync(), record.ref());
        }
    }
}
