-- what: Computes SM_RES_STATE_REASON_FACT for a chunk (T08).
-- grain: one row a stretch of a reason within a winning state.
-- reads: t_reason, new_sm_res_state_fact, key_sm_res_state_reason_fact
-- writes: new_sm_res_state_reason_fact

-- step: compute
CREATE TEMP TABLE new_sm_res_state_reason_fact AS
SELECT
    k.FACT_KEY AS SM_RES_STATE_REASON_FACT_KEY, k.IS_NEW,
    r.START_DATE_TIME_KEY,
    r.END_TS - r.END_TS % 900 AS END_DATE_TIME_KEY,
    state.TENANT_KEY, state.MEDIA_TYPE_KEY, state.RESOURCE_KEY, state.RESOURCE_GROUP_COMBINATION_KEY,
    state.RESOURCE_STATE_KEY,
    r.RESOURCE_STATE_REASON_KEY,
    state.SM_RES_SESSION_FACT_KEY, state.SM_RES_SESSION_FACT_SDT_KEY,
    state.SM_RES_STATE_FACT_KEY,
    state.START_DATE_TIME_KEY AS SM_RES_STATE_FACT_SDT_KEY,
    r.NATURAL_ID,
    r.END_TS - r.START_TS AS TOTAL_DURATION,
    r.START_TS % 900 AS LEAD_CLIP_DURATION,
    900 - r.END_TS % 900 AS TRAIL_CLIP_DURATION,
    r.START_TS, r.END_TS
FROM t_reason r
JOIN new_sm_res_state_fact state ON state.NATURAL_ID = r.NATURAL_ID AND state.START_TS = r.STATE_START_TS
JOIN key_sm_res_state_reason_fact k
  ON k.NATURAL_ID = r.NATURAL_ID AND k.START_TS = r.START_TS
 AND k.RESOURCE_STATE_REASON_KEY = r.RESOURCE_STATE_REASON_KEY AND k.START_DATE_TIME_KEY = r.START_DATE_TIME_KEY;
