-- Jobs run one by one.

CREATE TABLE mgr_one_by_one (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	owner VARCHAR(255) NOT NULL,
	host VARCHAR(255),
	since INTEGER NOT NULL,
	put_back TEXT NOT NULL,
	steps TEXT NOT NULL,
	ended_at INTEGER,
	ended_by VARCHAR(255)
);

CREATE UNIQUE INDEX ux_mgr_one_by_one_in_force ON mgr_one_by_one (ended_at IS NULL) WHERE ended_at IS NULL;
