-- What is owed to the routes of notifications: a row for each message to a route, in the order they are sent. Rows are only
-- ever added, and thrown away long after the message has left. content: the message as JSON.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  route TEXT NOT NULL,
  alert_id TEXT NOT NULL,
  event TEXT NOT NULL,
  at TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX outbox_by_alert ON outbox (route, alert_id, position);

-- What became of it: SENT, REFUSED by the receiver for good, or DROPPED because it was too old or its route is gone.
CREATE TABLE outbox_ending (
  message INTEGER PRIMARY KEY REFERENCES outbox,
  at TEXT NOT NULL,
  result TEXT NOT NULL,
  why TEXT NOT NULL
);

-- For people: what was sent.
CREATE VIEW outbox_log AS
SELECT o.at, o.route, o.event, o.alert_id, e.result, e.at AS ended_at, e.why, o.content, o.position
FROM outbox o LEFT JOIN outbox_ending e ON e.message = o.position;
