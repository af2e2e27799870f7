-- Who led the schedule, from when to when.

CREATE TABLE mgr_duty (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	server VARCHAR(255) NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER
);

CREATE INDEX ix_mgr_duty_since ON mgr_duty (since);
