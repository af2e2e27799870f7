-- The first schema, frozen: it is never changed again.

CREATE TABLE agr_notification (
	notification_key INTEGER NOT NULL,
	fact_name VARCHAR(64) NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	create_audit_key INTEGER NOT NULL,
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (notification_key),
	CHECK (end_date_time_key >= start_date_time_key)
);

CREATE TABLE agr_pending (
	hierarchy VARCHAR(64) NOT NULL,
	agg_level VARCHAR(64) NOT NULL,
	date_time_key INTEGER NOT NULL,
	date_time_next_key INTEGER NOT NULL,
	queued_ts INTEGER NOT NULL,
	PRIMARY KEY (hierarchy, agg_level, date_time_key)
);

CREATE TABLE agt_agent_day (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	offered INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	notaccepted INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	short INTEGER NOT NULL,
	consult_received_accepted INTEGER NOT NULL,
	consult_received_engage_time INTEGER NOT NULL,
	consult_received_hold_time INTEGER NOT NULL,
	consult_initiated INTEGER NOT NULL,
	consult_initiated_time INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	xfer_received_accepted INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_agent_day_resource ON agt_agent_day (resource_key, date_time_key);

CREATE TABLE agt_agent_hour (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	offered INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	notaccepted INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	short INTEGER NOT NULL,
	consult_received_accepted INTEGER NOT NULL,
	consult_received_engage_time INTEGER NOT NULL,
	consult_received_hold_time INTEGER NOT NULL,
	consult_initiated INTEGER NOT NULL,
	consult_initiated_time INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	xfer_received_accepted INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_agent_hour_resource ON agt_agent_hour (resource_key, date_time_key);

CREATE TABLE agt_agent_month (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	offered INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	notaccepted INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	short INTEGER NOT NULL,
	consult_received_accepted INTEGER NOT NULL,
	consult_received_engage_time INTEGER NOT NULL,
	consult_received_hold_time INTEGER NOT NULL,
	consult_initiated INTEGER NOT NULL,
	consult_initiated_time INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	xfer_received_accepted INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_agent_month_resource ON agt_agent_month (resource_key, date_time_key);

CREATE TABLE agt_agent_qrtr (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	offered INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	notaccepted INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	short INTEGER NOT NULL,
	consult_received_accepted INTEGER NOT NULL,
	consult_received_engage_time INTEGER NOT NULL,
	consult_received_hold_time INTEGER NOT NULL,
	consult_initiated INTEGER NOT NULL,
	consult_initiated_time INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	xfer_received_accepted INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_agent_qrtr_resource ON agt_agent_qrtr (resource_key, date_time_key);

CREATE TABLE agt_agent_subhr (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	offered INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	notaccepted INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	short INTEGER NOT NULL,
	consult_received_accepted INTEGER NOT NULL,
	consult_received_engage_time INTEGER NOT NULL,
	consult_received_hold_time INTEGER NOT NULL,
	consult_initiated INTEGER NOT NULL,
	consult_initiated_time INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	xfer_received_accepted INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_agent_subhr_resource ON agt_agent_subhr (resource_key, date_time_key);

CREATE TABLE agt_agent_year (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	offered INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	notaccepted INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	short INTEGER NOT NULL,
	consult_received_accepted INTEGER NOT NULL,
	consult_received_engage_time INTEGER NOT NULL,
	consult_received_hold_time INTEGER NOT NULL,
	consult_initiated INTEGER NOT NULL,
	consult_initiated_time INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	xfer_received_accepted INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_agent_year_resource ON agt_agent_year (resource_key, date_time_key);

CREATE TABLE agt_i_sess_state_day (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	active_time INTEGER NOT NULL,
	ready_time INTEGER NOT NULL,
	not_ready_time INTEGER NOT NULL,
	busy_time INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	ready INTEGER NOT NULL,
	ready_carried INTEGER NOT NULL,
	not_ready INTEGER NOT NULL,
	not_ready_carried INTEGER NOT NULL,
	busy INTEGER NOT NULL,
	busy_carried INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_carried INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key)
);

CREATE INDEX ix_agt_i_sess_state_day_resource ON agt_i_sess_state_day (resource_key, date_time_key);

CREATE TABLE agt_i_sess_state_hour (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	active_time INTEGER NOT NULL,
	ready_time INTEGER NOT NULL,
	not_ready_time INTEGER NOT NULL,
	busy_time INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	ready INTEGER NOT NULL,
	ready_carried INTEGER NOT NULL,
	not_ready INTEGER NOT NULL,
	not_ready_carried INTEGER NOT NULL,
	busy INTEGER NOT NULL,
	busy_carried INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_carried INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key)
);

CREATE INDEX ix_agt_i_sess_state_hour_resource ON agt_i_sess_state_hour (resource_key, date_time_key);

CREATE TABLE agt_i_sess_state_month (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	active_time INTEGER NOT NULL,
	ready_time INTEGER NOT NULL,
	not_ready_time INTEGER NOT NULL,
	busy_time INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	ready INTEGER NOT NULL,
	ready_carried INTEGER NOT NULL,
	not_ready INTEGER NOT NULL,
	not_ready_carried INTEGER NOT NULL,
	busy INTEGER NOT NULL,
	busy_carried INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_carried INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key)
);

CREATE INDEX ix_agt_i_sess_state_month_resource ON agt_i_sess_state_month (resource_key, date_time_key);

CREATE TABLE agt_i_sess_state_qrtr (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	active_time INTEGER NOT NULL,
	ready_time INTEGER NOT NULL,
	not_ready_time INTEGER NOT NULL,
	busy_time INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	ready INTEGER NOT NULL,
	ready_carried INTEGER NOT NULL,
	not_ready INTEGER NOT NULL,
	not_ready_carried INTEGER NOT NULL,
	busy INTEGER NOT NULL,
	busy_carried INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_carried INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key)
);

CREATE INDEX ix_agt_i_sess_state_qrtr_resource ON agt_i_sess_state_qrtr (resource_key, date_time_key);

CREATE TABLE agt_i_sess_state_subhr (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	active_time INTEGER NOT NULL,
	ready_time INTEGER NOT NULL,
	not_ready_time INTEGER NOT NULL,
	busy_time INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	ready INTEGER NOT NULL,
	ready_carried INTEGER NOT NULL,
	not_ready INTEGER NOT NULL,
	not_ready_carried INTEGER NOT NULL,
	busy INTEGER NOT NULL,
	busy_carried INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_carried INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key)
);

CREATE INDEX ix_agt_i_sess_state_subhr_resource ON agt_i_sess_state_subhr (resource_key, date_time_key);

CREATE TABLE agt_i_sess_state_year (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	active_time INTEGER NOT NULL,
	ready_time INTEGER NOT NULL,
	not_ready_time INTEGER NOT NULL,
	busy_time INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	ready INTEGER NOT NULL,
	ready_carried INTEGER NOT NULL,
	not_ready INTEGER NOT NULL,
	not_ready_carried INTEGER NOT NULL,
	busy INTEGER NOT NULL,
	busy_carried INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_carried INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key)
);

CREATE INDEX ix_agt_i_sess_state_year_resource ON agt_i_sess_state_year (resource_key, date_time_key);

CREATE TABLE agt_queue_day (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	entered INTEGER NOT NULL,
	abandoned INTEGER NOT NULL,
	abandoned_time INTEGER NOT NULL,
	abandoned_short INTEGER NOT NULL,
	abandoned_standard INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	cleared INTEGER NOT NULL,
	distributed_ INTEGER NOT NULL,
	distributed_time INTEGER NOT NULL,
	redirected INTEGER NOT NULL,
	routed_other INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	accepted_time INTEGER NOT NULL,
	accepted_thr INTEGER NOT NULL,
	accepted_agent INTEGER NOT NULL,
	accepted_agent_time INTEGER NOT NULL,
	accepted_agent_thr INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	accepted_time_max INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_queue_day_resource ON agt_queue_day (resource_key, date_time_key);

CREATE TABLE agt_queue_hour (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	entered INTEGER NOT NULL,
	abandoned INTEGER NOT NULL,
	abandoned_time INTEGER NOT NULL,
	abandoned_short INTEGER NOT NULL,
	abandoned_standard INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	cleared INTEGER NOT NULL,
	distributed_ INTEGER NOT NULL,
	distributed_time INTEGER NOT NULL,
	redirected INTEGER NOT NULL,
	routed_other INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	accepted_time INTEGER NOT NULL,
	accepted_thr INTEGER NOT NULL,
	accepted_agent INTEGER NOT NULL,
	accepted_agent_time INTEGER NOT NULL,
	accepted_agent_thr INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	accepted_time_max INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_queue_hour_resource ON agt_queue_hour (resource_key, date_time_key);

CREATE TABLE agt_queue_month (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	entered INTEGER NOT NULL,
	abandoned INTEGER NOT NULL,
	abandoned_time INTEGER NOT NULL,
	abandoned_short INTEGER NOT NULL,
	abandoned_standard INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	cleared INTEGER NOT NULL,
	distributed_ INTEGER NOT NULL,
	distributed_time INTEGER NOT NULL,
	redirected INTEGER NOT NULL,
	routed_other INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	accepted_time INTEGER NOT NULL,
	accepted_thr INTEGER NOT NULL,
	accepted_agent INTEGER NOT NULL,
	accepted_agent_time INTEGER NOT NULL,
	accepted_agent_thr INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	accepted_time_max INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_queue_month_resource ON agt_queue_month (resource_key, date_time_key);

CREATE TABLE agt_queue_qrtr (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	entered INTEGER NOT NULL,
	abandoned INTEGER NOT NULL,
	abandoned_time INTEGER NOT NULL,
	abandoned_short INTEGER NOT NULL,
	abandoned_standard INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	cleared INTEGER NOT NULL,
	distributed_ INTEGER NOT NULL,
	distributed_time INTEGER NOT NULL,
	redirected INTEGER NOT NULL,
	routed_other INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	accepted_time INTEGER NOT NULL,
	accepted_thr INTEGER NOT NULL,
	accepted_agent INTEGER NOT NULL,
	accepted_agent_time INTEGER NOT NULL,
	accepted_agent_thr INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	accepted_time_max INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_queue_qrtr_resource ON agt_queue_qrtr (resource_key, date_time_key);

CREATE TABLE agt_queue_subhr (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	entered INTEGER NOT NULL,
	abandoned INTEGER NOT NULL,
	abandoned_time INTEGER NOT NULL,
	abandoned_short INTEGER NOT NULL,
	abandoned_standard INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	cleared INTEGER NOT NULL,
	distributed_ INTEGER NOT NULL,
	distributed_time INTEGER NOT NULL,
	redirected INTEGER NOT NULL,
	routed_other INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	accepted_time INTEGER NOT NULL,
	accepted_thr INTEGER NOT NULL,
	accepted_agent INTEGER NOT NULL,
	accepted_agent_time INTEGER NOT NULL,
	accepted_agent_thr INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	accepted_time_max INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_queue_subhr_resource ON agt_queue_subhr (resource_key, date_time_key);

CREATE TABLE agt_queue_year (
	date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_descriptor_key INTEGER NOT NULL,
	entered INTEGER NOT NULL,
	abandoned INTEGER NOT NULL,
	abandoned_time INTEGER NOT NULL,
	abandoned_short INTEGER NOT NULL,
	abandoned_standard INTEGER NOT NULL,
	abandoned_invite INTEGER NOT NULL,
	cleared INTEGER NOT NULL,
	distributed_ INTEGER NOT NULL,
	distributed_time INTEGER NOT NULL,
	redirected INTEGER NOT NULL,
	routed_other INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	accepted_time INTEGER NOT NULL,
	accepted_thr INTEGER NOT NULL,
	accepted_agent INTEGER NOT NULL,
	accepted_agent_time INTEGER NOT NULL,
	accepted_agent_thr INTEGER NOT NULL,
	transfer_init_agent INTEGER NOT NULL,
	invite INTEGER NOT NULL,
	invite_time INTEGER NOT NULL,
	engage_time INTEGER NOT NULL,
	hold INTEGER NOT NULL,
	hold_time INTEGER NOT NULL,
	wrap INTEGER NOT NULL,
	wrap_time INTEGER NOT NULL,
	accepted_time_max INTEGER NOT NULL,
	PRIMARY KEY (date_time_key, tenant_key, media_type_key, resource_key, resource_group_combination_key, interaction_type_key, interaction_descriptor_key)
);

CREATE INDEX ix_agt_queue_year_resource ON agt_queue_year (resource_key, date_time_key);

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
	PRIMARY KEY (audit_key)
);

CREATE INDEX ix_ctl_audit_log_job_id ON ctl_audit_log (job_id);

CREATE INDEX ix_ctl_audit_log_transaction_id ON ctl_audit_log (transaction_id);

CREATE TABLE ctl_discard (
	discard_key INTEGER NOT NULL,
	table_name VARCHAR(255) NOT NULL,
	natural_id VARCHAR(255) NOT NULL,
	reason VARCHAR(255) NOT NULL,
	detail TEXT,
	data_source_key INTEGER,
	job_id VARCHAR(64) NOT NULL,
	create_audit_key INTEGER NOT NULL,
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (discard_key)
);

CREATE TABLE ctl_ds (
	data_source_key INTEGER NOT NULL,
	data_source_name VARCHAR(255) NOT NULL,
	data_source_type INTEGER NOT NULL,
	icon_dbid INTEGER,
	dap_name VARCHAR(255),
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (data_source_key)
);

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
	PRIMARY KEY (job_id)
);

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
	PRIMARY KEY (create_audit_key, table_name, data_source_key)
);

CREATE TABLE ctl_extract_mark (
	data_source_key INTEGER NOT NULL,
	table_name VARCHAR(255) NOT NULL,
	last_seq INTEGER NOT NULL,
	max_ts INTEGER,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (data_source_key, table_name)
);

CREATE TABLE ctl_mark (
	name VARCHAR(64) NOT NULL,
	value INTEGER NOT NULL,
	value2 VARCHAR(255),
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (name)
);

CREATE TABLE ctl_processing_status (
	processing_status_key INTEGER NOT NULL,
	processing_status VARCHAR(64) NOT NULL,
	PRIMARY KEY (processing_status_key)
);

CREATE TABLE ctl_purge_history (
	job_id VARCHAR(64) NOT NULL,
	table_name VARCHAR(255) NOT NULL,
	cutoff_ts INTEGER NOT NULL,
	row_count INTEGER NOT NULL,
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (job_id, table_name)
);

CREATE TABLE ctl_schema_info (
	info_mart_id VARCHAR(64) NOT NULL,
	product VARCHAR(255) NOT NULL,
	schema_version VARCHAR(64) NOT NULL,
	created_ts INTEGER NOT NULL,
	PRIMARY KEY (info_mart_id)
);

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
	PRIMARY KEY (audit_key, hwm_name)
);

CREATE TABLE ctl_transform_todo (
	kind VARCHAR(32) NOT NULL,
	natural_id VARCHAR(50) NOT NULL,
	ts INTEGER NOT NULL,
	create_audit_key INTEGER NOT NULL,
	PRIMARY KEY (kind, natural_id)
);

CREATE INDEX ix_ctl_transform_todo_ts ON ctl_transform_todo (kind, ts);

CREATE TABLE date_time (
	date_time_key INTEGER NOT NULL,
	date_time_next_key INTEGER NOT NULL,
	date_time_30int_key INTEGER NOT NULL,
	date_time_hour_key INTEGER NOT NULL,
	date_time_day_key INTEGER NOT NULL,
	date_time_week_key INTEGER NOT NULL,
	date_time_month_key INTEGER NOT NULL,
	date_time_quarter_key INTEGER NOT NULL,
	date_time_year_key INTEGER NOT NULL,
	date_time_next_30int_key INTEGER NOT NULL,
	date_time_next_hour_key INTEGER NOT NULL,
	date_time_next_day_key INTEGER NOT NULL,
	date_time_next_week_key INTEGER NOT NULL,
	date_time_next_month_key INTEGER NOT NULL,
	date_time_next_quarter_key INTEGER NOT NULL,
	date_time_next_year_key INTEGER NOT NULL,
	cal_date DATETIME NOT NULL,
	cal_day_name VARCHAR(32) NOT NULL,
	cal_month_name VARCHAR(32) NOT NULL,
	cal_day_num_in_week SMALLINT NOT NULL,
	cal_day_num_in_month SMALLINT NOT NULL,
	cal_day_num_in_year SMALLINT NOT NULL,
	cal_last_day_in_week SMALLINT NOT NULL,
	cal_last_day_in_month SMALLINT NOT NULL,
	cal_week_num_in_year SMALLINT NOT NULL,
	cal_week_start_date DATETIME NOT NULL,
	cal_week_end_date DATETIME NOT NULL,
	cal_month_num_in_year SMALLINT NOT NULL,
	cal_quarter_num_in_year SMALLINT NOT NULL,
	cal_half_num_in_year SMALLINT NOT NULL,
	cal_year_num SMALLINT NOT NULL,
	cal_hour_num_in_day SMALLINT NOT NULL,
	cal_hour_24_num_in_day SMALLINT NOT NULL,
	cal_minute_num_in_hour SMALLINT NOT NULL,
	cal_30minute_num_in_hour SMALLINT NOT NULL,
	week_year SMALLINT NOT NULL,
	ampm_indicator VARCHAR(32) NOT NULL,
	running_year_num INTEGER NOT NULL,
	running_quarter_num INTEGER NOT NULL,
	running_month_num INTEGER NOT NULL,
	running_week_num INTEGER NOT NULL,
	running_day_num INTEGER NOT NULL,
	running_hour_num INTEGER NOT NULL,
	running_30min_num INTEGER NOT NULL,
	label_yyyy VARCHAR(64) NOT NULL,
	label_yyyy_qq VARCHAR(64) NOT NULL,
	label_yyyy_mm VARCHAR(64) NOT NULL,
	label_yyyy_we VARCHAR(64) NOT NULL,
	label_yyyy_we_d VARCHAR(64) NOT NULL,
	label_yyyy_mm_dd VARCHAR(64) NOT NULL,
	label_yyyy_mm_dd_hh VARCHAR(64) NOT NULL,
	label_yyyy_mm_dd_hh24 VARCHAR(64) NOT NULL,
	label_yyyy_mm_dd_hh_30int VARCHAR(64) NOT NULL,
	label_yyyy_mm_dd_hh24_30int VARCHAR(64) NOT NULL,
	label_yyyy_mm_dd_hh_15int VARCHAR(64) NOT NULL,
	label_yyyy_mm_dd_hh24_15int VARCHAR(64) NOT NULL,
	label_qq VARCHAR(64) NOT NULL,
	label_mm VARCHAR(64) NOT NULL,
	label_we VARCHAR(64) NOT NULL,
	label_dd VARCHAR(64) NOT NULL,
	label_hh VARCHAR(64) NOT NULL,
	label_hh24 VARCHAR(64) NOT NULL,
	label_30int VARCHAR(64) NOT NULL,
	label_15int VARCHAR(64) NOT NULL,
	label_tz VARCHAR(64) NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (date_time_key)
);

CREATE INDEX ix_date_time_update_audit_key ON date_time (update_audit_key);

CREATE TABLE gidb_g_agent_state_history (
	id INTEGER NOT NULL,
	loginsessionid VARCHAR(50) NOT NULL,
	agentid INTEGER NOT NULL,
	type INTEGER NOT NULL,
	state INTEGER NOT NULL,
	pendingstate INTEGER,
	prevstate INTEGER,
	seq INTEGER NOT NULL,
	workmode INTEGER,
	endpointid INTEGER,
	queueid INTEGER,
	cause INTEGER,
	causecallid VARCHAR(50),
	added DATETIME,
	added_ts INTEGER NOT NULL,
	prevsenter DATETIME,
	prevsenter_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, added_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_agent_state_history_causecallid ON gidb_g_agent_state_history (causecallid);

CREATE INDEX ix_gidb_g_agent_state_history_loginsessionid ON gidb_g_agent_state_history (loginsessionid);

CREATE INDEX ix_gidb_g_agent_state_history_search ON gidb_g_agent_state_history (loginsessionid, added_ts, seq);

CREATE INDEX ix_gidb_g_agent_state_history_update_audit_key ON gidb_g_agent_state_history (update_audit_key);

CREATE TABLE gidb_g_agent_state_rc (
	id INTEGER NOT NULL,
	sessionid VARCHAR(50) NOT NULL,
	agentid INTEGER NOT NULL,
	endpointid INTEGER NOT NULL,
	queueid INTEGER,
	agentstate INTEGER NOT NULL,
	workmode INTEGER NOT NULL,
	hwflag SMALLINT NOT NULL,
	keyname VARCHAR(255) NOT NULL,
	value VARCHAR(255),
	lseq INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	terminated DATETIME,
	terminated_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_agent_state_rc_sessionid ON gidb_g_agent_state_rc (sessionid);

CREATE INDEX ix_gidb_g_agent_state_rc_update_audit_key ON gidb_g_agent_state_rc (update_audit_key);

CREATE TABLE gidb_g_call (
	id INTEGER NOT NULL,
	callid VARCHAR(50) NOT NULL,
	parentcallid VARCHAR(50),
	mergecallid VARCHAR(50),
	mergetype INTEGER,
	connid VARCHAR(50),
	connidnum INTEGER,
	switchcallid INTEGER,
	irid VARCHAR(50) NOT NULL,
	state INTEGER NOT NULL,
	calltype INTEGER NOT NULL,
	mediatype INTEGER NOT NULL,
	tenantid INTEGER,
	switchid INTEGER,
	callani VARCHAR(255),
	calldnis VARCHAR(255),
	created DATETIME,
	created_ts INTEGER NOT NULL,
	terminated DATETIME,
	terminated_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_call_callid ON gidb_g_call (callid);

CREATE INDEX ix_gidb_g_call_irid ON gidb_g_call (irid);

CREATE INDEX ix_gidb_g_call_update_audit_key ON gidb_g_call (update_audit_key);

CREATE TABLE gidb_g_dss_cfg_provider (
	dss_id INTEGER NOT NULL,
	icon_dbid INTEGER NOT NULL,
	ds_dbid INTEGER NOT NULL,
	ds_dbid_prim INTEGER,
	ds2_dbid INTEGER,
	ds_type INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	icon_stime DATETIME,
	dsconn_stime DATETIME,
	dsconn_sdstime DATETIME,
	dsconn_sdsts INTEGER,
	dsconn_type INTEGER,
	icon_etime DATETIME,
	dsconn_etime DATETIME,
	fevent_itime DATETIME,
	fevent_dstime DATETIME,
	fevent_dsseq VARCHAR(255),
	fevent_dsutc INTEGER,
	levent_itime DATETIME,
	levent_dstime DATETIME,
	levent_dsseq VARCHAR(255),
	levent_dsutc INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (dss_id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_dss_cfg_provider_update_audit_key ON gidb_g_dss_cfg_provider (update_audit_key);

CREATE TABLE gidb_g_dss_gcc_provider (
	dss_id INTEGER NOT NULL,
	icon_dbid INTEGER NOT NULL,
	ds_dbid INTEGER NOT NULL,
	ds_dbid_prim INTEGER,
	ds2_dbid INTEGER,
	ds_type INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	icon_stime DATETIME,
	dsconn_stime DATETIME,
	dsconn_sdstime DATETIME,
	dsconn_sdsts INTEGER,
	dsconn_type INTEGER,
	icon_etime DATETIME,
	dsconn_etime DATETIME,
	fevent_itime DATETIME,
	fevent_dstime DATETIME,
	fevent_dsseq VARCHAR(255),
	fevent_dsutc INTEGER,
	levent_itime DATETIME,
	levent_dstime DATETIME,
	levent_dsseq VARCHAR(255),
	levent_dsutc INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (dss_id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_dss_gcc_provider_update_audit_key ON gidb_g_dss_gcc_provider (update_audit_key);

CREATE TABLE gidb_g_dss_gls_provider (
	dss_id INTEGER NOT NULL,
	icon_dbid INTEGER NOT NULL,
	ds_dbid INTEGER NOT NULL,
	ds_dbid_prim INTEGER,
	ds2_dbid INTEGER,
	ds_type INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	icon_stime DATETIME,
	dsconn_stime DATETIME,
	dsconn_sdstime DATETIME,
	dsconn_sdsts INTEGER,
	dsconn_type INTEGER,
	icon_etime DATETIME,
	dsconn_etime DATETIME,
	fevent_itime DATETIME,
	fevent_dstime DATETIME,
	fevent_dsseq VARCHAR(255),
	fevent_dsutc INTEGER,
	levent_itime DATETIME,
	levent_dstime DATETIME,
	levent_dsseq VARCHAR(255),
	levent_dsutc INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (dss_id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_dss_gls_provider_update_audit_key ON gidb_g_dss_gls_provider (update_audit_key);

CREATE TABLE gidb_g_dss_gos_provider (
	dss_id INTEGER NOT NULL,
	icon_dbid INTEGER NOT NULL,
	ds_dbid INTEGER NOT NULL,
	ds_dbid_prim INTEGER,
	ds2_dbid INTEGER,
	ds_type INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	icon_stime DATETIME,
	dsconn_stime DATETIME,
	dsconn_sdstime DATETIME,
	dsconn_sdsts INTEGER,
	dsconn_type INTEGER,
	icon_etime DATETIME,
	dsconn_etime DATETIME,
	fevent_itime DATETIME,
	fevent_dstime DATETIME,
	fevent_dsseq VARCHAR(255),
	fevent_dsutc INTEGER,
	levent_itime DATETIME,
	levent_dstime DATETIME,
	levent_dsseq VARCHAR(255),
	levent_dsutc INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (dss_id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_dss_gos_provider_update_audit_key ON gidb_g_dss_gos_provider (update_audit_key);

CREATE TABLE gidb_g_dss_gud_provider (
	dss_id INTEGER NOT NULL,
	icon_dbid INTEGER NOT NULL,
	ds_dbid INTEGER NOT NULL,
	ds_dbid_prim INTEGER,
	ds2_dbid INTEGER,
	ds_type INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	icon_stime DATETIME,
	dsconn_stime DATETIME,
	dsconn_sdstime DATETIME,
	dsconn_sdsts INTEGER,
	dsconn_type INTEGER,
	icon_etime DATETIME,
	dsconn_etime DATETIME,
	fevent_itime DATETIME,
	fevent_dstime DATETIME,
	fevent_dsseq VARCHAR(255),
	fevent_dsutc INTEGER,
	levent_itime DATETIME,
	levent_dstime DATETIME,
	levent_dsseq VARCHAR(255),
	levent_dsutc INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (dss_id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_dss_gud_provider_update_audit_key ON gidb_g_dss_gud_provider (update_audit_key);

CREATE TABLE gidb_g_ir (
	id INTEGER NOT NULL,
	irid VARCHAR(50) NOT NULL,
	state INTEGER NOT NULL,
	parentirid VARCHAR(50),
	parentlinktype INTEGER,
	rootcallid VARCHAR(50) NOT NULL,
	rootirid VARCHAR(50) NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	terminated DATETIME,
	terminated_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_ir_irid ON gidb_g_ir (irid);

CREATE INDEX ix_gidb_g_ir_rootirid ON gidb_g_ir (rootirid);

CREATE INDEX ix_gidb_g_ir_update_audit_key ON gidb_g_ir (update_audit_key);

CREATE TABLE gidb_g_login_session (
	id INTEGER NOT NULL,
	loginsessionid VARCHAR(50) NOT NULL,
	agentid INTEGER NOT NULL,
	loginid INTEGER,
	placeid INTEGER,
	state INTEGER NOT NULL,
	primarydeviceid INTEGER,
	tenantid INTEGER,
	mediatype INTEGER,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	terminated DATETIME,
	terminated_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_login_session_loginsessionid ON gidb_g_login_session (loginsessionid);

CREATE INDEX ix_gidb_g_login_session_search ON gidb_g_login_session (agentid, created_ts);

CREATE INDEX ix_gidb_g_login_session_update_audit_key ON gidb_g_login_session (update_audit_key);

CREATE TABLE gidb_g_party (
	id INTEGER NOT NULL,
	partyid VARCHAR(50) NOT NULL,
	partyguid VARCHAR(50) NOT NULL,
	type INTEGER NOT NULL,
	prole INTEGER NOT NULL,
	parentpartyid VARCHAR(50),
	parentlinktype INTEGER,
	callid VARCHAR(50) NOT NULL,
	state INTEGER NOT NULL,
	prevstate INTEGER,
	cause INTEGER,
	endpointdn VARCHAR(255) NOT NULL,
	endpointid INTEGER,
	endpointtype INTEGER,
	agentid INTEGER,
	tenantid INTEGER,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	terminated DATETIME,
	terminated_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_party_callid ON gidb_g_party (callid);

CREATE INDEX ix_gidb_g_party_partyguid ON gidb_g_party (partyguid);

CREATE INDEX ix_gidb_g_party_partyid ON gidb_g_party (partyid);

CREATE INDEX ix_gidb_g_party_search ON gidb_g_party (agentid, created_ts);

CREATE INDEX ix_gidb_g_party_update_audit_key ON gidb_g_party (update_audit_key);

CREATE TABLE gidb_g_party_history (
	phid INTEGER NOT NULL,
	partyid VARCHAR(50) NOT NULL,
	callid VARCHAR(50) NOT NULL,
	pseq INTEGER NOT NULL,
	cseq INTEGER NOT NULL,
	changetype INTEGER NOT NULL,
	state INTEGER NOT NULL,
	prevstate INTEGER,
	cause INTEGER,
	ccevent INTEGER,
	cceventcause INTEGER,
	refid VARCHAR(50),
	added DATETIME,
	added_ts INTEGER NOT NULL,
	prevsenter DATETIME,
	prevsenter_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (phid, added_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_party_history_callid ON gidb_g_party_history (callid);

CREATE INDEX ix_gidb_g_party_history_partyid ON gidb_g_party_history (partyid);

CREATE INDEX ix_gidb_g_party_history_update_audit_key ON gidb_g_party_history (update_audit_key);

CREATE TABLE gidb_g_route_result (
	id INTEGER NOT NULL,
	callid VARCHAR(50) NOT NULL,
	connid VARCHAR(50),
	partyid VARCHAR(50) NOT NULL,
	irid VARCHAR(50),
	endpointid INTEGER,
	rtargetruleselected VARCHAR(255),
	rtargetobjectselected VARCHAR(255),
	rtargettypeselected INTEGER,
	rtargetagentselected VARCHAR(255),
	rtargetplaceselected VARCHAR(255),
	rtenant VARCHAR(255),
	rstrategyname VARCHAR(255),
	rrequestedskill VARCHAR(255),
	result INTEGER,
	vqid VARCHAR(50),
	added DATETIME,
	added_ts INTEGER NOT NULL,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, added_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_route_result_callid ON gidb_g_route_result (callid);

CREATE INDEX ix_gidb_g_route_result_irid ON gidb_g_route_result (irid);

CREATE INDEX ix_gidb_g_route_result_partyid ON gidb_g_route_result (partyid);

CREATE INDEX ix_gidb_g_route_result_update_audit_key ON gidb_g_route_result (update_audit_key);

CREATE INDEX ix_gidb_g_route_result_vqid ON gidb_g_route_result (vqid);

CREATE TABLE gidb_g_userdata_history (
	id INTEGER NOT NULL,
	callid VARCHAR(50) NOT NULL,
	partyid VARCHAR(50),
	endpointid INTEGER,
	agentid INTEGER,
	tenantid INTEGER,
	switchid INTEGER,
	pseq INTEGER,
	cseq INTEGER,
	changetype INTEGER NOT NULL,
	keyname VARCHAR(255) NOT NULL,
	value TEXT,
	added DATETIME,
	added_ts INTEGER NOT NULL,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, added_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_userdata_history_callid ON gidb_g_userdata_history (callid);

CREATE INDEX ix_gidb_g_userdata_history_partyid ON gidb_g_userdata_history (partyid);

CREATE INDEX ix_gidb_g_userdata_history_update_audit_key ON gidb_g_userdata_history (update_audit_key);

CREATE TABLE gidb_g_virtual_queue (
	id INTEGER NOT NULL,
	vqid VARCHAR(50) NOT NULL,
	vqdbid INTEGER NOT NULL,
	callid VARCHAR(50) NOT NULL,
	origcallid VARCHAR(50),
	distcallid VARCHAR(50),
	connid VARCHAR(50),
	partyid VARCHAR(50),
	status INTEGER NOT NULL,
	cause INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	terminated DATETIME,
	terminated_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_g_virtual_queue_callid ON gidb_g_virtual_queue (callid);

CREATE INDEX ix_gidb_g_virtual_queue_partyid ON gidb_g_virtual_queue (partyid);

CREATE INDEX ix_gidb_g_virtual_queue_update_audit_key ON gidb_g_virtual_queue (update_audit_key);

CREATE INDEX ix_gidb_g_virtual_queue_vqid ON gidb_g_virtual_queue (vqid);

CREATE TABLE gidb_gc_agent (
	id INTEGER NOT NULL,
	tenantid INTEGER,
	folderid INTEGER,
	username VARCHAR(255) NOT NULL,
	firstname VARCHAR(255),
	lastname VARCHAR(255),
	employeeid VARCHAR(255) NOT NULL,
	email VARCHAR(255),
	type INTEGER NOT NULL,
	state INTEGER NOT NULL,
	placeid INTEGER,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_agent_update_audit_key ON gidb_gc_agent (update_audit_key);

CREATE TABLE gidb_gc_endpoint (
	id INTEGER NOT NULL,
	dn VARCHAR(255) NOT NULL,
	name VARCHAR(255),
	type INTEGER NOT NULL,
	switchid INTEGER,
	tenantid INTEGER,
	state INTEGER,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_endpoint_update_audit_key ON gidb_gc_endpoint (update_audit_key);

CREATE TABLE gidb_gc_group (
	id INTEGER NOT NULL,
	name VARCHAR(255) NOT NULL,
	tenantid INTEGER,
	folderid INTEGER,
	type INTEGER NOT NULL,
	dngrouptype INTEGER,
	state INTEGER,
	script TEXT,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_group_update_audit_key ON gidb_gc_group (update_audit_key);

CREATE TABLE gidb_gc_login (
	id INTEGER NOT NULL,
	logincode VARCHAR(255) NOT NULL,
	tenantid INTEGER,
	switchid INTEGER,
	folderid INTEGER,
	state INTEGER,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_login_update_audit_key ON gidb_gc_login (update_audit_key);

CREATE TABLE gidb_gc_place (
	id INTEGER NOT NULL,
	name VARCHAR(255) NOT NULL,
	tenantid INTEGER,
	state INTEGER,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_place_update_audit_key ON gidb_gc_place (update_audit_key);

CREATE TABLE gidb_gc_skill (
	id INTEGER NOT NULL,
	name VARCHAR(255) NOT NULL,
	tenantid INTEGER,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_skill_update_audit_key ON gidb_gc_skill (update_audit_key);

CREATE TABLE gidb_gc_switch (
	id INTEGER NOT NULL,
	name VARCHAR(255) NOT NULL,
	type INTEGER,
	tenantid INTEGER,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_switch_update_audit_key ON gidb_gc_switch (update_audit_key);

CREATE TABLE gidb_gc_tenant (
	id INTEGER NOT NULL,
	name VARCHAR(255) NOT NULL,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, data_source_key)
);

CREATE INDEX ix_gidb_gc_tenant_update_audit_key ON gidb_gc_tenant (update_audit_key);

CREATE TABLE gidb_gcx_agent_place (
	id INTEGER NOT NULL,
	placeid INTEGER NOT NULL,
	agentid INTEGER NOT NULL,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (placeid, agentid, created_ts)
);

CREATE INDEX ix_gidb_gcx_agent_place_update_audit_key ON gidb_gcx_agent_place (update_audit_key);

CREATE TABLE gidb_gcx_endpoint_place (
	id INTEGER NOT NULL,
	endpointid INTEGER NOT NULL,
	placeid INTEGER NOT NULL,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (endpointid, placeid, created_ts)
);

CREATE INDEX ix_gidb_gcx_endpoint_place_update_audit_key ON gidb_gcx_endpoint_place (update_audit_key);

CREATE TABLE gidb_gcx_group_agent (
	id INTEGER NOT NULL,
	groupid INTEGER NOT NULL,
	agentid INTEGER NOT NULL,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (groupid, agentid, created_ts)
);

CREATE INDEX ix_gidb_gcx_group_agent_update_audit_key ON gidb_gcx_group_agent (update_audit_key);

CREATE TABLE gidb_gcx_group_endpoint (
	id INTEGER NOT NULL,
	groupid INTEGER NOT NULL,
	endpointid INTEGER NOT NULL,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (groupid, endpointid, created_ts)
);

CREATE INDEX ix_gidb_gcx_group_endpoint_update_audit_key ON gidb_gcx_group_endpoint (update_audit_key);

CREATE TABLE gidb_gcx_group_place (
	id INTEGER NOT NULL,
	groupid INTEGER NOT NULL,
	placeid INTEGER NOT NULL,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (groupid, placeid, created_ts)
);

CREATE INDEX ix_gidb_gcx_group_place_update_audit_key ON gidb_gcx_group_place (update_audit_key);

CREATE TABLE gidb_gcx_login_info (
	id INTEGER NOT NULL,
	loginid INTEGER NOT NULL,
	agentid INTEGER NOT NULL,
	wrapuptime INTEGER,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (loginid, agentid, created_ts)
);

CREATE INDEX ix_gidb_gcx_login_info_update_audit_key ON gidb_gcx_login_info (update_audit_key);

CREATE TABLE gidb_gcx_skill_level (
	id INTEGER NOT NULL,
	skillid INTEGER NOT NULL,
	agentid INTEGER NOT NULL,
	slevel INTEGER NOT NULL,
	status INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	deleted DATETIME,
	deleted_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (skillid, agentid, created_ts)
);

CREATE INDEX ix_gidb_gcx_skill_level_update_audit_key ON gidb_gcx_skill_level (update_audit_key);

CREATE TABLE gidb_gx_session_endpoint (
	id INTEGER NOT NULL,
	agentid INTEGER NOT NULL,
	endpointid INTEGER NOT NULL,
	endpointtype INTEGER,
	queueid INTEGER,
	queuetype INTEGER,
	placeid INTEGER,
	loginsessionid VARCHAR(50) NOT NULL,
	state INTEGER NOT NULL,
	created DATETIME,
	created_ts INTEGER NOT NULL,
	terminated DATETIME,
	terminated_ts INTEGER,
	lastchange DATETIME,
	lastchange_ts INTEGER,
	gsys_domain INTEGER,
	gsys_sys_id INTEGER,
	gsys_ext_vch1 VARCHAR(255),
	gsys_ext_vch2 VARCHAR(255),
	gsys_ext_int1 INTEGER,
	gsys_ext_int2 INTEGER,
	data_source_key INTEGER NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id, created_ts, data_source_key)
);

CREATE INDEX ix_gidb_gx_session_endpoint_loginsessionid ON gidb_gx_session_endpoint (loginsessionid);

CREATE INDEX ix_gidb_gx_session_endpoint_update_audit_key ON gidb_gx_session_endpoint (update_audit_key);

CREATE TABLE group_ (
	group_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	group_name VARCHAR(255) NOT NULL,
	group_type VARCHAR(64) NOT NULL,
	group_type_code VARCHAR(32) NOT NULL,
	group_cfg_dbid INTEGER NOT NULL,
	group_cfg_type_id INTEGER NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER DEFAULT '2147483647' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (group_key)
);

CREATE INDEX ix_group__update_audit_key ON group_ (update_audit_key);

CREATE TABLE interaction_descriptor (
	interaction_descriptor_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	customer_segment VARCHAR(255) NOT NULL,
	service_type VARCHAR(255) NOT NULL,
	service_subtype VARCHAR(255) NOT NULL,
	business_result VARCHAR(255) NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (interaction_descriptor_key),
	UNIQUE (tenant_key, customer_segment, service_type, service_subtype, business_result)
);

CREATE INDEX ix_interaction_descriptor_update_audit_key ON interaction_descriptor (update_audit_key);

CREATE TABLE interaction_fact (
	interaction_id INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	media_server_root_ixn_id INTEGER,
	media_server_ixn_id INTEGER,
	media_server_root_ixn_guid VARCHAR(50) NOT NULL,
	media_server_ixn_guid VARCHAR(50),
	source_address VARCHAR(255),
	target_address VARCHAR(255),
	subject VARCHAR(255),
	status SMALLINT DEFAULT '0' NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER NOT NULL,
	active_flag SMALLINT DEFAULT '0' NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (interaction_id, start_date_time_key),
	UNIQUE (media_server_root_ixn_guid, start_date_time_key)
);

CREATE INDEX ix_interaction_fact_sdt ON interaction_fact (start_date_time_key);

CREATE INDEX ix_interaction_fact_update_audit_key ON interaction_fact (update_audit_key);

CREATE TABLE interaction_resource_fact (
	interaction_resource_id INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	technical_descriptor_key INTEGER NOT NULL,
	media_resource_key INTEGER DEFAULT '-2' NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER DEFAULT '-1' NOT NULL,
	place_key INTEGER DEFAULT '-2' NOT NULL,
	strategy_key INTEGER DEFAULT '-2' NOT NULL,
	routing_target_key INTEGER DEFAULT '-2' NOT NULL,
	requested_skill_key INTEGER DEFAULT '-2' NOT NULL,
	interaction_descriptor_key INTEGER DEFAULT '-2' NOT NULL,
	interaction_id INTEGER NOT NULL,
	interaction_sdt_key INTEGER NOT NULL,
	last_rp_resource_key INTEGER DEFAULT '-2' NOT NULL,
	last_queue_resource_key INTEGER DEFAULT '-2' NOT NULL,
	last_vqueue_resource_key INTEGER DEFAULT '-2' NOT NULL,
	last_ivr_resource_key INTEGER DEFAULT '-2' NOT NULL,
	prev_irf_id INTEGER,
	prev_irf_sdt_key INTEGER,
	mediation_segment_id INTEGER,
	mediation_resource_key INTEGER DEFAULT '-2' NOT NULL,
	mediation_start_date_time_key INTEGER,
	interaction_resource_ordinal INTEGER NOT NULL,
	irf_anchor SMALLINT DEFAULT '0' NOT NULL,
	irf_anchor_ts INTEGER,
	last_interaction_resource SMALLINT DEFAULT '0' NOT NULL,
	partyguid VARCHAR(50) NOT NULL,
	natural_id VARCHAR(50) NOT NULL,
	target_address VARCHAR(255),
	dial_count INTEGER DEFAULT '0' NOT NULL,
	dial_duration INTEGER DEFAULT '0' NOT NULL,
	ring_count INTEGER DEFAULT '0' NOT NULL,
	ring_duration INTEGER DEFAULT '0' NOT NULL,
	talk_count INTEGER DEFAULT '0' NOT NULL,
	talk_duration INTEGER DEFAULT '0' NOT NULL,
	hold_count INTEGER DEFAULT '0' NOT NULL,
	hold_duration INTEGER DEFAULT '0' NOT NULL,
	after_call_work_count INTEGER DEFAULT '0' NOT NULL,
	after_call_work_duration INTEGER DEFAULT '0' NOT NULL,
	customer_dial_count INTEGER DEFAULT '0' NOT NULL,
	customer_dial_duration INTEGER DEFAULT '0' NOT NULL,
	customer_ring_count INTEGER DEFAULT '0' NOT NULL,
	customer_ring_duration INTEGER DEFAULT '0' NOT NULL,
	customer_talk_count INTEGER DEFAULT '0' NOT NULL,
	customer_talk_duration INTEGER DEFAULT '0' NOT NULL,
	customer_hold_count INTEGER DEFAULT '0' NOT NULL,
	customer_hold_duration INTEGER DEFAULT '0' NOT NULL,
	customer_acw_count INTEGER DEFAULT '0' NOT NULL,
	customer_acw_duration INTEGER DEFAULT '0' NOT NULL,
	post_cons_xfer_talk_count INTEGER DEFAULT '0' NOT NULL,
	post_cons_xfer_talk_duration INTEGER DEFAULT '0' NOT NULL,
	post_cons_xfer_hold_count INTEGER DEFAULT '0' NOT NULL,
	post_cons_xfer_hold_duration INTEGER DEFAULT '0' NOT NULL,
	post_cons_xfer_ring_count INTEGER DEFAULT '0' NOT NULL,
	post_cons_xfer_ring_duration INTEGER DEFAULT '0' NOT NULL,
	conf_init_talk_count INTEGER DEFAULT '0' NOT NULL,
	conf_init_talk_duration INTEGER DEFAULT '0' NOT NULL,
	conf_init_hold_count INTEGER DEFAULT '0' NOT NULL,
	conf_init_hold_duration INTEGER DEFAULT '0' NOT NULL,
	conf_join_ring_count INTEGER DEFAULT '0' NOT NULL,
	conf_join_ring_duration INTEGER DEFAULT '0' NOT NULL,
	conf_join_talk_count INTEGER DEFAULT '0' NOT NULL,
	conf_join_talk_duration INTEGER DEFAULT '0' NOT NULL,
	conf_join_hold_count INTEGER DEFAULT '0' NOT NULL,
	conf_join_hold_duration INTEGER DEFAULT '0' NOT NULL,
	cons_init_dial_count INTEGER DEFAULT '0' NOT NULL,
	cons_init_dial_duration INTEGER DEFAULT '0' NOT NULL,
	cons_init_talk_count INTEGER DEFAULT '0' NOT NULL,
	cons_init_talk_duration INTEGER DEFAULT '0' NOT NULL,
	cons_init_hold_count INTEGER DEFAULT '0' NOT NULL,
	cons_init_hold_duration INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_ring_count INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_ring_duration INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_talk_count INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_talk_duration INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_hold_count INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_hold_duration INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_acw_count INTEGER DEFAULT '0' NOT NULL,
	cons_rcv_acw_duration INTEGER DEFAULT '0' NOT NULL,
	agent_to_agent_cons_count INTEGER DEFAULT '0' NOT NULL,
	agent_to_agent_cons_duration INTEGER DEFAULT '0' NOT NULL,
	conference_initiated_count INTEGER DEFAULT '0' NOT NULL,
	handle_count INTEGER DEFAULT '0' NOT NULL,
	customer_handle_count INTEGER DEFAULT '0' NOT NULL,
	mediation_count INTEGER DEFAULT '0' NOT NULL,
	mediation_duration INTEGER DEFAULT '0' NOT NULL,
	previous_mediation_duration INTEGER DEFAULT '0' NOT NULL,
	routing_point_duration INTEGER DEFAULT '0' NOT NULL,
	queue_duration INTEGER DEFAULT '0' NOT NULL,
	ivr_port_duration INTEGER DEFAULT '0' NOT NULL,
	lead_clip_duration INTEGER DEFAULT '0' NOT NULL,
	trail_clip_duration INTEGER DEFAULT '0' NOT NULL,
	met_service_objective_flag SMALLINT DEFAULT '0' NOT NULL,
	short_abandoned_flag SMALLINT DEFAULT '0' NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER NOT NULL,
	active_flag SMALLINT DEFAULT '0' NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (interaction_resource_id, start_date_time_key),
	UNIQUE (natural_id, start_date_time_key)
);

CREATE INDEX ix_interaction_resource_fact_sdt ON interaction_resource_fact (start_date_time_key);

CREATE INDEX ix_interaction_resource_fact_update_audit_key ON interaction_resource_fact (update_audit_key);

CREATE INDEX ix_irf_interaction_id ON interaction_resource_fact (interaction_id);

CREATE TABLE interaction_resource_state (
	interaction_resource_state_key INTEGER NOT NULL,
	state_name VARCHAR(64) NOT NULL,
	state_name_code VARCHAR(32) NOT NULL,
	state_role VARCHAR(64) NOT NULL,
	state_role_code VARCHAR(32) NOT NULL,
	state_descriptor VARCHAR(64) NOT NULL,
	state_descriptor_code VARCHAR(32) NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (interaction_resource_state_key),
	UNIQUE (state_name_code, state_role_code, state_descriptor_code)
);

CREATE INDEX ix_interaction_resource_state_update_audit_key ON interaction_resource_state (update_audit_key);

CREATE TABLE interaction_type (
	interaction_type_key INTEGER NOT NULL,
	interaction_type VARCHAR(64) NOT NULL,
	interaction_type_code VARCHAR(32) NOT NULL,
	interaction_subtype VARCHAR(64) NOT NULL,
	interaction_subtype_code VARCHAR(32) NOT NULL,
	"ignore" SMALLINT DEFAULT '0' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (interaction_type_key)
);

CREATE INDEX ix_interaction_type_update_audit_key ON interaction_type (update_audit_key);

CREATE TABLE ixn_resource_state_fact (
	ixn_resource_state_fact_key INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	media_resource_key INTEGER DEFAULT '-2' NOT NULL,
	place_key INTEGER DEFAULT '-2' NOT NULL,
	interaction_resource_state_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	interaction_resource_id INTEGER NOT NULL,
	interaction_resource_sdt_key INTEGER NOT NULL,
	interaction_id INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	natural_id VARCHAR(50) NOT NULL,
	total_duration INTEGER NOT NULL,
	lead_clip_duration INTEGER DEFAULT '0' NOT NULL,
	trail_clip_duration INTEGER DEFAULT '0' NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER NOT NULL,
	active_flag SMALLINT DEFAULT '0' NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (ixn_resource_state_fact_key, start_date_time_key),
	UNIQUE (natural_id, ordinal, start_date_time_key)
);

CREATE INDEX ix_irsf_interaction_id ON ixn_resource_state_fact (interaction_id);

CREATE INDEX ix_ixn_resource_state_fact_sdt ON ixn_resource_state_fact (start_date_time_key);

CREATE INDEX ix_ixn_resource_state_fact_update_audit_key ON ixn_resource_state_fact (update_audit_key);

CREATE TABLE media_type (
	media_type_key INTEGER NOT NULL,
	media_name VARCHAR(64) NOT NULL,
	media_name_code VARCHAR(32) NOT NULL,
	is_online SMALLINT NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (media_type_key)
);

CREATE INDEX ix_media_type_update_audit_key ON media_type (update_audit_key);

CREATE TABLE mediation_segment_fact (
	mediation_segment_id INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	interaction_type_key INTEGER NOT NULL,
	media_type_key INTEGER NOT NULL,
	technical_descriptor_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	resource_group_combination_key INTEGER DEFAULT '-1' NOT NULL,
	place_key INTEGER DEFAULT '-2' NOT NULL,
	workbin_key INTEGER DEFAULT '-2' NOT NULL,
	interaction_descriptor_key INTEGER DEFAULT '-2' NOT NULL,
	interaction_id INTEGER NOT NULL,
	interaction_sdt_key INTEGER NOT NULL,
	ixn_resource_id INTEGER,
	ixn_resource_sdt_key INTEGER,
	target_ixn_resource_id INTEGER,
	target_ixn_resource_sdt_key INTEGER,
	mediation_guid VARCHAR(50) NOT NULL,
	media_server_ixn_guid VARCHAR(50),
	mediation_duration INTEGER NOT NULL,
	met_threshold_flag SMALLINT DEFAULT '0' NOT NULL,
	short_abandoned_flag SMALLINT DEFAULT '0' NOT NULL,
	entry_ordinal INTEGER DEFAULT '1' NOT NULL,
	online_flag SMALLINT DEFAULT '0' NOT NULL,
	userdata_flag SMALLINT DEFAULT '0' NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER NOT NULL,
	active_flag SMALLINT DEFAULT '0' NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (mediation_segment_id, start_date_time_key),
	UNIQUE (mediation_guid, start_date_time_key)
);

CREATE INDEX ix_mediation_segment_fact_sdt ON mediation_segment_fact (start_date_time_key);

CREATE INDEX ix_mediation_segment_fact_update_audit_key ON mediation_segment_fact (update_audit_key);

CREATE INDEX ix_msf_interaction_id ON mediation_segment_fact (interaction_id);

CREATE TABLE place (
	place_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	place_name VARCHAR(255) NOT NULL,
	place_cfg_dbid INTEGER NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER DEFAULT '2147483647' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (place_key)
);

CREATE INDEX ix_place_update_audit_key ON place (update_audit_key);

CREATE TABLE resource_ (
	resource_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	resource_type VARCHAR(64) NOT NULL,
	resource_type_code VARCHAR(32) NOT NULL,
	resource_subtype VARCHAR(64) NOT NULL,
	resource_subtype_code VARCHAR(32) NOT NULL,
	resource_name VARCHAR(255) NOT NULL,
	resource_alias VARCHAR(255),
	resource_cfg_type_id INTEGER NOT NULL,
	resource_cfg_dbid INTEGER NOT NULL,
	switch_cfg_dbid INTEGER,
	switch_name VARCHAR(255),
	network_resource_flag SMALLINT DEFAULT '0' NOT NULL,
	employee_id VARCHAR(255),
	agent_first_name VARCHAR(255),
	agent_last_name VARCHAR(255),
	start_ts INTEGER NOT NULL,
	end_ts INTEGER DEFAULT '2147483647' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (resource_key),
	UNIQUE (resource_cfg_type_id, resource_cfg_dbid)
);

CREATE INDEX ix_resource__update_audit_key ON resource_ (update_audit_key);

CREATE TABLE resource_group_combination (
	group_combination_key INTEGER NOT NULL,
	group_key INTEGER NOT NULL,
	group_set TEXT NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (group_combination_key, group_key)
);

CREATE INDEX ix_resource_group_combination_group_set ON resource_group_combination (group_set);

CREATE INDEX ix_resource_group_combination_update_audit_key ON resource_group_combination (update_audit_key);

CREATE TABLE resource_group_fact_ (
	resource_group_fact_key INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER DEFAULT '2147483647' NOT NULL,
	tenant_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	group_key INTEGER NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER DEFAULT '2147483647' NOT NULL,
	active_flag SMALLINT DEFAULT '1' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (resource_group_fact_key, start_date_time_key)
);

CREATE INDEX ix_resource_group_fact__update_audit_key ON resource_group_fact_ (update_audit_key);

CREATE INDEX ix_resource_group_fact_natural ON resource_group_fact_ (resource_key, group_key, start_ts);

CREATE TABLE resource_skill_fact_ (
	resource_skill_fact_key INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER DEFAULT '2147483647' NOT NULL,
	tenant_key INTEGER NOT NULL,
	resource_key INTEGER NOT NULL,
	skill_key INTEGER NOT NULL,
	skill_level INTEGER NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER DEFAULT '2147483647' NOT NULL,
	active_flag SMALLINT DEFAULT '1' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (resource_skill_fact_key, start_date_time_key)
);

CREATE INDEX ix_resource_skill_fact__update_audit_key ON resource_skill_fact_ (update_audit_key);

CREATE INDEX ix_resource_skill_fact_natural ON resource_skill_fact_ (resource_key, skill_key, start_ts);

CREATE TABLE resource_state (
	resource_state_key INTEGER NOT NULL,
	state_type VARCHAR(64) NOT NULL,
	state_type_code VARCHAR(32) NOT NULL,
	state_name VARCHAR(64) NOT NULL,
	state_name_code VARCHAR(32) NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (resource_state_key)
);

CREATE INDEX ix_resource_state_update_audit_key ON resource_state (update_audit_key);

CREATE TABLE resource_state_reason (
	resource_state_reason_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	reason_type VARCHAR(64) NOT NULL,
	reason_type_code VARCHAR(32) NOT NULL,
	hardware_reason VARCHAR(255) NOT NULL,
	software_reason_key VARCHAR(255) NOT NULL,
	software_reason_value VARCHAR(255) NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (resource_state_reason_key),
	UNIQUE (tenant_key, reason_type_code, hardware_reason, software_reason_key, software_reason_value)
);

CREATE INDEX ix_resource_state_reason_update_audit_key ON resource_state_reason (update_audit_key);

CREATE TABLE routing_target (
	routing_target_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	routing_target_type VARCHAR(64) NOT NULL,
	routing_target_type_code VARCHAR(32) NOT NULL,
	agent_group_name VARCHAR(255) DEFAULT 'none' NOT NULL,
	place_group_name VARCHAR(255) DEFAULT 'none' NOT NULL,
	skill_expression VARCHAR(255) DEFAULT 'none' NOT NULL,
	target_object_selected VARCHAR(255) DEFAULT 'none' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (routing_target_key)
);

CREATE INDEX ix_routing_target_update_audit_key ON routing_target (update_audit_key);

CREATE TABLE skill (
	skill_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	skill_name VARCHAR(255) NOT NULL,
	skill_cfg_dbid INTEGER NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER DEFAULT '2147483647' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (skill_key)
);

CREATE INDEX ix_skill_update_audit_key ON skill (update_audit_key);

CREATE TABLE sm_res_session_fact (
	sm_res_session_fact_key INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER DEFAULT '-1' NOT NULL,
	resource_key INTEGER DEFAULT '-1' NOT NULL,
	resource_group_combination_key INTEGER DEFAULT '-1' NOT NULL,
	natural_id VARCHAR(50) NOT NULL,
	total_duration INTEGER NOT NULL,
	lead_clip_duration INTEGER DEFAULT '0' NOT NULL,
	trail_clip_duration INTEGER DEFAULT '0' NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER NOT NULL,
	active_flag SMALLINT DEFAULT '0' NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (sm_res_session_fact_key, start_date_time_key),
	UNIQUE (natural_id, start_date_time_key)
);

CREATE INDEX ix_sm_res_session_fact_sdt ON sm_res_session_fact (start_date_time_key);

CREATE INDEX ix_sm_res_session_fact_update_audit_key ON sm_res_session_fact (update_audit_key);

CREATE INDEX ix_sm_res_session_resource ON sm_res_session_fact (resource_key, start_ts);

CREATE TABLE sm_res_state_fact (
	sm_res_state_fact_key INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER DEFAULT '-1' NOT NULL,
	resource_key INTEGER DEFAULT '-1' NOT NULL,
	resource_group_combination_key INTEGER DEFAULT '-1' NOT NULL,
	resource_state_key INTEGER NOT NULL,
	sm_res_session_fact_key INTEGER NOT NULL,
	sm_res_session_fact_sdt_key INTEGER NOT NULL,
	natural_id VARCHAR(50) NOT NULL,
	total_duration INTEGER NOT NULL,
	lead_clip_duration INTEGER DEFAULT '0' NOT NULL,
	trail_clip_duration INTEGER DEFAULT '0' NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER NOT NULL,
	active_flag SMALLINT DEFAULT '0' NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (sm_res_state_fact_key, start_date_time_key),
	UNIQUE (natural_id, start_ts, start_date_time_key)
);

CREATE INDEX ix_sm_res_state_fact_sdt ON sm_res_state_fact (start_date_time_key);

CREATE INDEX ix_sm_res_state_fact_update_audit_key ON sm_res_state_fact (update_audit_key);

CREATE TABLE sm_res_state_reason_fact (
	sm_res_state_reason_fact_key INTEGER NOT NULL,
	start_date_time_key INTEGER NOT NULL,
	end_date_time_key INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	media_type_key INTEGER DEFAULT '-1' NOT NULL,
	resource_key INTEGER DEFAULT '-1' NOT NULL,
	resource_group_combination_key INTEGER DEFAULT '-1' NOT NULL,
	resource_state_key INTEGER NOT NULL,
	resource_state_reason_key INTEGER NOT NULL,
	sm_res_session_fact_key INTEGER NOT NULL,
	sm_res_session_fact_sdt_key INTEGER NOT NULL,
	sm_res_state_fact_key INTEGER NOT NULL,
	sm_res_state_fact_sdt_key INTEGER NOT NULL,
	natural_id VARCHAR(50) NOT NULL,
	total_duration INTEGER NOT NULL,
	lead_clip_duration INTEGER DEFAULT '0' NOT NULL,
	trail_clip_duration INTEGER DEFAULT '0' NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER NOT NULL,
	active_flag SMALLINT DEFAULT '0' NOT NULL,
	purge_flag SMALLINT DEFAULT '0' NOT NULL,
	producer_batch_id INTEGER,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (sm_res_state_reason_fact_key, start_date_time_key),
	UNIQUE (natural_id, start_ts, resource_state_reason_key, start_date_time_key)
);

CREATE INDEX ix_sm_res_state_reason_fact_sdt ON sm_res_state_reason_fact (start_date_time_key);

CREATE INDEX ix_sm_res_state_reason_fact_update_audit_key ON sm_res_state_reason_fact (update_audit_key);

CREATE TABLE technical_descriptor (
	technical_descriptor_key INTEGER NOT NULL,
	technical_result VARCHAR(255) NOT NULL,
	technical_result_code VARCHAR(32) NOT NULL,
	result_reason VARCHAR(255) NOT NULL,
	result_reason_code VARCHAR(32) NOT NULL,
	resource_role VARCHAR(255) NOT NULL,
	resource_role_code VARCHAR(32) NOT NULL,
	role_reason VARCHAR(255) NOT NULL,
	role_reason_code VARCHAR(32) NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (technical_descriptor_key),
	UNIQUE (technical_result_code, result_reason_code, resource_role_code, role_reason_code)
);

CREATE INDEX ix_technical_descriptor_update_audit_key ON technical_descriptor (update_audit_key);

CREATE TABLE tenant (
	tenant_key INTEGER NOT NULL,
	tenant_name VARCHAR(255) NOT NULL,
	tenant_cfg_dbid INTEGER NOT NULL,
	start_ts INTEGER NOT NULL,
	end_ts INTEGER DEFAULT '2147483647' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (tenant_key)
);

CREATE INDEX ix_tenant_update_audit_key ON tenant (update_audit_key);

CREATE TABLE time_range (
	time_range_key INTEGER NOT NULL,
	range_name VARCHAR(255) NOT NULL,
	range_lower_bound INTEGER NOT NULL,
	range_upper_bound INTEGER NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (time_range_key)
);

CREATE INDEX ix_time_range_update_audit_key ON time_range (update_audit_key);

CREATE TABLE user_data_cust_dim_1 (
	id INTEGER NOT NULL,
	tenant_key INTEGER NOT NULL,
	dim_attribute_1 VARCHAR(255) DEFAULT 'none' NOT NULL,
	dim_attribute_2 VARCHAR(255) DEFAULT 'none' NOT NULL,
	dim_attribute_3 VARCHAR(255) DEFAULT 'none' NOT NULL,
	dim_attribute_4 VARCHAR(255) DEFAULT 'none' NOT NULL,
	dim_attribute_5 VARCHAR(255) DEFAULT 'none' NOT NULL,
	create_audit_key INTEGER NOT NULL,
	update_audit_key INTEGER NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_user_data_cust_dim_1_update_audit_key ON user_data_cust_dim_1 (update_audit_key);
