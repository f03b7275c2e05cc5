-- What users let each other know about a migration, or about one of its alerts (alert_kind, and about as in alert). NOTE: the
-- text. CLAIM: the author looks after it. RELEASE: nobody does any more. ACKNOWLEDGE: everybody knows of the alert, which was
-- as urgent as the text says. END: that alert is over. Rows are only ever added.
CREATE TABLE remark (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  migration INTEGER NOT NULL REFERENCES migration,
  alert_kind TEXT,
  about TEXT,
  kind TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX remark_by_time ON remark (at, position);

-- Who acknowledged it; nothing in rows from before.
ALTER TABLE alert_state ADD COLUMN acknowledged_by TEXT;

-- For people: what users let each other know.
CREATE VIEW remark_log AS
SELECT r.at, r.kind, r.author, r.text, r.alert_kind, e.name, m.connection_id, m.database_id, m.migration_id, r.id,
  r.position
FROM remark r
JOIN migration m ON m.id = r.migration
LEFT JOIN register_entry e ON e.migration = m.id;
