-- Brings Drayage's store for PostgreSQL from version 3 to 4: when a person accepted how an effect stands at its target.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another. Every statement may be repeated.

ALTER TABLE ${prefix}effect ADD COLUMN IF NOT EXISTS accepted_at BIGINT;

UPDATE ${prefix}schema_version SET version = 4 WHERE version = 3;
