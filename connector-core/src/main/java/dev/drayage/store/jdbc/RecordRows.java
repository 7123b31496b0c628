package dev.drayage.store.jdbc;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.store.Horizon;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Records of the ledger as rows. Thread-safe. */
final class RecordRows {
    private static final Comparator<RecordEntry> ORDER = Comparator.<RecordEntry, String>comparing(
                    entry -> entry.ref().toString())
            .thenComparing(RecordEntry::sync);

    private final Table table;

    RecordRows(Database database) {
        table = new Table(
                database.table("record"),
                List.of("record_ref", "sync_name", "namespace"),
                List.of(
                        "record_id",
                        "revision",
                        "state",
                        "code",
                        "message",
                        "waiting_for",
                        "attempts",
                        "due_at",
                        "changed_at",
                        "updated_at",
                        "admitted",
                        "epoch"));
    }

    Table table() {
        return table;
    }

    void bind(Parameters row, String namespace, RecordEntry entry, long epoch) throws SQLException {
        row.name(entry.ref())
                .text(entry.sync())
                .text(namespace)
                .text(entry.ref().id())
                .text(entry.revision())
                .text(entry.state().name())
                .text(entry.code().map(Enum::name))
                .text(entry.message())
                .text(entry.waitingFor())
                .count(entry.attempts())
                .instant(entry.dueAt())
                .instant(entry.changedAt())
                .instant(entry.updatedAt())
                .flag(entry.admitted())
                .number(epoch);
    }

    private static RecordEntry read(Columns row) throws SQLException {
        RecordEntry.Builder entry = RecordEntry.builder();
        entry.ref(row.ref());
        entry.sync(row.text());
        row.text(); // namespace
        row.text(); // record_id, a part of the reference
        return entry.revision(row.text())
                .state(row.word(RecordState.class))
                .code(row.optionalWord(ErrorCode.class))
                .message(row.text())
                .waitingFor(row.optionalText())
                .attempts(row.count())
                .dueAt(row.optionalInstant())
                .changedAt(row.optionalInstant())
                .updatedAt(row.instant())
                .admitted(row.flag())
                .build();
    }

    List<RecordEntry> find(Connection connection, String namespace, RecordQuery query) throws SQLException {
        List<RecordEntry> found = new ArrayList<>();
        for (List<RecordRef> refs : Query.parts(query.refs())) {
            for (List<String> awaited : Query.parts(query.waitingFor())) {
                Query page = narrow(query)
                        ? limited(select(namespace, query, refs, awaited, query.states()), query)
                        : byState(namespace, query);
                found.addAll(page.list(connection, RecordRows::read));
            }
        }
        return found.stream().sorted(ORDER).limit(query.limit()).toList();
    }

    Map<RecordState, Long> count(Connection connection, String namespace, RecordQuery query) throws SQLException {
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        for (List<RecordRef> refs : Query.parts(query.refs())) {
            for (List<String> awaited : Query.parts(query.waitingFor())) {
                new Query("SELECT state, COUNT(*) FROM " + table.name())
                        .add(where(namespace, query, refs, awaited, query.states()))
                        .add(" GROUP BY state")
                        .list(connection, row -> counts.merge(row.word(RecordState.class), row.number(), Long::sum));
            }
        }
        return counts;
    }

    /** Takes away the oldest that ended long ago; an index gives them in that order, so a batch looks at few others. */
    int forget(Connection connection, String namespace, Horizon horizon) throws SQLException {
        return new Query("DELETE FROM " + table.name())
                .add(" WHERE namespace = ? AND sync_name = ?", namespace, horizon.sync())
                .add(" AND record_ref IN (SELECT record_ref FROM " + table.name())
                .add(
                        " WHERE namespace = ? AND sync_name = ? AND updated_at < ?",
                        namespace,
                        horizon.sync(),
                        Micros.floor(horizon.records()))
                .in("state", horizon.states().stream().map(Enum::name).toList())
                .add(" ORDER BY namespace, sync_name, updated_at LIMIT ?)", (long) horizon.most())
                .change(connection);
    }

    /** Whether a criterion other than the state leads to few rows. */
    private static boolean narrow(RecordQuery query) {
        return !query.refs().isEmpty()
                || !query.waitingFor().isEmpty()
                || !query.codes().isEmpty()
                || query.id().isPresent()
                || query.dueBy().isPresent()
                || query.changedFrom().isPresent()
                || query.changedBefore().isPresent();
    }

    /** A page out of many: a part per state, each of which an index gives in order and cuts at the limit. */
    private Query byState(String namespace, RecordQuery query) {
        Collection<RecordState> states = query.states().isEmpty() ? EnumSet.allOf(RecordState.class) : query.states();
        Query all = new Query("");
        String union = "";
        for (RecordState state : states) {
            all.add(union + "SELECT * FROM (")
                    .add(select(namespace, query, List.of(), List.of(), List.of(state)))
                    .add(" ORDER BY namespace, sync_name, state, record_ref LIMIT ?) of_" + state, (long)
                            query.limit());
            union = " UNION ALL ";
        }
        return limited(all, query);
    }

    private static Query limited(Query query, RecordQuery asked) {
        return query.add(" ORDER BY record_ref, sync_name LIMIT ?", (long) asked.limit());
    }

    private Query select(
            String namespace,
            RecordQuery query,
            List<RecordRef> refs,
            List<String> awaited,
            Collection<RecordState> states) {
        Query select = new Query("SELECT " + table.columns() + " FROM " + table.name())
                .add(where(namespace, query, refs, awaited, states));
        query.after().ifPresent(after -> select.add(" AND record_ref > ?", SortedText.encode(after.toString())));
        return select;
    }

    private static Query where(
            String namespace,
            RecordQuery query,
            List<RecordRef> refs,
            List<String> awaited,
            Collection<RecordState> states) {
        Query where = new Query("").add(" WHERE namespace = ?", namespace);
        query.sync().ifPresent(sync -> where.add(" AND sync_name = ?", sync));
        where.in(
                "record_ref",
                refs.stream().map(ref -> SortedText.encode(ref.toString())).toList());
        where.in("state", states.stream().map(Enum::name).toList());
        where.in("code", query.codes().stream().map(Enum::name).toList());
        where.in("waiting_for", awaited);
        query.dueBy().ifPresent(by -> where.add(" AND due_at <= ?", Micros.floor(by)));
        query.changedFrom().ifPresent(from -> where.add(" AND changed_at >= ?", Micros.ceiling(from)));
        query.changedBefore().ifPresent(before -> where.add(" AND changed_at < ?", Micros.ceiling(before)));
        query.id().ifPresent(id -> where.add(" AND record_id = ?", id));
        return where;
    }
}
