package dev.drayage.store.jdbc;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Effects of the ledger as rows. Thread-safe. */
final class EffectRows {
    private final Table table;

    EffectRows(Database database) {
        table = new Table(
                database.table("effect"),
                List.of("effect_key", "namespace"),
                List.of(
                        "sync_name",
                        "cause_ref",
                        "cause_id",
                        "source_id",
                        "lane",
                        "record_type",
                        "state",
                        "native_key",
                        "hint",
                        "note",
                        "expectation",
                        "pending_digest",
                        "bound_digest",
                        "previous_digest",
                        "swings",
                        "swing_since",
                        "written_digest",
                        "target_ref",
                        "target_id",
                        "target_revision",
                        "attempts",
                        "recheck_at",
                        "sent_at",
                        "accepted_at",
                        "updated_at",
                        "epoch"));
    }

    Table table() {
        return table;
    }

    void bind(Parameters row, String namespace, EffectEntry entry, long epoch) throws SQLException {
        RecordRef source = entry.key().source();
        row.name(entry.key())
                .text(namespace)
                .text(entry.sync())
                .name(entry.cause())
                .text(entry.cause().id())
                .text(source.id())
                .text(entry.lane())
                .text(entry.type())
                .text(entry.state().name())
                .text(entry.nativeKey())
                .text(entry.hint())
                .text(entry.note())
                .text(entry.expectation())
                .text(entry.pendingDigest())
                .text(entry.boundDigest())
                .text(entry.previousDigest())
                .count(entry.swings())
                .instant(entry.swingSince())
                .text(entry.writtenDigest())
                .ref(entry.target())
                .text(entry.target().map(RecordRef::id))
                .text(entry.targetRevision())
                .count(entry.attempts())
                .instant(entry.recheckAt())
                .instant(entry.sentAt())
                .instant(entry.acceptedAt())
                .instant(entry.updatedAt())
                .number(epoch);
    }

    private static EffectEntry read(Columns row) throws SQLException {
        EffectEntry.Builder entry = EffectEntry.builder();
        entry.key(EffectKey.parse(row.name()));
        row.text(); // namespace
        entry.sync(row.text());
        entry.cause(row.ref());
        row.text(); // cause_id and source_id, parts of the references
        row.text();
        entry.lane(row.text())
                .type(row.text())
                .state(row.word(EffectState.class))
                .nativeKey(row.text())
                .hint(row.text())
                .note(row.text())
                .expectation(row.text())
                .pendingDigest(row.text())
                .boundDigest(row.text())
                .previousDigest(row.text())
                .swings(row.count())
                .swingSince(row.optionalInstant())
                .writtenDigest(row.text())
                .target(row.optionalRef());
        row.optionalText(); // target_id, a part of the reference
        return entry.targetRevision(row.text())
                .attempts(row.count())
                .recheckAt(row.optionalInstant())
                .sentAt(row.instant())
                .acceptedAt(row.optionalInstant())
                .updatedAt(row.instant())
                .build();
    }

    List<EffectEntry> find(Connection connection, String namespace, EffectQuery query) throws SQLException {
        boolean narrow = !query.keys().isEmpty()
                || !query.targets().isEmpty()
                || !query.causes().isEmpty()
                || query.id().isPresent()
                || query.lane().isPresent();
        List<EffectEntry> found = new ArrayList<>();
        for (List<EffectKey> keys : Query.parts(query.keys())) {
            for (List<RecordRef> targets : Query.parts(query.targets())) {
                for (List<RecordRef> causes : Query.parts(query.causes())) {
                    Query page = narrow
                            ? limited(select(namespace, query, keys, targets, causes, query.states()), query)
                            : byState(namespace, query);
                    found.addAll(page.list(connection, EffectRows::read));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(entry -> entry.key().toString()))
                .limit(query.limit())
                .toList();
    }

    /** A page out of many: a part per state, each of which an index gives in order and cuts at the limit. */
    private Query byState(String namespace, EffectQuery query) {
        Collection<EffectState> states = query.states().isEmpty() ? EnumSet.allOf(EffectState.class) : query.states();
        Query all = new Query("");
        String union = "";
        for (EffectState state : states) {
            all.add(union + "SELECT * FROM (")
                    .add(select(namespace, query, List.of(), List.of(), List.of(), List.of(state)))
                    .add(" ORDER BY namespace, state, effect_key LIMIT ?) of_" + state, (long) query.limit());
            union = " UNION ALL ";
        }
        return limited(all, query);
    }

    private static Query limited(Query query, EffectQuery asked) {
        return query.add(" ORDER BY effect_key LIMIT ?", (long) asked.limit());
    }

    private Query select(
            String namespace,
            EffectQuery query,
            List<EffectKey> keys,
            List<RecordRef> targets,
            List<RecordRef> causes,
            Collection<EffectState> states) {
        Query select =
                new Query("SELECT " + table.columns() + " FROM " + table.name()).add(" WHERE namespace = ?", namespace);
        query.sync().ifPresent(sync -> select.add(" AND sync_name = ?", sync));
        select.in("effect_key", names(keys));
        select.in("state", states.stream().map(Enum::name).toList());
        select.in("target_ref", names(targets)).in("target_id", ids(targets));
        select.in("cause_ref", names(causes)).in("cause_id", ids(causes));
        query.id()
                .ifPresent(id -> select.add(
                        " AND effect_key IN (SELECT effect_key FROM " + table.name() + " WHERE source_id = ?"
                                + " UNION SELECT effect_key FROM " + table.name() + " WHERE cause_id = ?"
                                + " UNION SELECT effect_key FROM " + table.name() + " WHERE target_id = ?"
                                + " UNION SELECT effect_key FROM " + table.name() + " WHERE native_key = ?)",
                        id,
                        id,
                        id,
                        id));
        query.lane().ifPresent(lane -> select.add(" AND lane = ?", lane));
        query.after().ifPresent(after -> select.add(" AND effect_key > ?", SortedText.encode(after.toString())));
        return select;
    }

    private static List<String> names(List<?> names) {
        return names.stream().map(name -> SortedText.encode(name.toString())).toList();
    }

    /** The indexed part of the references: the system's own ids. */
    private static List<String> ids(List<RecordRef> refs) {
        return refs.stream().map(RecordRef::id).distinct().toList();
    }
}
