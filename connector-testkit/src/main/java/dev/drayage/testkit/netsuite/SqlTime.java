package dev.drayage.testkit.netsuite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date or time as a query sees it: what the clock on the wall of the session says. Only a stored moment knows which
 * instant that was, so only a stored moment can be brought to UTC.
 *
 * @param wall date and time in the zone of the session, or in UTC once it was extracted
 * @param instant the moment behind it, absent for calendar days and parsed texts
 */
record SqlTime(LocalDateTime wall, Optional<Instant> instant) implements Comparable<SqlTime> {

    static SqlTime moment(Instant instant, ZoneId session) {
        return new SqlTime(LocalDateTime.ofInstant(instant, session), Optional.of(instant));
    }

    static SqlTime day(LocalDate day) {
        return new SqlTime(day.atStartOfDay(), Optional.empty());
    }

    static SqlTime parsed(LocalDateTime wall) {
        return new SqlTime(wall, Optional.empty());
    }

    /** The same moment on a wall clock in UTC. */
    SqlTime utc() {
        return parsed(instant.map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .orElse(wall));
    }

    @Override
    public int compareTo(SqlTime other) {
        return wall.compareTo(other.wall);
    }
}
