-- What why and sentence say, as JSON for Longshore, which words it anew in the language and the zone of its reader. NULL:
-- nothing but the text, as in rows from before. The text is for other readers of this file: English, times in UTC.
ALTER TABLE alert_state ADD COLUMN facts TEXT;
ALTER TABLE command_state ADD COLUMN facts TEXT;
ALTER TABLE initialize_answer ADD COLUMN facts TEXT;

DROP VIEW cleanup_log;
DROP VIEW command_log;
DROP VIEW initialize_log;
DROP VIEW alert_log;

-- For people: what was asked for and what became of it, a row for each state.
CREATE VIEW command_log AS
SELECT s.at, c.id AS command_id, e.name, m.connection_id, m.database_id, m.migration_id, c.action, c.cleanup_time,
  c.asked_by, c.reason, s.state, s.service_cleanup_time, s.why, s.facts, c.position, s.position AS state_position
FROM command_state s
JOIN command c ON c.position = s.command
JOIN migration m ON m.id = c.migration
LEFT JOIN register_entry e ON e.migration = m.id;

-- For people: the record of scheduled cleanups. The states of each command that schedules one, and what was seen of the
-- cleanup time afterwards. SEEN: the time that was asked for. DRIFTED: another one. due_before: when the cleanup was due
-- until then; NULL where that is not known.
CREATE VIEW cleanup_log AS
SELECT at, state AS event, name, connection_id, database_id, migration_id, asked_by, reason,
  cleanup_time AS asked_for, service_cleanup_time, NULL AS due_before, why, facts, command_id, 1 AS part,
  position * 10 + state_position AS number
FROM command_log WHERE action = 'SCHEDULE_CLEANUP'
UNION ALL
SELECT v.at, CASE substr(v.to_time, 1, 19) WHEN substr(v.asked_for, 1, 19) THEN 'SEEN' ELSE 'DRIFTED' END, e.name,
  m.connection_id, m.database_id, m.migration_id, NULL, NULL, v.asked_for, v.to_time, v.from_time, NULL, NULL, NULL, 2,
  v.id
FROM cleanup_move v
JOIN migration m ON m.id = v.migration
LEFT JOIN register_entry e ON e.migration = m.id;

-- For people: what initialize was asked for and what came of it.
CREATE VIEW initialize_log AS
SELECT i.at, i.name, i.connection_id, i.database_id, i.datacenter_id, a.answer, a.at AS answered_at, m.migration_id,
  a.why, a.facts, i.id, i.position
FROM initialize i
LEFT JOIN initialize_answer a ON a.initialize = i.position
LEFT JOIN migration m ON m.id = a.migration;

-- For people: what was alerted.
CREATE VIEW alert_log AS
SELECT s.at, s.state, s.severity, a.kind, a.about, s.sentence, s.facts, e.name, a.connection_id, m.database_id,
  m.migration_id, a.id AS alert_id, a.position, s.position AS state_position
FROM alert_state s
JOIN alert a ON a.position = s.alert
LEFT JOIN migration m ON m.id = a.migration
LEFT JOIN register_entry e ON e.migration = m.id;
