-- what: Purges agent sessions that ended before the cutoff, with their states and reasons (M01).
-- grain: at most :limit sessions.
-- reads: sm_res_session_fact
-- writes: sm_res_state_reason_fact, sm_res_state_fact, sm_res_session_fact

-- step: chosen
CREATE TEMP TABLE t_purged AS
SELECT NATURAL_ID
FROM SM_RES_SESSION_FACT
WHERE END_TS < :cutoff AND ACTIVE_FLAG = 0
ORDER BY SM_RES_SESSION_FACT_KEY
LIMIT :limit;

-- step: statistics
ANALYZE t_purged;

-- step: sm_res_state_reason_fact
DELETE FROM SM_RES_STATE_REASON_FACT WHERE NATURAL_ID IN (SELECT NATURAL_ID FROM t_purged);

-- step: sm_res_state_fact
DELETE FROM SM_RES_STATE_FACT WHERE NATURAL_ID IN (SELECT NATURAL_ID FROM t_purged);

-- step: sm_res_session_fact
DELETE FROM SM_RES_SESSION_FACT WHERE NATURAL_ID IN (SELECT NATURAL_ID FROM t_purged);

-- step: done
DROP TABLE t_purged;
