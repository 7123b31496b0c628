-- Brings Drayage's store for H2 from version 4 to 5: who said that a sync may not run, and since when.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another. Every statement may be repeated.

ALTER TABLE ${prefix}sync_condition ADD COLUMN IF NOT EXISTS changed_by VARCHAR;
ALTER TABLE ${prefix}sync_condition ADD COLUMN IF NOT EXISTS changed_at BIGINT;

UPDATE ${prefix}schema_version SET version = 5 WHERE version = 4;
