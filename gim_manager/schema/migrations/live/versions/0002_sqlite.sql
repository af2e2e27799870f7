-- Alarms and their outbox.

CREATE TABLE mgr_alarm (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	rule VARCHAR(64) NOT NULL,
	subject TEXT NOT NULL,
	message TEXT NOT NULL,
	raised_at INTEGER NOT NULL,
	absent_since INTEGER,
	reminded_at INTEGER,
	cleared_at INTEGER
);

CREATE UNIQUE INDEX ux_mgr_alarm_raised ON mgr_alarm (rule, subject) WHERE cleared_at IS NULL;

CREATE TABLE mgr_alarm_delivery (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	alarm_id INTEGER NOT NULL,
	channel VARCHAR(64) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	created_at INTEGER NOT NULL,
	attempts INTEGER DEFAULT '0' NOT NULL,
	next_try_at INTEGER NOT NULL,
	error TEXT,
	delivered_at INTEGER,
	dropped_at INTEGER
);

CREATE INDEX ix_mgr_alarm_delivery_alarm ON mgr_alarm_delivery (alarm_id);

CREATE INDEX ix_mgr_alarm_delivery_waiting ON mgr_alarm_delivery (channel, id) WHERE delivered_at IS NULL AND dropped_at IS NULL;
