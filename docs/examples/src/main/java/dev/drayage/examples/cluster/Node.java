package dev.drayage.examples.cluster;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunReport;
import dev.drayage.store.jdbc.JdbcSyncStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One process of a host. Any number of them share a PostgreSQL: the scheduler there gives each merchant's work to one of them at
 * a time and moves it when a process dies; the store's lease makes sure of it, also where the scheduler is mistaken.
 */
public final class Node {
    private Node() {}

    /** Arguments: address of the database, a name that no other process has, folder of the merchants' settings, clock, go-live. */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        TimeSource time = FastTime.parse(args[3]);
        Instant goLive = Instant.parse(args[4]);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(args[0]);
        pool.setMaximumPoolSize(8);
        HikariDataSource database = new HikariDataSource(pool);
        createTasksTable(database);
        // the race runs in fast time, its leases too; a host leaves them to the database: JdbcSyncStore.of(database)
        JdbcSyncStore store = JdbcSyncStore.builder(database).leaseClock(time).build();
        List<Merchant> merchants = new ArrayList<>();
        List<RecurringTask<Void>> tasks = new ArrayList<>();
        for (MerchantSettings settings : MerchantSettings.readAll(Path.of(args[2]))) {
            Merchant merchant = new Merchant(settings, store, time, args[1], goLive);
            merchants.add(merchant);
            tasks.add(Tasks.recurring("merchant-" + settings.name(), FixedDelay.of(Duration.ofMillis(500)))
                    .execute((instance, context) -> {
                        for (RunReport report : merchant.work()) {
                            System.out.println(args[1] + " " + settings.name() + " " + report.summary());
                        }
                    }));
        }
        Scheduler scheduler = Scheduler.create(database)
                .startTasks(tasks)
                .schedulerName(new SchedulerName.Fixed(args[1]))
                .threads(tasks.size())
                .pollingInterval(Duration.ofMillis(200))
                .heartbeatInterval(Duration.ofSeconds(1))
                .missedHeartbeatsLimit(4)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            merchants.forEach(Merchant::close); // first, so that runs end and the scheduler need not wait for them
            scheduler.stop();
            database.close();
        }));
        scheduler.start();
        Thread.currentThread().join();
    }

    private static void createTasksTable(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                InputStream script = Node.class.getResourceAsStream("scheduled-tasks.sql")) {
            if (script == null) {
                throw new IllegalStateException("scheduled-tasks.sql is missing");
            }
            statement.execute("SELECT pg_advisory_lock(20261121)"); // two processes may start at once
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("SELECT pg_advisory_unlock(20261121)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
