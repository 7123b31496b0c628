-- Brings Drayage's store for H2 from version 4 to 5: who said that a sync may not run, and since when, and
-- which records and hints a person asked for by name.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another. Every statement may be repeated.

ALTER TABLE ${prefix}sync_condition ADD COLUMN IF NOT EXISTS changed_by VARCHAR;
ALTER TABLE ${prefix}sync_condition ADD COLUMN IF NOT EXISTS changed_at BIGINT;
ALTER TABLE ${prefix}record ADD COLUMN IF NOT EXISTS admitted INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE ${prefix}hint ADD COLUMN IF NOT EXISTS pushed INTEGER DEFAULT 0 NOT NULL;

UPDATE ${prefix}schema_version SET version = 5 WHERE version = 4;
