-- When the databases of a connection were last listed as a whole, in UTC: in a team one lists them for all.
ALTER TABLE connection ADD COLUMN databases_listed_at TEXT;
