-- What else initialize was asked for; nothing where the service was to choose, and in rows from before.
ALTER TABLE initialize ADD COLUMN concurrency INTEGER;
ALTER TABLE initialize ADD COLUMN subset_size_gb REAL;
-- The user who asked; nothing in rows from before.
ALTER TABLE initialize ADD COLUMN asked_by TEXT;

-- The user knows of an initialize that was never answered. Rows are only ever added.
CREATE TABLE initialize_dismissal (
  initialize INTEGER PRIMARY KEY REFERENCES initialize,
  at TEXT NOT NULL
);

-- For people: belongs to initialize_log, by position.
CREATE VIEW initialize_settings AS
SELECT i.position, i.concurrency, i.subset_size_gb, i.asked_by, d.at AS dismissed_at
FROM initialize i
LEFT JOIN initialize_dismissal d ON d.initialize = i.position;
