-- Brings Drayage's store for SQLite from version 1 to 2: a note on how an effect was written, and the index of lanes.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another. All of it
-- is one transaction: SQLite adds no column without a default, so the table is made anew.

DROP INDEX IF EXISTS ${prefix}effect_by_state;
DROP INDEX IF EXISTS ${prefix}effect_by_cause;
DROP INDEX IF EXISTS ${prefix}effect_by_source;
DROP INDEX IF EXISTS ${prefix}effect_by_target;
DROP INDEX IF EXISTS ${prefix}effect_by_native_key;
DROP INDEX IF EXISTS ${prefix}effect_by_lane;
ALTER TABLE ${prefix}effect RENAME TO ${prefix}effect_of_version_1;

CREATE TABLE IF NOT EXISTS ${prefix}effect (
  effect_key TEXT NOT NULL,
  namespace TEXT NOT NULL,
  sync_name TEXT NOT NULL,
  cause_ref TEXT NOT NULL,
  cause_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  lane TEXT NOT NULL,
  record_type TEXT NOT NULL,
  state TEXT NOT NULL,
  native_key TEXT NOT NULL,
  hint TEXT NOT NULL,
  note TEXT NOT NULL,
  expectation TEXT NOT NULL,
  pending_digest TEXT NOT NULL,
  bound_digest TEXT NOT NULL,
  previous_digest TEXT NOT NULL,
  swings INTEGER NOT NULL,
  swing_since INTEGER,
  written_digest TEXT NOT NULL,
  target_ref TEXT,
  target_id TEXT,
  target_revision TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  recheck_at INTEGER,
  sent_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  PRIMARY KEY (effect_key, namespace)
);

INSERT INTO ${prefix}effect (effect_key, namespace, sync_name, cause_ref, cause_id, source_id, lane, record_type, state, native_key, hint, expectation, pending_digest, bound_digest, previous_digest, swings, swing_since, written_digest, target_ref, target_id, target_revision, attempts, recheck_at, sent_at, updated_at, epoch, note)
  SELECT effect_key, namespace, sync_name, cause_ref, cause_id, source_id, lane, record_type, state, native_key, hint, expectation, pending_digest, bound_digest, previous_digest, swings, swing_since, written_digest, target_ref, target_id, target_revision, attempts, recheck_at, sent_at, updated_at, epoch, '' FROM ${prefix}effect_of_version_1;
DROP TABLE ${prefix}effect_of_version_1;

CREATE INDEX IF NOT EXISTS ${prefix}effect_by_state ON ${prefix}effect (namespace, state, effect_key);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_cause ON ${prefix}effect (cause_id, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_source ON ${prefix}effect (source_id, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_target ON ${prefix}effect (target_id, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_native_key ON ${prefix}effect (native_key, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_lane ON ${prefix}effect (lane, namespace);

UPDATE ${prefix}schema_version SET version = 2 WHERE version = 1;
