-- The primary keys of the history hold CREATED_TS, by which PostgreSQL keeps it in partitions; SQLite changes a key by making the table anew.

ALTER TABLE ctl_audit_log RENAME TO ctl_audit_log_before;

CREATE TABLE ctl_audit_log (
	audit_key INTEGER NOT NULL,
	job_id VARCHAR(64) NOT NULL,
	created DATETIME NOT NULL,
	inserted DATETIME,
	processing_status_key INTEGER DEFAULT '1' NOT NULL,
	min_start_date_time_key INTEGER DEFAULT '0' NOT NULL,
	max_start_date_time_key INTEGER DEFAULT '0' NOT NULL,
	max_chunk_ts INTEGER,
	data_source_key INTEGER,
	row_count INTEGER,
	created_ts INTEGER NOT NULL,
	transaction_id INTEGER NOT NULL,
	PRIMARY KEY (audit_key, created_ts)
);

INSERT INTO ctl_audit_log (audit_key, job_id, created, inserted, processing_status_key, min_start_date_time_key, max_start_date_time_key, max_chunk_ts, data_source_key, row_count, created_ts, transaction_id)
SELECT audit_key, job_id, created, inserted, processing_status_key, min_start_date_time_key, max_start_date_time_key, max_chunk_ts, data_source_key, row_count, created_ts, transaction_id
FROM ctl_audit_log_before;

DROP TABLE ctl_audit_log_before;

CREATE INDEX ix_ctl_audit_log_job_id ON ctl_audit_log (job_id);

CREATE INDEX ix_ctl_audit_log_transaction_id ON ctl_audit_log (transaction_id);

ALTER TABLE ctl_extract_history RENAME TO ctl_extract_history_before;

CREATE TABLE ctl_extract_history (
	create_audit_key INTEGER NOT NULL,
	table_name VARCHAR(255) NOT NULL,
	data_source_key INTEGER NOT NULL,
	data_source_type INTEGER NOT NULL,
	row_count INTEGER,
	max_time DATETIME,
	max_ts INTEGER,
	icon_dbid INTEGER DEFAULT '0' NOT NULL,
	dss_id INTEGER,
	providertag INTEGER,
	extract_start_time DATETIME,
	extract_end_time DATETIME,
	job_id VARCHAR(64) NOT NULL,
	job_name VARCHAR(32),
	job_version VARCHAR(64),
	dap_name VARCHAR(255),
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (create_audit_key, table_name, data_source_key, created_ts)
);

INSERT INTO ctl_extract_history (create_audit_key, table_name, data_source_key, data_source_type, row_count, max_time, max_ts, icon_dbid, dss_id, providertag, extract_start_time, extract_end_time, job_id, job_name, job_version, dap_name, created_ts)
SELECT create_audit_key, table_name, data_source_key, data_source_type, row_count, max_time, max_ts, icon_dbid, dss_id, providertag, extract_start_time, extract_end_time, job_id, job_name, job_version, dap_name, created_ts
FROM ctl_extract_history_before;

DROP TABLE ctl_extract_history_before;

ALTER TABLE ctl_transform_history RENAME TO ctl_transform_history_before;

CREATE TABLE ctl_transform_history (
	audit_key INTEGER NOT NULL,
	hwm_name VARCHAR(255) NOT NULL,
	job_id VARCHAR(64) NOT NULL,
	job_version VARCHAR(64),
	hwm_value INTEGER NOT NULL,
	hwm_value2 VARCHAR(255),
	transform_start_time DATETIME,
	transform_end_time DATETIME,
	row_count INTEGER,
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (audit_key, hwm_name, created_ts)
);

INSERT INTO ctl_transform_history (audit_key, hwm_name, job_id, job_version, hwm_value, hwm_value2, transform_start_time, transform_end_time, row_count, created_ts)
SELECT audit_key, hwm_name, job_id, job_version, hwm_value, hwm_value2, transform_start_time, transform_end_time, row_count, created_ts
FROM ctl_transform_history_before;

DROP TABLE ctl_transform_history_before;

ALTER TABLE ctl_etl_history RENAME TO ctl_etl_history_before;

CREATE TABLE ctl_etl_history (
	job_id VARCHAR(64) NOT NULL,
	job_name VARCHAR(32) NOT NULL,
	job_version VARCHAR(64),
	start_time DATETIME NOT NULL,
	end_time DATETIME,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER,
	status VARCHAR(32) NOT NULL,
	row_count INTEGER,
	error TEXT,
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (job_id, created_ts)
);

INSERT INTO ctl_etl_history (job_id, job_name, job_version, start_time, end_time, start_ts, end_ts, status, row_count, error, created_ts)
SELECT job_id, job_name, job_version, start_time, end_time, start_ts, end_ts, status, row_count, error, created_ts
FROM ctl_etl_history_before;

DROP TABLE ctl_etl_history_before;
