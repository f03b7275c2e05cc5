-- Who asked for a command, and why, in their own words.
ALTER TABLE command ADD COLUMN asked_by TEXT;
ALTER TABLE command ADD COLUMN reason TEXT;

-- When the cleanup was due by the service's word: for REQUESTED as it was known then, for ACCEPTED in the answer.
ALTER TABLE command_state ADD COLUMN service_cleanup_time TEXT;

-- A cleanup time that was seen to change after somebody here had scheduled one: to the time asked for, or to another
-- one. Rows are only ever added, and no retention takes them away.
CREATE TABLE cleanup_move (
  id INTEGER PRIMARY KEY,
  migration INTEGER NOT NULL REFERENCES migration,
  at TEXT NOT NULL,
  from_time TEXT,
  to_time TEXT NOT NULL,
  asked_for TEXT NOT NULL
);

-- Something a person was or should have been told. kind and about (the moment it is about) tell it from others of one
-- migration, or of one connection where there is no migration. Rows of both tables are only ever added.
CREATE TABLE alert (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  connection_id TEXT NOT NULL,
  migration INTEGER REFERENCES migration,
  kind TEXT NOT NULL,
  about TEXT
);

-- RAISED: it became known, or more urgent. ACKNOWLEDGED: a person said that they know. ENDED: it is over.
CREATE TABLE alert_state (
  alert INTEGER NOT NULL REFERENCES alert,
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  severity TEXT,
  sentence TEXT,
  PRIMARY KEY (alert, position)
) WITHOUT ROWID;

DROP VIEW command_log;
CREATE VIEW command_log AS
SELECT s.at, c.id AS command_id, e.name, m.connection_id, m.database_id, m.migration_id, c.action, c.cleanup_time,
  c.asked_by, c.reason, s.state, s.service_cleanup_time, s.why, c.position, s.position AS state_position
FROM command_state s
JOIN command c ON c.position = s.command
JOIN migration m ON m.id = c.migration
LEFT JOIN register_entry e ON e.migration = m.id;

-- For people: the record of scheduled cleanups. The states of each command that schedules one, and what was seen of the
-- cleanup time afterwards. SEEN: the time that was asked for. DRIFTED: another one.
CREATE VIEW cleanup_log AS
SELECT at, state AS event, name, connection_id, database_id, migration_id, asked_by, reason,
  cleanup_time AS asked_for, service_cleanup_time, why, command_id, 1 AS part, position * 10 + state_position AS number
FROM command_log WHERE action = 'SCHEDULE_CLEANUP'
UNION ALL
SELECT v.at, CASE substr(v.to_time, 1, 19) WHEN substr(v.asked_for, 1, 19) THEN 'SEEN' ELSE 'DRIFTED' END, e.name,
  m.connection_id, m.database_id, m.migration_id, NULL, NULL, v.asked_for, v.to_time,
  'It was ' || coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', v.from_time), 'not known') || ' before.', NULL, 2, v.id
FROM cleanup_move v
JOIN migration m ON m.id = v.migration
LEFT JOIN register_entry e ON e.migration = m.id;

-- For people: what was alerted.
CREATE VIEW alert_log AS
SELECT s.at, s.state, s.severity, a.kind, a.about, s.sentence, e.name, a.connection_id, m.database_id, m.migration_id,
  a.id AS alert_id, a.position, s.position AS state_position
FROM alert_state s
JOIN alert a ON a.position = s.alert
LEFT JOIN migration m ON m.id = a.migration
LEFT JOIN register_entry e ON e.migration = m.id;
