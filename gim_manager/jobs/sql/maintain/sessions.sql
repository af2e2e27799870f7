-- what: Purges the agent sessions in t_purged with their states and reasons (M01).
-- grain: as sessions_old.
-- reads: t_purged
-- writes: sm_res_state_reason_fact, sm_res_state_fact, sm_res_session_fact

-- step: sm_res_state_reason_fact
DELETE FROM SM_RES_STATE_REASON_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND NATURAL_ID IN (SELECT NATURAL_ID FROM t_purged);

-- step: sm_res_state_fact
DELETE FROM SM_RES_STATE_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND NATURAL_ID IN (SELECT NATURAL_ID FROM t_purged);

-- step: sm_res_session_fact
DELETE FROM SM_RES_SESSION_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND NATURAL_ID IN (SELECT NATURAL_ID FROM t_purged);

-- step: done
DROP TABLE t_purged;

-- step: done with edges
DROP TABLE t_edge;
