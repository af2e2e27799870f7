-- The first schema, frozen: it is never changed again.

CREATE TABLE gim_manager.mgr_audit (
	id BIGSERIAL NOT NULL,
	at BIGINT NOT NULL,
	actor VARCHAR(255) NOT NULL,
	host VARCHAR(255),
	action VARCHAR(64) NOT NULL,
	subject VARCHAR(255),
	run_id BIGINT,
	rule VARCHAR(64),
	reason TEXT,
	detail TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE gim_manager.mgr_change (
	number BIGSERIAL NOT NULL,
	at BIGINT NOT NULL,
	topic VARCHAR(64) NOT NULL,
	run_id BIGINT,
	PRIMARY KEY (number)
);

CREATE TABLE gim_manager.mgr_decision (
	id BIGSERIAL NOT NULL,
	first_at BIGINT NOT NULL,
	last_at BIGINT NOT NULL,
	count INTEGER DEFAULT '1' NOT NULL,
	kind VARCHAR(64) NOT NULL,
	job VARCHAR(64) NOT NULL,
	launch_key VARCHAR(255),
	run_id BIGINT,
	rule VARCHAR(64) NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (launch_key)
);

CREATE INDEX ix_mgr_decision_job ON gim_manager.mgr_decision (job, last_at);

CREATE TABLE gim_manager.mgr_hold (
	id BIGSERIAL NOT NULL,
	owner VARCHAR(255) NOT NULL,
	since BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	ended_at BIGINT,
	state VARCHAR(64) NOT NULL,
	run_id BIGINT,
	PRIMARY KEY (id)
);

CREATE TABLE gim_manager.mgr_info_mart (
	info_mart_id VARCHAR(64) NOT NULL,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (info_mart_id)
);

CREATE TABLE gim_manager.mgr_lease (
	name VARCHAR(64) NOT NULL,
	holder VARCHAR(255),
	epoch BIGINT DEFAULT '0' NOT NULL,
	expires_at BIGINT,
	PRIMARY KEY (name),
	CONSTRAINT ck_mgr_lease_one CHECK (name = 'scheduler')
);

CREATE TABLE gim_manager.mgr_log (
	run_id BIGINT NOT NULL,
	number INTEGER NOT NULL,
	time BIGINT NOT NULL,
	level VARCHAR(64) NOT NULL,
	message TEXT NOT NULL,
	PRIMARY KEY (run_id, number)
);

CREATE TABLE gim_manager.mgr_option (
	section VARCHAR(255) NOT NULL,
	name VARCHAR(255) NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (section, name)
);

CREATE TABLE gim_manager.mgr_option_history (
	id BIGSERIAL NOT NULL,
	changed_at BIGINT NOT NULL,
	changed_by VARCHAR(255) NOT NULL,
	changed_host VARCHAR(255),
	section VARCHAR(255) NOT NULL,
	name VARCHAR(255) NOT NULL,
	old_value TEXT,
	new_value TEXT,
	PRIMARY KEY (id)
);

CREATE TABLE gim_manager.mgr_run (
	id BIGSERIAL NOT NULL,
	job VARCHAR(64) COLLATE "C" NOT NULL,
	status VARCHAR(64) COLLATE "C" NOT NULL,
	cause VARCHAR(64),
	parameters TEXT,
	launch_key VARCHAR(255),
	cycle VARCHAR(255),
	part_of BIGINT,
	due_at BIGINT,
	requested_at BIGINT NOT NULL,
	requested_by VARCHAR(255) COLLATE "C" NOT NULL,
	requested_host VARCHAR(255),
	start_time BIGINT,
	end_time BIGINT,
	reason TEXT,
	error TEXT,
	progress FLOAT,
	note TEXT,
	rows BIGINT,
	server VARCHAR(255),
	stopped_by VARCHAR(255),
	stop_requested_at BIGINT,
	kill_at BIGINT,
	token VARCHAR(64),
	worker_host VARCHAR(255),
	worker_pid INTEGER,
	worker_started FLOAT,
	heartbeat_at BIGINT,
	forced SMALLINT DEFAULT '0' NOT NULL,
	PRIMARY KEY (id),
	CONSTRAINT ck_mgr_run_job CHECK (job IN ('Job_AggregateGIM', 'Job_ExportGIM', 'Job_ExtractICON', 'Job_InitializeGIM', 'Job_MaintainGIM', 'Job_MigrateGIM', 'Job_TransformGIM', 'Job_UpdateStats')),
	CONSTRAINT ck_mgr_run_status CHECK (status IN ('Canceled', 'Complete', 'Failed', 'Running', 'Scheduled', 'Stopped', 'Stopping')),
	CONSTRAINT ck_mgr_run_end CHECK ((status IN ('Canceled', 'Complete', 'Failed', 'Stopped')) = (end_time IS NOT NULL)),
	CONSTRAINT ck_mgr_run_cause CHECK ((status NOT IN ('Canceled', 'Complete', 'Failed', 'Stopped') AND cause IS NULL) OR (status = 'Complete' AND cause IS NOT NULL AND cause IN ('done')) OR (status = 'Failed' AND cause IS NOT NULL AND cause IN ('error', 'lost')) OR (status = 'Stopped' AND cause IS NOT NULL AND cause IN ('person', 'rule')) OR (status = 'Canceled' AND cause IS NOT NULL AND cause IN ('person', 'rule'))),
	CONSTRAINT ck_mgr_run_start CHECK ((status = 'Scheduled' AND start_time IS NULL) OR (status = 'Canceled' AND start_time IS NULL) OR start_time IS NOT NULL),
	CONSTRAINT ck_mgr_run_error CHECK (status <> 'Failed' OR error IS NOT NULL),
	UNIQUE (launch_key)
);

CREATE INDEX ix_mgr_run_cycle ON gim_manager.mgr_run (cycle, job) WHERE cycle IS NOT NULL;

CREATE INDEX ix_mgr_run_duration ON gim_manager.mgr_run ((end_time - start_time), id, status);

CREATE INDEX ix_mgr_run_end_time ON gim_manager.mgr_run (end_time, id, status);

CREATE INDEX ix_mgr_run_job ON gim_manager.mgr_run (job, id, status);

CREATE INDEX ix_mgr_run_launched ON gim_manager.mgr_run (job, id) WHERE cycle IS NOT NULL;

CREATE INDEX ix_mgr_run_open ON gim_manager.mgr_run (status, id) WHERE status IN ('Scheduled', 'Running', 'Stopping');

CREATE INDEX ix_mgr_run_requested_at ON gim_manager.mgr_run (requested_at, id);

CREATE INDEX ix_mgr_run_requested_by ON gim_manager.mgr_run (requested_by, id, status);

CREATE INDEX ix_mgr_run_rows ON gim_manager.mgr_run (rows, id, status);

CREATE INDEX ix_mgr_run_start_time ON gim_manager.mgr_run (start_time, id, status);

CREATE INDEX ix_mgr_run_status ON gim_manager.mgr_run (status, id);

CREATE UNIQUE INDEX ux_mgr_run_active ON gim_manager.mgr_run (job) WHERE status IN ('Running', 'Stopping') AND parameters IS NULL;

CREATE TABLE gim_manager.mgr_server (
	id VARCHAR(255) NOT NULL,
	host VARCHAR(255) NOT NULL,
	pid INTEGER NOT NULL,
	version VARCHAR(64) NOT NULL,
	since BIGINT NOT NULL,
	heartbeat_at BIGINT NOT NULL,
	state VARCHAR(64) NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE gim_manager.mgr_source (
	name VARCHAR(255) NOT NULL,
	data_source_key INTEGER NOT NULL,
	url TEXT NOT NULL,
	roles VARCHAR(255) NOT NULL,
	secret_file TEXT,
	pair VARCHAR(255),
	active SMALLINT DEFAULT '1' NOT NULL,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (name),
	UNIQUE (data_source_key)
);

CREATE TABLE gim_manager.mgr_step (
	run_id BIGINT NOT NULL,
	number INTEGER NOT NULL,
	name VARCHAR(255) NOT NULL,
	status VARCHAR(64) NOT NULL,
	start_time BIGINT,
	end_time BIGINT,
	rows BIGINT,
	progress FLOAT,
	note TEXT,
	PRIMARY KEY (run_id, number)
);

CREATE OR REPLACE FUNCTION gim_manager.mgr_run_transition() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'mgr_run: this state may not follow that one' USING ERRCODE = 'check_violation'; END $$;

CREATE TRIGGER mgr_run_transition BEFORE UPDATE OF status ON gim_manager.mgr_run FOR EACH ROW WHEN (NEW.status <> OLD.status AND NOT ((OLD.status = 'Scheduled' AND NEW.status IN ('Canceled', 'Running')) OR (OLD.status = 'Running' AND NEW.status IN ('Complete', 'Failed', 'Stopped', 'Stopping')) OR (OLD.status = 'Stopping' AND NEW.status IN ('Complete', 'Failed', 'Stopped')))) EXECUTE FUNCTION gim_manager.mgr_run_transition();
