-- What the last check of the surroundings found.

CREATE TABLE mgr_finding (
	number INTEGER NOT NULL,
	checked_at INTEGER NOT NULL,
	level VARCHAR(64) NOT NULL,
	section VARCHAR(255) NOT NULL,
	option VARCHAR(255) NOT NULL,
	jobs TEXT NOT NULL,
	refuses TEXT NOT NULL,
	message TEXT NOT NULL,
	PRIMARY KEY (number)
);
