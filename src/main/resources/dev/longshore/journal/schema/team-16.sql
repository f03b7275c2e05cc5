-- For the database of a team only: each desk reads its own times without an answer.
CREATE INDEX desk_blind_span_unreachable ON desk_blind_span (desk, ended_at, id) WHERE cause = 'UNREACHABLE';

-- Which desk has corrected since when the status holds, as it brought in later what it had seen between; nothing where none
-- has. The observation stays that of the desk that saw it last.
ALTER TABLE last_known ADD COLUMN corrected_by TEXT COLLATE "C" NOT NULL DEFAULT '';
DROP TRIGGER last_known_changed ON last_known;
CREATE OR REPLACE FUNCTION count_observation() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN
     NEW.sequence = nextval(''news_sequence''); NEW.desk = current_setting(''longshore.desk''); NEW.corrected_by = '''';
     RETURN NEW;
   END';
CREATE TRIGGER last_known_changed BEFORE INSERT OR UPDATE OF observed_at ON last_known
  FOR EACH ROW EXECUTE FUNCTION count_observation();
CREATE FUNCTION count_correction() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN NEW.sequence = nextval(''news_sequence''); RETURN NEW; END';
CREATE TRIGGER last_known_corrected BEFORE UPDATE OF corrected_by ON last_known
  FOR EACH ROW EXECUTE FUNCTION count_correction();
