-- what: The SUBHOUR rows of H_I_STATE_RSN for the pending intervals that begin between :first and :last, whole, from the facts.
-- grain: one row an agent, media type, group combination, state and reason, and each interval that the reason touched.
-- reads: agr_pending, sm_res_state_reason_fact, media_type
-- writes: agt_i_state_rsn_subhr

-- step: build
-- Interval (A03): as the states of H_I_SESS_STATE, within which reasons lie.
INSERT INTO AGT_I_STATE_RSN_SUBHR (
    DATE_TIME_KEY, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, RESOURCE_STATE_KEY,
    RESOURCE_STATE_REASON_KEY,
    STATE_RSN_TIME, STATE_RSN, STATE_RSN_CARRIED
)
WITH span AS (
    SELECT
        f.TENANT_KEY, f.MEDIA_TYPE_KEY, f.RESOURCE_KEY, f.RESOURCE_GROUP_COMBINATION_KEY, f.RESOURCE_STATE_KEY,
        f.RESOURCE_STATE_REASON_KEY,
        f.START_TS, f.END_TS
    FROM SM_RES_STATE_REASON_FACT f
    WHERE f.START_DATE_TIME_KEY > :first - :longest_state - 900 AND f.START_DATE_TIME_KEY < :end
      AND f.END_TS >= :first AND f.PURGE_FLAG = 0
      AND f.MEDIA_TYPE_KEY NOT IN (SELECT MEDIA_TYPE_KEY FROM MEDIA_TYPE WHERE IS_ONLINE = :left_out)
),

-- part: pieces

SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, RESOURCE_STATE_KEY,
    RESOURCE_STATE_REASON_KEY,
    SUM(spent),
    COUNT(*),
    SUM(carried)
FROM piece
GROUP BY
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, RESOURCE_STATE_KEY,
    RESOURCE_STATE_REASON_KEY;
