-- The journal of Longshore. Times are ISO 8601 text in UTC with nine digits of a second, so that they sort as text;
-- status and progress are the service's own words. Rows of observation, command, command_state and blind_span are
-- only ever added. No tokens, no credentials.

CREATE TABLE connection (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  environment TEXT NOT NULL,
  read_only INTEGER NOT NULL CHECK (read_only IN (0, 1)),
  token_origin TEXT NOT NULL
);

-- Every migration that was ever named, whether or not it is still on the list.
CREATE TABLE migration (
  id INTEGER PRIMARY KEY,
  connection_id TEXT NOT NULL,
  database_id TEXT NOT NULL,
  migration_id TEXT NOT NULL,
  UNIQUE (connection_id, database_id, migration_id)
);

-- The list.
CREATE TABLE register_entry (
  position INTEGER PRIMARY KEY,
  migration INTEGER NOT NULL UNIQUE REFERENCES migration,
  name TEXT NOT NULL,
  registered_at TEXT NOT NULL
);

-- The databases as last listed.
CREATE TABLE database (
  connection_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  keyspace TEXT NOT NULL,
  cloud TEXT NOT NULL,
  region TEXT NOT NULL,
  status TEXT NOT NULL,
  PRIMARY KEY (connection_id, position)
);

CREATE TABLE database_datacenter (
  connection_id TEXT NOT NULL,
  database_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (connection_id, database_position, position),
  FOREIGN KEY (connection_id, database_position) REFERENCES database ON DELETE CASCADE
);

-- An answer that said something else than the one before it. The one before was last seen at previous_seen_at, so what
-- changed did so between then and at. Stored by migration and time, so that the history of one lies together.
CREATE TABLE observation (
  migration INTEGER NOT NULL REFERENCES migration,
  at TEXT NOT NULL,
  number INTEGER NOT NULL,
  previous_seen_at TEXT,
  status TEXT NOT NULL,
  progress TEXT,
  expected_cleanup_time TEXT,
  upload_bucket_dir TEXT,
  credential_expiration TEXT,
  credential_fingerprint TEXT,
  PRIMARY KEY (migration, at, number)
) WITHOUT ROWID;

-- The last good value of each field, and when it was last seen. The newest row of observation is the one of
-- observation_at and observation_number.
CREATE TABLE last_known (
  migration INTEGER PRIMARY KEY REFERENCES migration,
  observation_at TEXT NOT NULL,
  observation_number INTEGER NOT NULL,
  observed_at TEXT NOT NULL,
  status TEXT NOT NULL,
  since TEXT NOT NULL,
  recognised TEXT,
  recognised_at TEXT,
  progress TEXT,
  progress_at TEXT,
  expected_cleanup_time TEXT,
  expected_cleanup_time_at TEXT,
  upload_bucket_dir TEXT,
  upload_bucket_dir_at TEXT,
  credential_expiration TEXT,
  credential_expiration_at TEXT,
  FOREIGN KEY (migration, observation_at, observation_number) REFERENCES observation
);

CREATE TABLE command (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  migration INTEGER NOT NULL REFERENCES migration,
  action TEXT NOT NULL,
  cleanup_time TEXT
);
CREATE INDEX command_by_migration ON command (migration);

-- REQUESTED: asked for. ACCEPTED: the service took it. UNANSWERED: it may or may not have happened. OBSERVED: seen to
-- have happened. REFUSED: nothing happened. NO_EFFECT: nothing came of it.
CREATE TABLE command_state (
  command INTEGER NOT NULL REFERENCES command,
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  why TEXT,
  PRIMARY KEY (command, position)
) WITHOUT ROWID;

-- A time in which nobody watched.
CREATE TABLE blind_span (
  id INTEGER PRIMARY KEY,
  migration INTEGER NOT NULL REFERENCES migration,
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  cause TEXT NOT NULL
);
CREATE INDEX blind_span_by_time ON blind_span (migration, ended_at);

-- For people: the list as it is known now.
CREATE VIEW migration_now AS
SELECT e.name, c.name AS connection, d.name AS database, m.database_id, m.migration_id, k.status, k.since, k.progress,
  k.progress_at, k.expected_cleanup_time, k.expected_cleanup_time_at, k.observed_at
FROM register_entry e
JOIN migration m ON m.id = e.migration
LEFT JOIN connection c ON c.id = m.connection_id
LEFT JOIN database d ON d.connection_id = m.connection_id AND d.id = m.database_id
LEFT JOIN last_known k ON k.migration = m.id
ORDER BY e.position;

-- For people: what was observed.
CREATE VIEW observation_log AS
SELECT o.at, o.previous_seen_at, e.name, m.connection_id, m.database_id, m.migration_id, o.status, o.progress,
  o.expected_cleanup_time, o.upload_bucket_dir, o.credential_expiration, o.credential_fingerprint, o.number
FROM observation o
JOIN migration m ON m.id = o.migration
LEFT JOIN register_entry e ON e.migration = m.id;

-- For people: what was asked for and what became of it, a row for each state.
CREATE VIEW command_log AS
SELECT s.at, c.id AS command_id, e.name, m.connection_id, m.database_id, m.migration_id, c.action, c.cleanup_time,
  s.state, s.why, c.position, s.position AS state_position
FROM command_state s
JOIN command c ON c.position = s.command
JOIN migration m ON m.id = c.migration
LEFT JOIN register_entry e ON e.migration = m.id;

-- For people: when nobody watched.
CREATE VIEW blind_span_log AS
SELECT b.started_at, b.ended_at, b.cause, e.name, m.connection_id, m.database_id, m.migration_id, b.id
FROM blind_span b
JOIN migration m ON m.id = b.migration
LEFT JOIN register_entry e ON e.migration = m.id;
