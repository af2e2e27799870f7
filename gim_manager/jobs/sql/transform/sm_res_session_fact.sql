-- what: Computes SM_RES_SESSION_FACT for a chunk (T08).
-- grain: one row an unbroken login of an agent on a media type, known by the LOGINSESSIONID that began it.
-- reads: t_session, t_groups, key_sm_res_session_fact
-- writes: new_sm_res_session_fact

-- step: compute
CREATE TEMP TABLE new_sm_res_session_fact AS
SELECT
    k.FACT_KEY AS SM_RES_SESSION_FACT_KEY, k.IS_NEW,
    s.START_DATE_TIME_KEY,
    s.END_TS - s.END_TS % 900 AS END_DATE_TIME_KEY,
    s.TENANT_KEY, s.MEDIA_TYPE_KEY, s.RESOURCE_KEY,
    COALESCE(g.GROUP_COMBINATION_KEY, -1) AS RESOURCE_GROUP_COMBINATION_KEY,
    s.NATURAL_ID,
    s.END_TS - s.START_TS AS TOTAL_DURATION,
    s.START_TS % 900 AS LEAD_CLIP_DURATION,
    900 - s.END_TS % 900 AS TRAIL_CLIP_DURATION,
    s.START_TS, s.END_TS, s.ACTIVE_FLAG
FROM t_session s
JOIN key_sm_res_session_fact k ON k.NATURAL_ID = s.NATURAL_ID AND k.START_DATE_TIME_KEY = s.START_DATE_TIME_KEY
LEFT JOIN t_groups g ON g.RESOURCE_KEY = s.RESOURCE_KEY AND g.START_TS = s.START_TS;

-- step: sessions are found by id
CREATE INDEX tx_new_session ON new_sm_res_session_fact (NATURAL_ID);
