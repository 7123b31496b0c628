package dev.drayage.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a comparison of both sides found (guarantee G9). Immutable.
 *
 * @param sync the sync
 * @param from first instant of the window that was compared, in UTC
 * @param to first instant after it: where the source does not show everything yet, nothing was compared
 * @param method by which method the source was listed
 * @param secondMethod whether that is another one than runs read by; if not, what they cannot see was not seen here either
 * @param ending why it ended: {@code CAUGHT_UP} if all of the window was compared
 * @param message more about the ending, without a buyer's data
 * @param comparedUntil up to where everything was compared; empty if not even the first stretch was. Go on from there.
 * @param verdicts how many records stand how; each record is counted once
 * @param differences the first ones
 * @param asked how many records the next run was asked to book
 */
public record ComparisonReport(
        String sync,
        Instant from,
        Instant to,
        String method,
        boolean secondMethod,
        RunReport.Ending ending,
        String message,
        Optional<Instant> comparedUntil,
        Map<Verdict, Long> verdicts,
        List<Difference> differences,
        long asked) {

    /** How a record stands on both sides. */
    public enum Verdict {
        /** Everything of it is at its target, as it would be written now. */
        SAME,
        /** The sync never saw it, although the source shows it and the sync has read beyond its change. */
        UNSEEN,
        /** The sync knows the record, and did not see its last change, although it has read beyond it. */
        CHANGE_UNSEEN,
        /** Something of it that was booked, or should be, does not stand at its target. */
        MISSING,
        /** More than one record at the target looks as if it stood for it. */
        DOUBLED,
        /** Something of it stands at the target with other values than would be written, and nobody accepted that. */
        DRIFTED,
        /** It was booked, and the source does not show it any more. */
        GONE,
        /** Nothing is to be booked of it: skipped, or made before go-live. */
        SKIPPED,
        /** A person took it over. */
        DISMISSED,
        /** It needs a person, and that is known. */
        PARKED,
        /** It waits for another record or for more data. */
        DEFERRED,
        /** Something of it was sent and has not ended, or it is to be worked on in the next run. */
        OPEN,
        /** The sync has not read so far yet. */
        AHEAD,
        /** It changed while it was compared, or so shortly before that the target may not show it yet. */
        MOVED,
        /** It could not be compared; the log of a run or a plan of it says why. */
        NOT_COMPARED;

        /** Whether both sides do not agree, and nobody knows yet. */
        public boolean isDifference() {
            return switch (this) {
                case UNSEEN, CHANGE_UNSEEN, MISSING, DOUBLED, DRIFTED, GONE -> true;
                default -> false;
            };
        }
    }

    public ComparisonReport {
        verdicts = verdicts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(verdicts));
        differences = List.copyOf(differences);
    }

    /** How many records stand so. */
    public long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** How many records were looked at. */
    public long compared() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them differ; the report may list fewer. */
    public long differing() {
        return Arrays.stream(Verdict.values())
                .filter(Verdict::isDifference)
                .mapToLong(this::count)
                .sum();
    }

    /** Whether all of the window was compared and nothing differs that nobody knows of; what is parked, waits or is ahead is known. */
    public boolean agrees() {
        return ending == RunReport.Ending.CAUGHT_UP && differing() == 0 && count(Verdict.NOT_COMPARED) == 0;
    }

    /** One line for people. */
    public String summary() {
        return sync + " from " + from + " to " + to + ", listed by " + method
                + (secondMethod ? "" : " (the source has no second one)") + ": " + ending + ", " + compared()
                + " compared"
                + verdicts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> ", " + e.getValue() + " "
                                + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining())
                + (asked == 0 ? "" : ", " + asked + " asked for")
                + (message.isEmpty() ? "" : " (" + message + ")");
    }
}
