-- what: The SUBHOUR rows of H_I_SESS_STATE for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row an agent, media type and group combination, and each interval that the agent's states touched.
-- reads: agr_pending, sm_res_state_fact, resource_state, media_type
-- writes: agt_i_sess_state_subhr

-- step: build
-- Interval (A03): a state's time is clipped to each interval, and the state counts in every interval that it touched. No state
-- is longer than :longest_state seconds (T13): that bounds how far back an index must look.
INSERT INTO AGT_I_SESS_STATE_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY,
    ACTIVE_TIME, READY_TIME, NOT_READY_TIME, BUSY_TIME, WRAP_TIME,
    READY, READY_CARRIED, NOT_READY, NOT_READY_CARRIED, BUSY, BUSY_CARRIED, WRAP, WRAP_CARRIED
)
WITH span AS (
    SELECT
        f.TENANT_KEY, f.MEDIA_TYPE_KEY, f.RESOURCE_KEY, f.RESOURCE_GROUP_COMBINATION_KEY, s.STATE_NAME_CODE AS state,
        f.START_TS, f.END_TS
    FROM SM_RES_STATE_FACT f
    JOIN RESOURCE_STATE s ON s.RESOURCE_STATE_KEY = f.RESOURCE_STATE_KEY
    WHERE f.START_DATE_TIME_KEY > :first - :longest_state - 900 AND f.START_DATE_TIME_KEY < :end
      AND f.END_TS >= :first AND f.PURGE_FLAG = 0 AND s.STATE_NAME_CODE IN ('READY', 'NOTREADY', 'BUSY', 'ACW')
      AND f.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
),

-- part: pieces

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY,
    SUM(spent),
    SUM(CASE WHEN state = 'READY' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'NOTREADY' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'BUSY' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'ACW' THEN spent ELSE 0 END),
    SUM(CASE WHEN state = 'READY' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'READY' THEN carried ELSE 0 END),
    SUM(CASE WHEN state = 'NOTREADY' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'NOTREADY' THEN carried ELSE 0 END),
    SUM(CASE WHEN state = 'BUSY' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'BUSY' THEN carried ELSE 0 END),
    SUM(CASE WHEN state = 'ACW' THEN 1 ELSE 0 END),
    SUM(CASE WHEN state = 'ACW' THEN carried ELSE 0 END)
FROM piece
GROUP BY interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY;
