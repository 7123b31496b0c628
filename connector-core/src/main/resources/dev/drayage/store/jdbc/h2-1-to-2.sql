-- Brings Drayage's store for H2 from version 1 to 2: a note on how an effect was written, and the index of lanes.
-- ${prefix} stands for the tables' prefix, drayage_ unless the host chose another. Every statement may be
-- repeated.

ALTER TABLE ${prefix}effect ADD COLUMN IF NOT EXISTS note VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE ${prefix}effect ALTER COLUMN note DROP DEFAULT;
CREATE INDEX IF NOT EXISTS ${prefix}effect_by_lane ON ${prefix}effect (lane, namespace);

UPDATE ${prefix}schema_version SET version = 2 WHERE version = 1;
