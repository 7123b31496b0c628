-- Drayage's store, version 5, for H2. ${prefix} stands for the tables' prefix, drayage_ unless the host chose another.
-- Every statement may be repeated. Instants are microseconds since 1970 in UTC.
-- Names lead their keys: look-ups by lists of names then find their rows by index in every database.

CREATE TABLE IF NOT EXISTS ${prefix}schema_version (
  version INTEGER NOT NULL PRIMARY KEY
);

CREATE TABLE IF NOT EXISTS ${prefix}record (
  record_ref VARCHAR NOT NULL,
  sync_name VARCHAR NOT NULL,
  namespace VARCHAR NOT NULL,
  record_id VARCHAR NOT NULL,
  revision VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  code VARCHAR,
  message VARCHAR NOT NULL,
  waiting_for VARCHAR,
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
CREATE INDEX IF NOT EXISTS ${prefix}record_by_code ON ${prefix}record (namespace, code, record_ref);
CREATE INDEX IF NOT EXISTS ${prefix}record_by_wait ON ${prefix}record (waiting_for, namespace);
CREATE INDEX IF NOT EXISTS ${prefix}record_by_update ON ${prefix}record (namespace, sync_name, updated_at);

CREATE TABLE IF NOT EXISTS ${prefix}effect (
  effect_key VARCHAR NOT NULL,
  namespace VARCHAR NOT NULL,
  sync_name VARCHAR NOT NULL,
  cause_ref VARCHAR NOT NULL,
  cause_id VARCHAR NOT NULL,
  source_id VARCHAR NOT NULL,
  lane VARCHAR NOT NULL,
  record_type VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  native_key VARCHAR NOT NULL,
  hint VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  expectation VARCHAR NOT NULL,
  pending_digest VARCHAR NOT NULL,
  bound_digest VARCHAR NOT NULL,
  previous_digest VARCHAR NOT NULL,
  swings INTEGER NOT NULL,
  swing_since BIGINT,
  written_digest VARCHAR NOT NULL,
  target_ref VARCHAR,
  target_id VARCHAR,
  target_revision VARCHAR NOT NULL,
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
  namespace VARCHAR NOT NULL,
  sync_name VARCHAR NOT NULL,
  born_at BIGINT NOT NULL,
  watermark BIGINT,
  window_from BIGINT,
  window_to BIGINT,
  cursor_token VARCHAR,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (namespace, sync_name)
);

CREATE TABLE IF NOT EXISTS ${prefix}sync_condition (
  namespace VARCHAR NOT NULL,
  sync_name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  message VARCHAR NOT NULL,
  resume_at BIGINT,
  seek_to BIGINT,
  epoch BIGINT NOT NULL,
  changed_by VARCHAR,
  changed_at BIGINT,
  PRIMARY KEY (namespace, sync_name)
);

CREATE SEQUENCE IF NOT EXISTS ${prefix}hint_numbers;

CREATE TABLE IF NOT EXISTS ${prefix}hint (
  namespace VARCHAR NOT NULL,
  sync_name VARCHAR NOT NULL,
  record_ref VARCHAR NOT NULL,
  hint_number BIGINT NOT NULL,
  pushed INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (namespace, sync_name, record_ref)
);

CREATE TABLE IF NOT EXISTS ${prefix}audit (
  audit_number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  namespace VARCHAR NOT NULL,
  sync_name VARCHAR NOT NULL,
  happened_at BIGINT NOT NULL,
  actor VARCHAR NOT NULL,
  action VARCHAR NOT NULL,
  detail VARCHAR NOT NULL,
  epoch BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS ${prefix}audit_by_sync ON ${prefix}audit (namespace, sync_name, audit_number);
CREATE INDEX IF NOT EXISTS ${prefix}audit_by_time ON ${prefix}audit (namespace, sync_name, happened_at);

CREATE TABLE IF NOT EXISTS ${prefix}connector_state (
  namespace VARCHAR NOT NULL,
  account VARCHAR NOT NULL,
  state_key VARCHAR NOT NULL,
  state_value VARCHAR NOT NULL,
  PRIMARY KEY (namespace, account, state_key)
);

CREATE TABLE IF NOT EXISTS ${prefix}lease (
  namespace VARCHAR NOT NULL,
  lease_domain VARCHAR NOT NULL,
  lease_owner VARCHAR NOT NULL,
  epoch BIGINT NOT NULL,
  lease_until BIGINT,
  PRIMARY KEY (namespace, lease_domain)
);

INSERT INTO ${prefix}schema_version (version) SELECT 5 WHERE NOT EXISTS (SELECT 1 FROM ${prefix}schema_version);
