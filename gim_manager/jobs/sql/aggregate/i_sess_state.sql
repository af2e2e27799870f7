-- what: The SUBHOUR rows of H_I_SESS_STATE for the pending intervals between :first and :last, whole, from the facts.
-- grain: one row an agent, media type and group combination, and each interval that the agent's states touched.
-- reads: agr_pending, sm_res_state_fact, resource_state
-- writes: agt_i_sess_state_subhr

-- step: forget
DELETE FROM AGT_I_SESS_STATE_SUBHR
WHERE DATE_TIME_KEY BETWEEN :first AND :last
  AND DATE_TIME_KEY IN (SELECT DATE_TIME_KEY FROM AGR_PENDING WHERE HIERARCHY = 'H_I_SESS_STATE' AND AGG_LEVEL = 'SUBHOUR');

-- step: build
-- Interval (A03): a state's time is clipped to each interval, and the state counts in every interval that it touched. No state
-- is longer than its session, and no session longer than :longest seconds (T13): that bounds how far back an index must look.
INSERT INTO AGT_I_SESS_STATE_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY,
    ACTIVE_TIME, READY_TIME, NOT_READY_TIME, BUSY_TIME, WRAP_TIME,
    READY, READY_CARRIED, NOT_READY, NOT_READY_CARRIED, BUSY, BUSY_CARRIED, WRAP, WRAP_CARRIED
)
WITH piece AS (
    SELECT
        p.DATE_TIME_KEY AS interval_key,
        f.TENANT_KEY, f.MEDIA_TYPE_KEY, f.RESOURCE_KEY, f.RESOURCE_GROUP_COMBINATION_KEY,
        s.STATE_NAME_CODE AS state,
        CASE WHEN f.END_TS < p.DATE_TIME_KEY + :seconds THEN f.END_TS ELSE p.DATE_TIME_KEY + :seconds END
            - CASE WHEN f.START_TS > p.DATE_TIME_KEY THEN f.START_TS ELSE p.DATE_TIME_KEY END AS spent,
        CASE WHEN f.START_TS < p.DATE_TIME_KEY THEN 1 ELSE 0 END AS carried
    FROM AGR_PENDING p
    JOIN SM_RES_STATE_FACT f
      ON f.START_DATE_TIME_KEY >= p.DATE_TIME_KEY - :longest AND f.START_DATE_TIME_KEY < p.DATE_TIME_KEY + :seconds
     -- A state of no length touches the interval in which it stands.
     AND (f.END_TS > p.DATE_TIME_KEY OR f.START_TS >= p.DATE_TIME_KEY)
    JOIN RESOURCE_STATE s ON s.RESOURCE_STATE_KEY = f.RESOURCE_STATE_KEY
    WHERE p.HIERARCHY = 'H_I_SESS_STATE' AND p.AGG_LEVEL = 'SUBHOUR' AND p.DATE_TIME_KEY BETWEEN :first AND :last
      AND f.PURGE_FLAG = 0 AND s.STATE_NAME_CODE IN ('READY', 'NOTREADY', 'BUSY', 'ACW')
)

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
