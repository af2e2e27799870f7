-- Alarms and their outbox.

CREATE TABLE gim_manager.mgr_alarm (
	id BIGSERIAL NOT NULL,
	rule VARCHAR(64) NOT NULL,
	subject TEXT NOT NULL,
	message TEXT NOT NULL,
	raised_at BIGINT NOT NULL,
	absent_since BIGINT,
	reminded_at BIGINT,
	cleared_at BIGINT,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ux_mgr_alarm_raised ON gim_manager.mgr_alarm (rule, subject) WHERE cleared_at IS NULL;

CREATE TABLE gim_manager.mgr_alarm_delivery (
	id BIGSERIAL NOT NULL,
	alarm_id BIGINT NOT NULL,
	channel VARCHAR(64) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	created_at BIGINT NOT NULL,
	attempts INTEGER DEFAULT '0' NOT NULL,
	next_try_at BIGINT NOT NULL,
	error TEXT,
	delivered_at BIGINT,
	dropped_at BIGINT,
	PRIMARY KEY (id)
);

CREATE INDEX ix_mgr_alarm_delivery_alarm ON gim_manager.mgr_alarm_delivery (alarm_id);

CREATE INDEX ix_mgr_alarm_delivery_waiting ON gim_manager.mgr_alarm_delivery (channel, id) WHERE delivered_at IS NULL AND dropped_at IS NULL;
