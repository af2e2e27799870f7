-- The audit trail becomes a chain, and the passwords of data sources leave the table that everybody reads.

CREATE TABLE mgr_source_secret (
	name VARCHAR(255) NOT NULL,
	url TEXT NOT NULL,
	PRIMARY KEY (name)
);

CREATE TABLE mgr_audit_chain (
	name VARCHAR(64) NOT NULL,
	pruned_id INTEGER NOT NULL,
	pruned_hash VARCHAR(64) NOT NULL,
	head_id INTEGER NOT NULL,
	head_hash VARCHAR(64) NOT NULL,
	PRIMARY KEY (name)
);

UPDATE mgr_audit SET detail = '***' WHERE action = 'changed' AND detail <> 'default' AND subject IN ('[alarms] command-line', '[alarms] webhook-url');

ALTER TABLE mgr_audit RENAME TO mgr_audit_unchained;

CREATE TABLE mgr_audit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	at INTEGER NOT NULL,
	actor VARCHAR(255) NOT NULL,
	host VARCHAR(255),
	action VARCHAR(64) NOT NULL,
	subject VARCHAR(255),
	run_id INTEGER,
	rule VARCHAR(64),
	reason TEXT,
	detail TEXT,
	os_user VARCHAR(255),
	db_user VARCHAR(255),
	hash VARCHAR(64) NOT NULL
);

-- Here the rows that are there are chained.

DROP TABLE mgr_audit_unchained;

INSERT INTO mgr_audit_chain (name, pruned_id, pruned_hash, head_id, head_hash) VALUES ('audit', 0, '', 0, '');

CREATE TRIGGER mgr_audit_unchanged BEFORE UPDATE ON mgr_audit BEGIN SELECT RAISE(ABORT, 'mgr_audit: what was recorded stays as it is'); END;

CREATE TRIGGER mgr_audit_kept BEFORE DELETE ON mgr_audit WHEN OLD.id > (SELECT pruned_id FROM mgr_audit_chain) BEGIN SELECT RAISE(ABORT, 'mgr_audit: what was recorded stays as it is'); END;
