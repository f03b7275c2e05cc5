-- The person's own words for a migration, one a line.
ALTER TABLE register_entry ADD COLUMN tags TEXT NOT NULL DEFAULT '';
