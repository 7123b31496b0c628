package dev.drayage.store.jdbc;

import dev.drayage.spi.Cursor;
import dev.drayage.spi.Slice;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checkpoints and conditions of syncs as rows. Thread-safe. */
final class SyncRows {
    private final Table states;
    private final Table conditions;

    SyncRows(Database database) {
        states = new Table(
                database.table("sync_state"),
                List.of("namespace", "sync_name"),
                List.of("born_at", "watermark", "window_from", "window_to", "cursor_token", "epoch"));
        conditions = new Table(
                database.table("sync_condition"),
                List.of("namespace", "sync_name"),
                List.of("kind", "message", "changed_by", "changed_at", "resume_at", "seek_to", "epoch"));
    }

    Table states() {
        return states;
    }

    Table conditions() {
        return conditions;
    }

    void bind(Parameters row, String namespace, SyncState state, long epoch) throws SQLException {
        row.text(namespace)
                .text(state.sync())
                .instant(state.bornAt())
                .instant(state.watermark())
                .instant(state.window().map(Slice.Window::from))
                .number(state.window().map(window -> Micros.ceiling(window.to())))
                .text(state.cursor().map(Cursor::token))
                .number(epoch);
    }

    void bind(Parameters row, String namespace, SyncCondition condition, long epoch) throws SQLException {
        row.text(namespace)
                .text(condition.sync())
                .text(condition.kind().name())
                .text(condition.message())
                .text(condition.by())
                .instant(condition.since())
                .instant(condition.resumeAt())
                .instant(condition.seekTo())
                .number(epoch);
    }

    Optional<SyncState> state(Connection connection, String namespace, String sync) throws SQLException {
        return one(states, namespace, sync).list(connection, SyncRows::readState).stream()
                .findFirst();
    }

    Optional<SyncCondition> condition(Connection connection, String namespace, String sync) throws SQLException {
        return one(conditions, namespace, sync).list(connection, SyncRows::readCondition).stream()
                .findFirst();
    }

    private static Query one(Table table, String namespace, String sync) {
        return new Query("SELECT " + table.columns() + " FROM " + table.name())
                .add(" WHERE namespace = ? AND sync_name = ?", namespace, sync);
    }

    private static SyncState readState(Columns row) throws SQLException {
        row.text(); // namespace
        SyncState.Builder state =
                SyncState.builder().sync(row.text()).bornAt(row.instant()).watermark(row.optionalInstant());
        Optional<Instant> from = row.optionalInstant();
        Optional<Instant> to = row.optionalInstant();
        return state.window(from.flatMap(start -> to.map(end -> new Slice.Window(start, end))))
                .cursor(row.optionalText().map(Cursor::new))
                .build();
    }

    private static SyncCondition readCondition(Columns row) throws SQLException {
        row.text(); // namespace
        return new SyncCondition(
                row.text(),
                row.word(SyncCondition.Kind.class),
                row.text(),
                row.optionalText(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant());
    }
}
