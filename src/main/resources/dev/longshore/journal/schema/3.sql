-- Through what a connection reaches the service: 'system', 'none', or host:port of an HTTP proxy without a login.
ALTER TABLE connection ADD COLUMN proxy TEXT NOT NULL DEFAULT 'system';
