-- What initialize was asked for. The service cannot list migrations, so a row is here before the call leaves. Rows of
-- both tables are only ever added.
CREATE TABLE initialize (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  connection_id TEXT NOT NULL,
  database_id TEXT NOT NULL,
  datacenter_id TEXT,
  name TEXT NOT NULL,
  at TEXT NOT NULL
);

-- MADE: the service made that migration. REFUSED: it made none. UNANSWERED: nobody knows whether it made one, and
-- which; also when there is no row at all.
CREATE TABLE initialize_answer (
  initialize INTEGER PRIMARY KEY REFERENCES initialize,
  answer TEXT NOT NULL,
  at TEXT NOT NULL,
  migration INTEGER REFERENCES migration,
  why TEXT
);

-- For people: what initialize was asked for and what came of it.
CREATE VIEW initialize_log AS
SELECT i.at, i.name, i.connection_id, i.database_id, i.datacenter_id, a.answer, a.at AS answered_at, m.migration_id,
  a.why, i.id, i.position
FROM initialize i
LEFT JOIN initialize_answer a ON a.initialize = i.position
LEFT JOIN migration m ON m.id = a.migration;
