-- what: Computes SM_RES_STATE_FACT for a chunk (T08).
-- grain: one row a winning state of a session; the rows tile the session.
-- reads: t_sm_state, new_sm_res_session_fact, key_sm_res_state_fact, resource_state
-- writes: new_sm_res_state_fact

-- step: compute
CREATE TEMP TABLE new_sm_res_state_fact AS
SELECT
    k.FACT_KEY AS SM_RES_STATE_FACT_KEY, k.IS_NEW,
    s.START_DATE_TIME_KEY,
    s.END_TS - s.END_TS % 900 AS END_DATE_TIME_KEY,
    session.TENANT_KEY, session.MEDIA_TYPE_KEY, session.RESOURCE_KEY, session.RESOURCE_GROUP_COMBINATION_KEY,
    COALESCE(state.RESOURCE_STATE_KEY, -1) AS RESOURCE_STATE_KEY,
    session.SM_RES_SESSION_FACT_KEY,
    session.START_DATE_TIME_KEY AS SM_RES_SESSION_FACT_SDT_KEY,
    s.NATURAL_ID,
    s.END_TS - s.START_TS AS TOTAL_DURATION,
    s.START_TS % 900 AS LEAD_CLIP_DURATION,
    900 - s.END_TS % 900 AS TRAIL_CLIP_DURATION,
    s.START_TS, s.END_TS, s.ACTIVE_FLAG
FROM t_sm_state s
JOIN new_sm_res_session_fact session ON session.NATURAL_ID = s.NATURAL_ID
JOIN key_sm_res_state_fact k
  ON k.NATURAL_ID = s.NATURAL_ID AND k.START_TS = s.START_TS AND k.START_DATE_TIME_KEY = s.START_DATE_TIME_KEY
LEFT JOIN RESOURCE_STATE state ON state.STATE_NAME_CODE = s.STATE;

-- step: states are found by session and start
CREATE INDEX tx_new_state ON new_sm_res_state_fact (NATURAL_ID, START_TS);
