package dev.drayage.store.jdbc;

import dev.drayage.call.TimeSource;
import dev.drayage.store.Lease;
import dev.drayage.store.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Leases in the database (guarantee G8). A row stays for ever once a domain was taken, so its epoch never goes back; every
 * change of it compares what was read before. Thread-safe.
 */
final class JdbcLeases implements Leases {
    private final Database database;
    private final String namespace;
    private final Optional<TimeSource> clock;
    private final String table;

    /** A domain's row, if there is one, and the time at which it was read. */
    private record Standing(Instant now, Optional<Long> epoch, Optional<Instant> until, Optional<String> owner) {}

    JdbcLeases(Database database, String namespace, Optional<TimeSource> clock) {
        this.database = database;
        this.namespace = namespace;
        this.clock = clock;
        table = database.table("lease");
    }

    @Override
    public Optional<Lease> acquire(String domain, String owner, Duration ttl) {
        return database.run("taking a lease", connection -> {
            Standing standing = standing(connection, domain);
            boolean held =
                    standing.until().map(until -> until.isAfter(standing.now())).orElse(false);
            if (held && !standing.owner().equals(Optional.of(owner))) {
                return Optional.empty();
            }
            long epoch = standing.epoch().orElse(0L) + 1;
            Lease lease = new Lease(domain, owner, epoch, until(standing, ttl));
            boolean won = standing.epoch().isEmpty() ? insert(connection, lease) : take(connection, lease, standing);
            return won ? Optional.of(lease) : Optional.empty();
        });
    }

    @Override
    public Optional<Lease> renew(Lease lease, Duration ttl) {
        return database.run("renewing a lease", connection -> {
            Lease longer = new Lease(
                    lease.domain(), lease.owner(), lease.epoch(), until(standing(connection, lease.domain()), ttl));
            try (PreparedStatement statement = connection.prepareStatement("UPDATE " + table
                    + " SET lease_until = ?"
                    + " WHERE namespace = ? AND lease_domain = ? AND epoch = ? AND lease_until IS NOT NULL")) {
                new Parameters(statement)
                        .instant(longer.until())
                        .text(namespace)
                        .text(lease.domain())
                        .number(lease.epoch());
                return statement.executeUpdate() == 1 ? Optional.of(longer) : Optional.empty();
            }
        });
    }

    @Override
    public void release(Lease lease) {
        database.run("giving a lease back", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("UPDATE " + table
                    + " SET lease_until = NULL WHERE namespace = ? AND lease_domain = ? AND epoch = ?")) {
                new Parameters(statement).text(namespace).text(lease.domain()).number(lease.epoch());
                return statement.executeUpdate();
            }
        });
    }

    private boolean insert(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table
                + " (namespace, lease_domain, lease_owner, epoch, lease_until) VALUES (?, ?, ?, ?, ?)")) {
            new Parameters(statement)
                    .text(namespace)
                    .text(lease.domain())
                    .text(lease.owner())
                    .number(lease.epoch())
                    .instant(lease.until());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (database.dialect().duplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean take(Connection connection, Lease lease, Standing before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE " + table
                + " SET lease_owner = ?, epoch = ?, lease_until = ?"
                + " WHERE namespace = ? AND lease_domain = ? AND epoch = ?"
                + " AND (lease_until IS NULL OR lease_until <= ? OR lease_owner = ?)")) {
            new Parameters(statement)
                    .text(lease.owner())
                    .number(lease.epoch())
                    .instant(lease.until())
                    .text(namespace)
                    .text(lease.domain())
                    .number(lease.epoch() - 1)
                    .instant(before.now())
                    .text(lease.owner());
            return statement.executeUpdate() == 1;
        }
    }

    private Standing standing(Connection connection, String domain) throws SQLException {
        List<Standing> found = new Query(
                        "SELECT " + database.dialect().nowMicros() + ", l.epoch, l.lease_until, l.lease_owner")
                .add(
                        " FROM (SELECT 1 AS one) o LEFT JOIN " + table + " l ON l.namespace = ? AND l.lease_domain = ?",
                        namespace,
                        domain)
                .list(
                        connection,
                        row -> new Standing(
                                row.instant(), row.optionalNumber(), row.optionalInstant(), row.optionalText()));
        Standing standing = found.get(0);
        return clock.map(time -> new Standing(time.instant(), standing.epoch(), standing.until(), standing.owner()))
                .orElse(standing);
    }

    private static Instant until(Standing standing, Duration ttl) {
        return Micros.instant(Micros.floor(standing.now().plus(ttl)));
    }
}
