package dev.drayage.store;

import dev.drayage.error.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long the ledger remembers what is over. Records that are settled or skipped go when their entry is older than
 * {@link #records()}, those that a person dismissed only if asked for; the audit trail goes by a span of its own. What is
 * bound to what, by which doubles are avoided and later documents find their order, never goes. Immutable.
 */
public final class Retention {
    /** Longer than any overlap, so that what is read again as a matter of course is known again. */
    public static final Duration SHORTEST = Duration.ofDays(35);

    private final Duration records;
    private final boolean dismissed;
    private final Optional<Duration> audit;

    private Retention(Builder builder) {
        records = builder.records;
        dismissed = builder.dismissed;
        audit = builder.audit;
    }

    /** Begins with records of 400 days and an audit trail that is kept. */
    public static Builder builder() {
        return new Builder();
    }

    /** How long a record is remembered after it ended. */
    public Duration records() {
        return records;
    }

    /** Whether dismissed records go too; each may then be booked if it changes at its source. */
    public boolean dismissed() {
        return dismissed;
    }

    /** How long acts are remembered; for ever if empty. */
    public Optional<Duration> audit() {
        return audit;
    }

    /**
     * What that means for a sync.
     *
     * @param sync the sync
     * @param from the instant from which records' ages count, in UTC: now, or up to where the sync has read, if that is earlier
     * @param now the engine's time, in UTC
     * @param most the most to take away at once
     */
    public Horizon horizon(String sync, Instant from, Instant now, int most) {
        Set<RecordState> states = EnumSet.of(RecordState.SETTLED, RecordState.SKIPPED);
        if (dismissed) {
            states.add(RecordState.DISMISSED);
        }
        return new Horizon(
                sync, states, from.minus(records), audit.map(now::minus).orElse(Instant.EPOCH), most);
    }

    /** Sets the spans. Not thread-safe. */
    public static final class Builder {
        private Duration records = Duration.ofDays(400);
        private boolean dismissed;
        private Optional<Duration> audit = Optional.empty();

        private Builder() {}

        /** How long a record is remembered after it ended; 400 days if not given, 35 at least. */
        public Builder records(Duration span) {
            records = span;
            return this;
        }

        /** Whether dismissed records go too; they stay if not given, because a dismissal must hold. */
        public Builder dismissed(boolean too) {
            dismissed = too;
            return this;
        }

        /** How long the acts of people are remembered; for ever if not given, 35 days at least. */
        public Builder audit(Duration span) {
            audit = Optional.of(span);
            return this;
        }

        /** @throws SettingsException if a span is shorter than {@link Retention#SHORTEST} */
        public Retention build() {
            List<String> problems = new ArrayList<>();
            check("records", records, problems);
            audit.ifPresent(span -> check("audit", span, problems));
            if (!problems.isEmpty()) {
                throw new SettingsException(problems);
            }
            return new Retention(this);
        }

        private static void check(String name, Duration span, List<String> problems) {
            if (span.compareTo(SHORTEST) < 0) {
                problems.add(name + ": must be " + SHORTEST.toDays()
                        + " days at least, so that what is read again is known again");
            }
        }
    }
}
