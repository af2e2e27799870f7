-- Jobs run one by one.

CREATE TABLE gim_manager.mgr_one_by_one (
	id BIGSERIAL NOT NULL,
	owner VARCHAR(255) NOT NULL,
	host VARCHAR(255),
	since BIGINT NOT NULL,
	put_back TEXT NOT NULL,
	steps TEXT NOT NULL,
	ended_at BIGINT,
	ended_by VARCHAR(255),
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ux_mgr_one_by_one_in_force ON gim_manager.mgr_one_by_one ((ended_at IS NULL)) WHERE ended_at IS NULL;
