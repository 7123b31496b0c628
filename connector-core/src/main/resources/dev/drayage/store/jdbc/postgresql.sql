-- Drayage's store, version 5, for PostgreSQL. ${prefix} stands for the tables' prefix, drayage_ unless the host chose another.
-- Every statement may be repeated. Instants are microseconds since 1970 in UTC.
-- Names lead their keys: look-ups by lists of names then find their rows by index in every database.

CREATE TABLE IF NOT EXISTS ${prefix}schema_version (
  version INTEGER NOT NULL PRIMARY KEY
);

CREATE TABLE IF NOT EXISTS ${prefix}record (
  record_ref TEXT COLLATE "C" NOT NULL,
  sync_name TEXT COLLATE "C" NOT NULL,
  namespace TEXT COLLATE "C" NOT NULL,
  record_id TEXT COLLATE "C" NOT NULL,
  revision TEXT NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  code TEXT,
  message TEXT NOT NULL,
  waiting_for TEXT,
  attempts INTEGER NOT NULL,
  due_at BIGINT,
  changed_at BIGINT,
  updated_at BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  admitted INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (record_ref, sync_name, namespace)
);

CREATE INDEX IF NOT EXISTS ${prefix}record_by_state ON ${prefix}record (namespace, sync_name, state, record_ref);
CREATE INDEX IF NOT EXISTS ${prefix}record_by_due ON ${prefix}record (namespace, sync_name, due_at);
CREATE INDEX IF NOT EXISTS ${prefix}record_by_change ON ${prefix}record (namespace, sync_name, changed_at);
CREATE INDEX IF NOT EXISTS ${prefix}record_by_id ON ${prefix}record (record_id, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}record_by_code ON ${prefix}record (namespace, code, record_ref) WHERE code IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_by_wait ON ${prefix}record (waiting_for, namespace) WHERE waiting_for IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_by_update ON ${prefix}record (namespace, sync_name, updated_at);

CREATE TABLE IF NOT EXISTS ${prefix}effect (
  effect_key TEXT COLLATE "C" NOT NULL,
  namespace TEXT COLLATE "C" NOT NULL,
  sync_name TEXT COLLATE "C" NOT NULL,
  cause_ref TEXT COLLATE "C" NOT NULL,
  cause_id TEXT COLLATE "C" NOT NULL,
  source_id TEXT COLLATE "C" NOT NULL,
  lane TEXT NOT NULL,
  record_type TEXT NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  native_key TEXT COLLATE "C" NOT NULL,
  hint TEXT NOT NULL,
  note TEXT NOT NULL,
  expectation TEXT NOT NULL,
  pending_digest TEXT NOT NULL,
  bound_digest TEXT NOT NULL,
  previous_digest TEXT NOT NULL,
  swings INTEGER NOT NULL,
  swing_since BIGINT,
  written_digest TEXT NOT NULL,
  target_ref TEXT COLLATE "C",
  target_id TEXT COLLATE "C",
  target_revision TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  recheck_at BIGINT,
  sent_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  accepted_at BIGINT,
  PRIMARY KEY (effect_key, namespace)
);

CREATE INDEX IF NOT EXISTS ${prefix}effect_by_state ON ${prefix}effect (namespace, state, effect_key);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_cause ON ${prefix}effect (cause_id, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_source ON ${prefix}effect (source_id, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_target ON ${prefix}effect (target_id, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_native_key ON ${prefix}effect (native_key, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_lane ON ${prefix}effect (lane, namespace);

CREATE TABLE IF NOT EXISTS ${prefix}sync_state (
  namespace TEXT COLLATE "C" NOT NULL,
  sync_name TEXT COLLATE "C" NOT NULL,
  born_at BIGINT NOT NULL,
  watermark BIGINT,
  window_from BIGINT,
  window_to BIGINT,
  cursor_token TEXT,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (namespace, sync_name)
);

CREATE TABLE IF NOT EXISTS ${prefix}sync_condition (
  namespace TEXT COLLATE "C" NOT NULL,
  sync_name TEXT COLLATE "C" NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  resume_at BIGINT,
  seek_to BIGINT,
  epoch BIGINT NOT NULL,
  changed_by TEXT,
  changed_at BIGINT,
  PRIMARY KEY (namespace, sync_name)
);

CREATE SEQUENCE IF NOT EXISTS ${prefix}hint_numbers;

CREATE TABLE IF NOT EXISTS ${prefix}hint (
  namespace TEXT COLLATE "C" NOT NULL,
  sync_name TEXT COLLATE "C" NOT NULL,
  record_ref TEXT COLLATE "C" NOT NULL,
  hint_number BIGINT NOT NULL,
  pushed INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (namespace, sync_name, record_ref)
);

CREATE TABLE IF NOT EXISTS ${prefix}audit (
  audit_number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  namespace TEXT COLLATE "C" NOT NULL,
  sync_name TEXT COLLATE "C" NOT NULL,
  happened_at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  epoch BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS ${prefix}audit_by_sync ON ${prefix}audit (namespace, sync_name, audit_number);
CREATE INDEX IF NOT EXISTS ${prefix}audit_by_time ON ${prefix}audit (namespace, sync_name, happened_at);

CREATE TABLE IF NOT EXISTS ${prefix}connector_state (
  namespace TEXT COLLATE "C" NOT NULL,
  account TEXT COLLATE "C" NOT NULL,
  state_key TEXT COLLATE "C" NOT NULL,
  state_value TEXT NOT NULL,
  PRIMARY KEY (namespace, account, state_key)
);

CREATE TABLE IF NOT EXISTS ${prefix}lease (
  namespace TEXT COLLATE "C" NOT NULL,
  lease_domain TEXT COLLATE "C" NOT NULL,
  lease_owner TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  lease_until BIGINT,
  PRIMARY KEY (namespace, lease_domain)
);

INSERT INTO ${prefix}schema_version (version) SELECT 5 WHERE NOT EXISTS (SELECT 1 FROM ${prefix}schema_version);
