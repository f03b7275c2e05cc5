-- When another status word was last seen, for as long as it is kept: the status began after that.
ALTER TABLE last_known ADD COLUMN otherwise TEXT;
UPDATE last_known SET otherwise = (
  SELECT o.previous_seen_at FROM observation o
  WHERE o.migration = last_known.migration AND o.at = last_known.since
  ORDER BY o.number LIMIT 1
);
