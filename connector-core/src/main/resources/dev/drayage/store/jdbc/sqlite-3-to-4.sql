-- Brings Drayage's store for SQLite from version 3 to 4: when a person accepted how an effect stands at its target.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another.

ALTER TABLE ${prefix}effect ADD COLUMN accepted_at INTEGER;

UPDATE ${prefix}schema_version SET version = 4 WHERE version = 3;
