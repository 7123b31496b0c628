-- Brings Drayage's store for SQLite from version 4 to 5: who said that a sync may not run, and since when, and
-- which records and hints a person asked for by name.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another.

ALTER TABLE ${prefix}sync_condition ADD COLUMN changed_by TEXT;
ALTER TABLE ${prefix}sync_condition ADD COLUMN changed_at INTEGER;
ALTER TABLE ${prefix}record ADD COLUMN admitted INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE ${prefix}hint ADD COLUMN pushed INTEGER DEFAULT 0 NOT NULL;

UPDATE ${prefix}schema_version SET version = 5 WHERE version = 4;
