-- Who led the schedule, from when to when.

CREATE TABLE gim_manager.mgr_duty (
	id BIGSERIAL NOT NULL,
	server VARCHAR(255) NOT NULL,
	since BIGINT NOT NULL,
	until BIGINT,
	PRIMARY KEY (id)
);

CREATE INDEX ix_mgr_duty_since ON gim_manager.mgr_duty (since);
