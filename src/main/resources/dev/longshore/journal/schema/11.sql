-- Deadlines of the user's own, in the order they were made. Either at is set, or anchor (LAUNCH, IMPORT_END, CLEANUP) and
-- offset_seconds. A row that was removed stays, and is no longer in force.
CREATE TABLE own_deadline (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  migration INTEGER NOT NULL REFERENCES migration,
  name TEXT NOT NULL,
  at TEXT,
  anchor TEXT,
  offset_seconds INTEGER,
  route TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);

-- Freeze windows, in the order they were made. Once: started_at and ended_at are set. Every week: the days, the times of
-- day and the zone are. connection_id and tag are empty where the window is for all. A row that was removed stays.
CREATE TABLE freeze_window (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  started_at TEXT,
  ended_at TEXT,
  first_day TEXT,
  first_time TEXT,
  last_day TEXT,
  last_time TEXT,
  zone TEXT,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);

-- The addresses under which the calendar was or is offered; the newest that was not revoked is in force. with_names: 1 where
-- the names of migrations and databases are told.
CREATE TABLE calendar_address (
  position INTEGER PRIMARY KEY,
  secret TEXT NOT NULL,
  with_names INTEGER NOT NULL CHECK (with_names IN (0, 1)),
  made_at TEXT NOT NULL,
  revoked_at TEXT
);
