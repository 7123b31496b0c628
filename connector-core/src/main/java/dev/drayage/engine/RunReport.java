package dev.drayage.engine;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run did.
 *
 * @param sync the sync
 * @param startedAt when it began, in UTC
 * @param endedAt when it ended, in UTC
 * @param ending why it ended
 * @param message more about the ending, without a buyer's data
 * @param read how many records were read; the outcomes add up to it (guarantee G9)
 * @param outcomes how they ended
 * @param effects how many writes the targets took, by record type and account
 * @param readUntil of a backfill: up to where its window was read and recorded, so that another one can go on from there; empty
 *     if not even its first stretch was, and for other runs, which go on by themselves
 */
public record RunReport(
        String sync,
        Instant startedAt,
        Instant endedAt,
        Ending ending,
        String message,
        long read,
        Map<Outcome, Long> outcomes,
        Map<String, Long> effects,
        Optional<Instant> readUntil) {

    /** Why a run ended. */
    public enum Ending {
        /** Everything that the source shows was read. */
        CAUGHT_UP,
        /** The budget was used up; the next run goes on. */
        BUDGET,
        /** The host cancelled it. */
        CANCELLED,
        /** An account cannot be used for now; the next run goes on. */
        OUTAGE,
        /** An account refuses the credentials; a person must act. */
        NEEDS_REAUTHORISATION,
        /** The sync is paused. */
        PAUSED,
        /** Another process holds the domain's lease, or this process runs the sync already. */
        BUSY,
        /** The store or a connector broke its contract; nothing was lost, the next run recovers. */
        FAILED
    }

    public RunReport {
        outcomes = outcomes.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(outcomes));
        effects = Map.copyOf(effects);
    }

    /** How many records ended so. */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** How many writes the targets took. */
    public long written() {
        return effects.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One line for people. */
    public String summary() {
        return sync + ": " + ending + ", " + read + " read"
                + outcomes.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> ", " + e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining())
                + (message.isEmpty() ? "" : " (" + message + ")");
    }
}
