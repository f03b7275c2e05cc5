-- In the place of which failed or aborted migration this one was asked for; nothing where it was none, and in rows from
-- before. Migrations that follow each other so are attempts at the same thing.
ALTER TABLE initialize ADD COLUMN follows INTEGER REFERENCES migration;

DROP VIEW initialize_settings;

-- For people: belongs to initialize_log, by position. follows: the ID of the migration before.
CREATE VIEW initialize_settings AS
SELECT i.position, i.concurrency, i.subset_size_gb, i.asked_by, d.at AS dismissed_at, f.migration_id AS follows,
  f.database_id AS follows_database, f.connection_id AS follows_connection
FROM initialize i
LEFT JOIN initialize_dismissal d ON d.initialize = i.position
LEFT JOIN migration f ON f.id = i.follows;
