-- When a freeze window was made, changed last or taken away; nothing in rows from before.
ALTER TABLE freeze_window ADD COLUMN changed_at TEXT;
