-- A period in which nothing at all was watched: the program was closed, or the computer slept. Rows are only ever added.
CREATE TABLE unwatched_period (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  cause TEXT NOT NULL
);
CREATE INDEX unwatched_period_by_time ON unwatched_period (ended_at, id);

-- From before: what the spans of all migrations have in common.
INSERT INTO unwatched_period (started_at, ended_at, cause)
SELECT max(started_at), min(ended_at), cause FROM (
  SELECT started_at, ended_at, cause, sum(begins) OVER (PARTITION BY cause ORDER BY ended_at, id) AS period FROM (
    SELECT id, started_at, ended_at, cause,
      started_at >= coalesce(lag(ended_at) OVER (PARTITION BY cause ORDER BY ended_at, id), '') AS begins
    FROM blind_span WHERE cause IN ('CLOSED', 'ASLEEP')
  )
)
GROUP BY cause, period HAVING max(started_at) < min(ended_at) ORDER BY min(ended_at);

-- 1 where the status or the cleanup time is another one than before, or the row is the first of its migration.
ALTER TABLE observation ADD COLUMN news INTEGER NOT NULL DEFAULT 0;
UPDATE observation SET news = 1 WHERE (migration, at, number) IN (
  SELECT migration, at, number FROM (
    SELECT migration, at, number, status, expected_cleanup_time,
      lag(status) OVER history AS status_before, lag(expected_cleanup_time) OVER history AS cleanup_before
    FROM observation WINDOW history AS (PARTITION BY migration ORDER BY at, number)
  )
  WHERE status_before IS NULL OR status <> status_before
    OR abs(strftime('%s', expected_cleanup_time) - strftime('%s', cleanup_before)) > 60
);

-- The activity log is read by time, newest first.
CREATE INDEX observation_news ON observation (at, migration, number) WHERE news = 1;
CREATE INDEX command_by_time ON command_state (at, command) WHERE position = 0;
CREATE INDEX initialize_by_time ON initialize (at, position);
CREATE INDEX alert_state_by_time ON alert_state (at, alert, position);
CREATE INDEX blind_span_unreachable ON blind_span (ended_at, id) WHERE cause = 'UNREACHABLE';
