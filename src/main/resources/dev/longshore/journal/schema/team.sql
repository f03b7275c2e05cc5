-- What the database of a team has besides the tables of the file. longshore.desk is the setting by which a session says whose
-- it is: a desk is a data folder of Longshore.
CREATE TABLE longshore_schema (
  version BIGINT PRIMARY KEY,
  made_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Who works with this journal, and when the desk was last heard of, by the clock of the server.
CREATE TABLE desk (
  id TEXT COLLATE "C" PRIMARY KEY,
  user_name TEXT COLLATE "C" NOT NULL,
  seen_at TIMESTAMPTZ NOT NULL
);

-- Which desk sends the call and decides what became of it.
ALTER TABLE command ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT current_setting('longshore.desk');
ALTER TABLE initialize ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT current_setting('longshore.desk');

-- What is new to the others, in the order in which it was committed, as there is one writer at a time.
CREATE SEQUENCE news_sequence;
ALTER TABLE command_state ADD COLUMN sequence BIGINT NOT NULL DEFAULT nextval('news_sequence');
CREATE UNIQUE INDEX command_state_by_sequence ON command_state (sequence);
ALTER TABLE last_known ADD COLUMN sequence BIGINT NOT NULL DEFAULT 0;
ALTER TABLE last_known ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX last_known_by_sequence ON last_known (sequence);
CREATE FUNCTION count_observation() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN NEW.sequence = nextval(''news_sequence''); NEW.desk = current_setting(''longshore.desk''); RETURN NEW; END';
CREATE TRIGGER last_known_changed BEFORE INSERT OR UPDATE ON last_known
  FOR EACH ROW EXECUTE FUNCTION count_observation();

-- The commands whose outcome is not decided, so that each desk can ask for them every second.
CREATE TABLE open_command (command BIGINT PRIMARY KEY REFERENCES command);
CREATE FUNCTION count_open_command() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN
     IF NEW.state IN (''REQUESTED'', ''ACCEPTED'', ''UNANSWERED'') THEN
       INSERT INTO open_command VALUES (NEW.command) ON CONFLICT DO NOTHING;
     ELSE
       DELETE FROM open_command WHERE command = NEW.command;
     END IF;
     RETURN NULL;
   END';
CREATE TRIGGER command_state_recorded AFTER INSERT ON command_state
  FOR EACH ROW EXECUTE FUNCTION count_open_command();

-- Grows with each change of the list, of the connections, and of the dates that users set.
CREATE TABLE list_version (version BIGINT NOT NULL);
INSERT INTO list_version VALUES (1);
CREATE FUNCTION count_list_change() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN UPDATE list_version SET version = version + 1; RETURN NULL; END';
CREATE TRIGGER register_entry_changed AFTER INSERT OR UPDATE OR DELETE ON register_entry
  FOR EACH STATEMENT EXECUTE FUNCTION count_list_change();
CREATE TRIGGER connection_changed AFTER INSERT OR UPDATE OR DELETE ON connection
  FOR EACH STATEMENT EXECUTE FUNCTION count_list_change();

CREATE TRIGGER own_deadline_changed AFTER INSERT OR UPDATE OR DELETE ON own_deadline
  FOR EACH STATEMENT EXECUTE FUNCTION count_list_change();
CREATE TRIGGER freeze_window_changed AFTER INSERT OR UPDATE OR DELETE ON freeze_window
  FOR EACH STATEMENT EXECUTE FUNCTION count_list_change();
CREATE TRIGGER launch_queue_changed AFTER INSERT OR UPDATE OR DELETE ON launch_queue
  FOR EACH STATEMENT EXECUTE FUNCTION count_list_change();
CREATE TRIGGER queued_launch_changed AFTER INSERT OR UPDATE OR DELETE ON queued_launch
  FOR EACH STATEMENT EXECUTE FUNCTION count_list_change();

-- Each desk is alerted, notified and away by itself, and offers the calendar under an address of its own: it sees its own rows, under the names that the file has.
ALTER TABLE alert RENAME TO desk_alert;
ALTER TABLE desk_alert ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT current_setting('longshore.desk');
CREATE VIEW alert AS SELECT position, id, connection_id, migration, kind, about FROM desk_alert
  WHERE desk = current_setting('longshore.desk', true);

ALTER TABLE outbox RENAME TO desk_outbox;
ALTER TABLE desk_outbox ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT current_setting('longshore.desk');
CREATE VIEW outbox AS SELECT position, id, route, alert_id, event, at, content FROM desk_outbox
  WHERE desk = current_setting('longshore.desk', true);

ALTER TABLE blind_span RENAME TO desk_blind_span;
ALTER TABLE desk_blind_span ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT current_setting('longshore.desk');
CREATE VIEW blind_span AS SELECT id, migration, started_at, ended_at, cause FROM desk_blind_span
  WHERE desk = current_setting('longshore.desk', true);

ALTER TABLE unwatched_period RENAME TO desk_unwatched_period;
ALTER TABLE desk_unwatched_period ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT current_setting('longshore.desk');
CREATE VIEW unwatched_period AS SELECT id, started_at, ended_at, cause FROM desk_unwatched_period
  WHERE desk = current_setting('longshore.desk', true);

ALTER TABLE calendar_address RENAME TO desk_calendar_address;
ALTER TABLE desk_calendar_address
  ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT current_setting('longshore.desk');
CREATE VIEW calendar_address AS
  SELECT position, secret, with_names, made_at, revoked_at FROM desk_calendar_address
  WHERE desk = current_setting('longshore.desk', true);
