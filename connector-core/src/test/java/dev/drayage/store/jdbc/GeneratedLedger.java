package dev.drayage.store.jdbc;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.testing.PostgresServer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A ledger as it is after some years, made on the server: five tenants, three syncs each, one record a minute, an effect
 * each; of a thousand records six are not ended.
 *
 * @param rows how many records and how many effects
 */
record GeneratedLedger(String url, long rows) {
    static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    static final String TENANT = "tenant-1";
    static final String SYNC = "orders-0";

    private static final AccountId SHOP = new AccountId("shopify", "acme");
    private static final AccountId BOOKS = new AccountId("netsuite", "1");

    private static final String STATE = "(ARRAY['PARKED','DUE','OPEN','DEFERRED','DISMISSED','PARKED'])";

    void fill() {
        String indexes = " FROM pg_indexes WHERE tablename IN ('drayage_record', 'drayage_effect')"
                + " AND schemaname = current_schema AND indexname NOT LIKE '%_pkey'";
        String drop = PostgresServer.value(url, "SELECT string_agg('DROP INDEX ' || indexname, ';')" + indexes);
        String create = PostgresServer.value(url, "SELECT string_agg(indexdef, ';')" + indexes);
        String micros = (BEGIN.getEpochSecond() * 1_000_000) + " + i * 60000000";
        PostgresServer.execute(
                url,
                drop,
                "INSERT INTO drayage_record SELECT 'shopify:acme/SalesOrder/' || i, 'orders-' || i % 3, 'tenant-' || i % 5,"
                        + " i::text, 'r' || i, CASE WHEN i % 997 < 6 THEN " + STATE
                        + "[(1 + i % 997)::int] WHEN i % 19 = 7"
                        + " THEN 'SKIPPED' ELSE 'SETTLED' END,"
                        + " CASE WHEN i % 997 IN (0, 5) THEN 'SKU_UNKNOWN' WHEN i % 19 = 7 THEN 'CONFLICT' END, '',"
                        + " CASE WHEN i % 997 = 3 THEN 'shopify:acme/SalesOrder/' || i + 1 || ' netsuite:1 salesOrder' END,"
                        + " 0, CASE WHEN i % 997 IN (1, 2, 3) THEN " + micros + " END, " + micros + ", " + micros
                        + ", 1"
                        + " FROM generate_series(0::bigint, " + (rows - 1) + ") i",
                "INSERT INTO drayage_effect (effect_key, namespace, sync_name, cause_ref, cause_id, source_id, lane,"
                        + " record_type, state, native_key, hint, note, expectation, pending_digest, bound_digest,"
                        + " previous_digest, swings, written_digest, target_ref, target_id, target_revision, attempts,"
                        + " sent_at, updated_at, epoch)"
                        + " SELECT '" + key(0).toString().replace("/0", "/' || i || '") + "', 'tenant-' || i % 5,"
                        + " 'orders-' || i % 3, 'shopify:acme/SalesOrder/' || i, i::text, i::text, 'order/' || i,"
                        + " 'SalesOrder', CASE WHEN i % 997 < 3 THEN (ARRAY['INTENT','PENDING','WRITTEN'])[(1 + i % 997)::int]"
                        + " ELSE 'BOUND' END, 'SHOPIFY-' || i, '', '', '', '', md5(i::text), '', 0, md5(i::text),"
                        + " 'netsuite:1/SalesOrder/' || i + 500, (i + 500)::text, '1', 0, " + micros + ", " + micros
                        + ", 1 FROM generate_series(0::bigint, " + (rows - 1) + ") i",
                "INSERT INTO drayage_hint SELECT 'tenant-' || i % 5, 'orders-' || i % 3, 'shopify:acme/SalesOrder/' || i, i"
                        + " FROM generate_series(0, 19999) i",
                "INSERT INTO drayage_audit (namespace, sync_name, happened_at, actor, action, detail, epoch)"
                        + " SELECT 'tenant-' || i % 5, 'orders-' || i % 3, " + micros + ", 'ann', 'retry', '', 1"
                        + " FROM generate_series(0::bigint, 49999) i",
                "SET maintenance_work_mem = '512MB'",
                create,
                "VACUUM ANALYZE");
    }

    static RecordRef order(long number) {
        return new RecordRef(SHOP, "SalesOrder", Long.toString(number));
    }

    static RecordRef booked(long number) {
        return new RecordRef(BOOKS, "SalesOrder", Long.toString(number));
    }

    static EffectKey key(long number) {
        return new EffectKey(order(number), BOOKS, "salesOrder");
    }

    /** Numbers of the tenant's records of the sync, spread over the whole ledger. */
    List<Long> spread(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (rows * i / count) / 15 * 15 + 6)
                .toList();
    }
}
