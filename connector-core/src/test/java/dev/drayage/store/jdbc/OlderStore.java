package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Slice;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Hint;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The tables of an older version of the store, with a row in each, and what a store must read out of them. */
record OlderStore(Embedded kind, int version) {
    private static final AccountId SHOP = new AccountId("shopify", "acme");
    private static final AccountId BOOKS = new AccountId("netsuite", "1");
    private static final RecordRef ORDER = new RecordRef(SHOP, "SalesOrder", "1");
    private static final RecordRef BOOKED = new RecordRef(BOOKS, "SalesOrder", "9");
    private static final EffectKey KEY = new EffectKey(ORDER, BOOKS, "salesOrder");

    private static final List<String> ROWS = List.of(
            "INSERT INTO drayage_record VALUES ('shopify:acme/SalesOrder/1', 'orders', 't', '1', 'r1', 'PARKED',"
                    + " 'SKU_UNKNOWN', 'why', 'w', 3, 1000001, 2000002, 3000003, 1)",
            "INSERT INTO drayage_effect (effect_key, namespace, sync_name, cause_ref, cause_id, source_id, lane,"
                    + " record_type, state, native_key, hint, expectation, pending_digest, bound_digest, previous_digest,"
                    + " swings, swing_since, written_digest, target_ref, target_id, target_revision, attempts, recheck_at,"
                    + " sent_at, updated_at, epoch%1$s) VALUES ('shopify:acme/SalesOrder/1 netsuite:1 salesOrder', 't',"
                    + " 'orders', 'shopify:acme/SalesOrder/1', '1', '1', 'order/1', 'SalesOrder', 'WRITTEN', 'SHOPIFY-1',"
                    + " 'h', 'e', 'd1', 'd2', 'd3', 2, 1000001, 'd4', 'netsuite:1/SalesOrder/9', '9', 'rev', 4, 2000002,"
                    + " 3000003, 4000004, 1%2$s)",
            "INSERT INTO drayage_sync_state VALUES ('t', 'orders', 1000001, 2000002, 3000003, 4000004, 'cursor', 1)",
            "INSERT INTO drayage_sync_condition VALUES ('t', 'orders', 'PAUSED', 'why', 1000001, 2000002, 1)",
            "INSERT INTO drayage_hint (namespace, sync_name, record_ref, hint_number)"
                    + " VALUES ('t', 'orders', 'shopify:acme/SalesOrder/1', 1)",
            "INSERT INTO drayage_audit (namespace, sync_name, happened_at, actor, action, detail, epoch)"
                    + " VALUES ('t', 'orders', 1000001, 'ann', 'pause', 'why', 1)",
            "INSERT INTO drayage_connector_state VALUES ('t', 'shopify:acme', 'k', 'v')",
            "INSERT INTO drayage_lease VALUES ('t', 'd', 'node', 7, 8000008)",
            "INSERT INTO drayage_schema_version (version) VALUES (%3$d)");

    void make(DataSource dataSource) throws SQLException, IOException {
        List<String> statements = new ArrayList<>(List.of(script().split(";", -1)));
        for (String row : ROWS) {
            statements.add(String.format(
                    Locale.ROOT, row, version == 1 ? "" : ", note", version == 1 ? "" : ", 'a note'", version));
        }
        if (kind == Embedded.POSTGRESQL || kind == Embedded.H2) {
            statements.add(
                    kind == Embedded.H2
                            ? "ALTER SEQUENCE drayage_hint_numbers RESTART WITH 2"
                            : "SELECT setval('drayage_hint_numbers', 1)");
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private String script() throws IOException {
        String name = kind.name().toLowerCase(Locale.ROOT) + "-version-" + version + ".sql";
        try (InputStream text = OlderStore.class.getResourceAsStream(name)) {
            assertThat(text).as(name).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("${prefix}", "drayage_");
        }
    }

    /** Every value of every row is read as it was written, and the store goes on from there. */
    void assertReadBy(JdbcSyncStore store) {
        Ledger ledger = store.ledger("t");
        assertThat(ledger.records(RecordQuery.builder().build())).containsExactly(record());
        assertThat(ledger.effects(EffectQuery.builder().build())).containsExactly(effect());
        assertThat(ledger.effects(EffectQuery.builder().lane("order/1").build()))
                .containsExactly(effect());
        assertThat(ledger.sync("orders"))
                .contains(SyncState.builder()
                        .sync("orders")
                        .bornAt(micros(1_000_001))
                        .watermark(micros(2_000_002))
                        .window(new Slice.Window(micros(3_000_003), micros(4_000_004)))
                        .cursor(new Cursor("cursor"))
                        .build());
        assertThat(ledger.condition("orders"))
                .contains(new SyncCondition(
                        "orders",
                        SyncCondition.Kind.PAUSED,
                        "why",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(micros(1_000_001)),
                        Optional.of(micros(2_000_002))));
        assertThat(ledger.hints("orders", Optional.empty(), 9)).containsExactly(new Hint("orders", ORDER, false, 1));
        assertThat(ledger.audit("orders", Instant.EPOCH, 9))
                .containsExactly(new AuditEntry("orders", micros(1_000_001), "ann", "pause", "why"));
        assertThat(store.connectorState("t", SHOP).all("")).containsOnly(Map.entry("k", "v"));
        ledger.hint("orders", List.of(ORDER));
        assertThat(ledger.hints("orders", Optional.empty(), 9).get(0).number()).isGreaterThan(1);
        Lease lease =
                store.leases("t").acquire("d", "other", Duration.ofMinutes(1)).orElseThrow();
        assertThat(lease.epoch()).isEqualTo(8);
    }

    private static RecordEntry record() {
        return RecordEntry.builder()
                .sync("orders")
                .ref(ORDER)
                .revision("r1")
                .state(RecordState.PARKED)
                .code(ErrorCode.SKU_UNKNOWN)
                .message("why")
                .waitingFor("w")
                .attempts(3)
                .dueAt(micros(1_000_001))
                .changedAt(micros(2_000_002))
                .updatedAt(micros(3_000_003))
                .build();
    }

    private EffectEntry effect() {
        return EffectEntry.builder()
                .key(KEY)
                .sync("orders")
                .cause(ORDER)
                .lane("order/1")
                .type("SalesOrder")
                .state(EffectState.WRITTEN)
                .nativeKey("SHOPIFY-1")
                .hint("h")
                .note(version == 1 ? "" : "a note")
                .expectation("e")
                .pendingDigest("d1")
                .boundDigest("d2")
                .previousDigest("d3")
                .swings(2)
                .swingSince(micros(1_000_001))
                .writtenDigest("d4")
                .target(BOOKED)
                .targetRevision("rev")
                .attempts(4)
                .recheckAt(micros(2_000_002))
                .sentAt(micros(3_000_003))
                .updatedAt(micros(4_000_004))
                .build();
    }

    private static Instant micros(long micros) {
        return Micros.instant(micros);
    }

    /** Tables, columns and indexes as the database's own catalogue tells them. */
    static Set<String> catalogue(Embedded kind, DataSource dataSource) throws SQLException {
        List<String> queries = switch (kind) {
            case POSTGRESQL ->
                List.of(
                        "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default,"
                                + " collation_name, is_identity) FROM information_schema.columns"
                                + " WHERE table_schema = current_schema",
                        "SELECT replace(indexdef, current_schema || '.', '') FROM pg_indexes"
                                + " WHERE schemaname = current_schema",
                        "SELECT relkind::text || ' ' || relname FROM pg_class"
                                + " WHERE relnamespace = current_schema::regnamespace AND relkind <> 't'");
            case H2 ->
                List.of(
                        "SELECT CONCAT_WS(' ', TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH,"
                                + " IS_NULLABLE, COLUMN_DEFAULT) FROM INFORMATION_SCHEMA.COLUMNS"
                                + " WHERE TABLE_SCHEMA = 'PUBLIC'",
                        "SELECT CONCAT_WS(' ', TABLE_NAME, REGEXP_REPLACE(INDEX_NAME, '_[0-9A-F]+$', ''),"
                                + " COLUMN_NAME, ORDINAL_POSITION) FROM INFORMATION_SCHEMA.INDEX_COLUMNS"
                                + " WHERE TABLE_SCHEMA = 'PUBLIC'");
            default -> List.of("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master");
        };
        Set<String> catalogue = new TreeSet<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String query : queries) {
                new Query(query)
                        .list(connection, Columns::text)
                        .forEach(text -> catalogue.add(text.replaceAll("\\s+", " "))); // SQLite keeps the script's own
            }
        }
        return catalogue;
    }
}
