-- Brings Drayage's store for SQLite from version 2 to 3: indexes for codes, for what is awaited, and for what may be forgotten.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another. Every statement may be repeated.

CREATE INDEX IF NOT EXISTS ${prefix}record_by_code ON ${prefix}record (namespace, code, record_ref) WHERE code IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_by_wait ON ${prefix}record (waiting_for, namespace) WHERE waiting_for IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_by_update ON ${prefix}record (namespace, sync_name, updated_at);
CREATE INDEX IF NOT EXISTS ${prefix}audit_by_time ON ${prefix}audit (namespace, sync_name, happened_at);

UPDATE ${prefix}schema_version SET version = 3 WHERE version = 2;
