-- The last look at a migration that brought no good answer, so that one desk of the team asks again and not each by itself:
-- whose it was, how many in a row of whichever desk, when it is asked again, since when nothing good came over the connection
-- at that desk, and until when the connection is left alone after so many rejections; of no use once it was observed later.
ALTER TABLE last_known ADD COLUMN failed_sequence BIGINT NOT NULL DEFAULT 0;
ALTER TABLE last_known ADD COLUMN failed_by TEXT COLLATE "C";
ALTER TABLE last_known ADD COLUMN failed_at TEXT COLLATE "C";
ALTER TABLE last_known ADD COLUMN failures BIGINT;
ALTER TABLE last_known ADD COLUMN asked_again_at TEXT COLLATE "C";
ALTER TABLE last_known ADD COLUMN failing_since TEXT COLLATE "C";
ALTER TABLE last_known ADD COLUMN held_until TEXT COLLATE "C";
ALTER TABLE last_known ADD COLUMN rejections BIGINT;
CREATE INDEX last_known_by_failed_sequence ON last_known (failed_sequence);

-- While the desk that saw the status last goes on to see it, a correction by another one stays marked: that desk may have
-- looked again before it heard of it.
CREATE OR REPLACE FUNCTION count_observation() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN
     NEW.sequence = nextval(''news_sequence''); NEW.desk = current_setting(''longshore.desk'');
     IF TG_OP = ''INSERT'' OR NEW.desk <> OLD.desk OR NEW.status <> OLD.status OR NEW.since <> OLD.since THEN
       NEW.corrected_by = '''';
     END IF;
     RETURN NEW;
   END';
