-- The maintenance hold. No program has written the table that it replaces.

DROP TABLE gim_manager.mgr_hold;

CREATE TABLE gim_manager.mgr_hold (
	id BIGSERIAL NOT NULL,
	owner VARCHAR(255) NOT NULL,
	host VARCHAR(255),
	since BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	state VARCHAR(64) NOT NULL,
	run_id BIGINT,
	reason TEXT,
	ended_at BIGINT,
	ended_by VARCHAR(255),
	PRIMARY KEY (id),
	CONSTRAINT ck_mgr_hold_state CHECK (state IN ('ended', 'held', 'maintaining', 'resuming', 'waiting')),
	CONSTRAINT ck_mgr_hold_end CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
	CONSTRAINT ck_mgr_hold_run CHECK (state NOT IN ('maintaining', 'resuming') OR run_id IS NOT NULL)
);

CREATE UNIQUE INDEX ux_mgr_hold_in_force ON gim_manager.mgr_hold ((ended_at IS NULL)) WHERE ended_at IS NULL;
