package dev.drayage.store.jdbc;

import dev.drayage.call.TimeSource;
import dev.drayage.error.SettingsException;
import dev.drayage.model.AccountId;
import dev.drayage.spi.ConnectorState;
import dev.drayage.store.Leases;
import dev.drayage.store.Ledger;
import dev.drayage.store.SyncStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The store in a relational database that the host supplies: SQLite or H2 for one node, PostgreSQL for many. Tables are
 * created on demand and carry a prefix, so they may live beside the host's own.
 *
 * <p>Every method takes a connection from the host's data source and gives it back as it was, so a pool pays off. A commit
 * of any size is one transaction of at most eight statements; a look-up of up to 500 names is one statement. Instants are
 * kept to the microsecond, rounded down, except the end of a window that is being read, which is rounded up.
 *
 * <p>Thread-safe. When the database fails, methods throw a {@link dev.drayage.error.StoreException} that tells the SQL
 * state but no values.
 */
public final class JdbcSyncStore implements SyncStore {
    private final Database database;
    private final Statistics statistics;
    private final Optional<TimeSource> leaseClock;

    private JdbcSyncStore(Database database, Optional<TimeSource> leaseClock) {
        this.database = database;
        this.statistics = new Statistics(database);
        this.leaseClock = leaseClock;
    }

    /**
     * A store with the default prefix that creates its tables if they are missing.
     *
     * @throws SettingsException as {@link Builder#build()} does
     */
    public static JdbcSyncStore of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /** A new builder. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    @Override
    public Ledger ledger(String namespace) {
        return new JdbcLedger(database, statistics, namespace);
    }

    @Override
    public Leases leases(String namespace) {
        return new JdbcLeases(database, namespace, leaseClock);
    }

    @Override
    public ConnectorState connectorState(String namespace, AccountId account) {
        return new JdbcConnectorState(database, namespace, account);
    }

    /** Sets the store up. Not thread-safe. */
    public static final class Builder {
        private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");

        private final DataSource dataSource;
        private String tablePrefix = "drayage_";
        private boolean createSchema = true;
        private Optional<TimeSource> leaseClock = Optional.empty();

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * What the names of the tables begin with: a lower-case letter, then up to 29 lower-case letters, digits and
         * underscores. {@code drayage_} if not given.
         */
        public Builder tablePrefix(String prefix) {
            this.tablePrefix = prefix;
            return this;
        }

        /**
         * Whether missing tables are created and those of an older version brought up to date; true if not given. A host
         * that lets nobody create tables runs the script {@code h2.sql}, {@code sqlite.sql} or {@code postgresql.sql} of
         * this package itself, and later the scripts between versions that the refusal names.
         */
        public Builder createSchema(boolean create) {
            this.createSchema = create;
            return this;
        }

        /** A clock for leases instead of the database's own: for tests, which do not wait. */
        public Builder leaseClock(TimeSource clock) {
            this.leaseClock = Optional.of(clock);
            return this;
        }

        /**
         * Connects, creates the tables or brings them up to date if need be, and checks them. Nodes may do so at once.
         *
         * @throws SettingsException if the prefix is malformed, the database is unknown or set up to lose committed work,
         *     or the tables are newer than this library, or missing or older and may not be changed
         */
        public JdbcSyncStore build() {
            if (!PREFIX.matcher(tablePrefix).matches()) {
                throw new SettingsException(List.of("tablePrefix: must be a lower-case letter followed by up to 29"
                        + " lower-case letters, digits and underscores"));
            }
            Database database = new Database(dataSource, dialect(), tablePrefix);
            Schema schema = new Schema(database.dialect(), tablePrefix);
            if (createSchema && !database.run("looking at the tables", schema::isCurrent)) {
                database.transaction("creating the tables", connection -> {
                    schema.bringUpToDate(connection);
                    return true;
                });
            }
            database.run("checking the tables", connection -> {
                schema.check(connection);
                return true;
            });
            return new JdbcSyncStore(database, leaseClock);
        }

        private Dialect dialect() {
            return Database.first(dataSource, "connecting", connection -> {
                Dialect dialect = Dialect.of(connection);
                dialect.durabilityProblem(connection).ifPresent(problem -> {
                    throw new SettingsException(List.of("dataSource: " + problem));
                });
                return dialect;
            });
        }
    }
}
