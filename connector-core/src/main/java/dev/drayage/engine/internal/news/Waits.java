package dev.drayage.engine.internal.news;

import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Since when records stand as they do, and which of them have waited too long. That people were told stands in the entry's
 * code, so a restart tells nobody twice. Pure functions.
 */
public final class Waits {
    private static final Set<RecordState> UNSETTLED =
            EnumSet.of(RecordState.PARKED, RecordState.DEFERRED, RecordState.OPEN);

    private Waits() {}

    /** Whether an entry stands as another one did, however often it was looked at between. */
    public static boolean same(RecordEntry before, RecordEntry now) {
        return before.state() == now.state()
                && before.waitingFor().equals(now.waitingFor())
                && (before.state() == RecordState.OPEN || before.code().equals(now.code()) || isTold(before));
    }

    /** Whether people were told that it waits too long. */
    public static boolean isTold(RecordEntry entry) {
        return entry.code().equals(Optional.of(ErrorCode.WAITS_LONG));
    }

    /** The entry of a record that was looked at, with the instant since which it stands so and, if it is long ago, that code. */
    public static RecordEntry standing(Duration alarmAfter, Optional<RecordEntry> before, RecordEntry now) {
        Optional<RecordEntry> stood = before.filter(entry -> same(entry, now));
        if (!UNSETTLED.contains(now.state())) {
            return now;
        }
        Instant since = stood.map(RecordEntry::updatedAt).orElse(now.updatedAt());
        boolean tooLong = now.state() == RecordState.DEFERRED && isOver(alarmAfter, since, now.updatedAt());
        boolean keepsCode = stood.map(entry -> entry.state() == RecordState.OPEN || isTold(entry))
                .orElse(false);
        Optional<ErrorCode> code = keepsCode ? stood.flatMap(RecordEntry::code) : now.code();
        return RecordEntry.builder()
                .from(now)
                .code(tooLong ? Optional.of(ErrorCode.WAITS_LONG) : code)
                .updatedAt(since)
                .build();
    }

    /** A record that its translation holds has an alarm of its own, whose instant then counts. */
    public static RecordEntry held(Optional<RecordEntry> before, RecordEntry now, boolean alarmed) {
        return RecordEntry.builder()
                .from(now)
                .updatedAt(before.filter(entry -> !alarmed && same(entry, now))
                        .map(RecordEntry::updatedAt)
                        .orElse(now.updatedAt()))
                .build();
    }

    /** Whether a record that waits for a name was to be told by now and was not looked at since. */
    public static boolean isUntold(Duration alarmAfter, RecordEntry entry, Instant now) {
        return entry.state() == RecordState.DEFERRED
                && entry.waitingFor().isPresent()
                && !isTold(entry)
                && isOver(alarmAfter, entry.updatedAt(), now);
    }

    public static boolean isOver(Duration alarmAfter, Instant since, Instant now) {
        return Duration.between(since, now).compareTo(alarmAfter) >= 0;
    }
}
