-- What users have set for the queue of a database. auto_launch: OFF, ON since changed_at, or STOPPED at changed_at because of
-- the migration stopped_by.
CREATE TABLE launch_queue (
  connection_id TEXT NOT NULL,
  database_id TEXT NOT NULL,
  auto_launch TEXT NOT NULL CHECK (auto_launch IN ('OFF', 'ON', 'STOPPED')),
  changed_at TEXT,
  stopped_by TEXT,
  why TEXT,
  facts TEXT,
  PRIMARY KEY (connection_id, database_id)
) WITHOUT ROWID;

-- The migrations of a queue in their order. approved_at: when a user went through the checklist and wanted it launched when
-- it is its turn; launched_at: when a watch began to launch it by that, at most once.
CREATE TABLE queued_launch (
  migration INTEGER PRIMARY KEY REFERENCES migration,
  place INTEGER NOT NULL,
  approved_at TEXT,
  approved_by TEXT,
  reason TEXT,
  launched_at TEXT
);

-- The lists of files that users gave for the ledger of an upload: the newest of each node and side (EXPECTED: what the node
-- has, FOUND: what has arrived). content: a line for each file.
CREATE TABLE upload_file_list (
  migration INTEGER NOT NULL REFERENCES migration,
  side TEXT NOT NULL CHECK (side IN ('EXPECTED', 'FOUND')),
  node TEXT NOT NULL,
  given_at TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (migration, side, node)
);
