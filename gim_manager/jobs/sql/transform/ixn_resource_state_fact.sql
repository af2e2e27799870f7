-- what: Computes IXN_RESOURCE_STATE_FACT for a chunk (T07).
-- grain: one row a state of an INTERACTION_RESOURCE_FACT, or a stretch of after-call work behind it, in order.
-- reads: t_state, new_interaction_resource_fact, key_ixn_resource_state_fact, interaction_resource_state
-- writes: new_ixn_resource_state_fact

-- step: facts are found by party
CREATE INDEX tx_new_irf ON new_interaction_resource_fact (NATURAL_ID);

-- step: statistics of facts
ANALYZE new_interaction_resource_fact;

-- step: compute
CREATE TEMP TABLE new_ixn_resource_state_fact AS
SELECT
    k.FACT_KEY AS IXN_RESOURCE_STATE_FACT_KEY, k.IS_NEW,
    s.START_DATE_TIME_KEY,
    s.END_TS - s.END_TS % 900 AS END_DATE_TIME_KEY,
    irf.TENANT_KEY, irf.MEDIA_TYPE_KEY, irf.RESOURCE_KEY, irf.MEDIA_RESOURCE_KEY, irf.PLACE_KEY,
    COALESCE(state.INTERACTION_RESOURCE_STATE_KEY, -1) AS INTERACTION_RESOURCE_STATE_KEY,
    irf.INTERACTION_TYPE_KEY,
    irf.INTERACTION_RESOURCE_ID,
    irf.START_DATE_TIME_KEY AS INTERACTION_RESOURCE_SDT_KEY,
    irf.INTERACTION_ID,
    s.ORDINAL, s.NATURAL_ID,
    s.END_TS - s.START_TS AS TOTAL_DURATION,
    s.START_TS % 900 AS LEAD_CLIP_DURATION,
    900 - s.END_TS % 900 AS TRAIL_CLIP_DURATION,
    s.START_TS, s.END_TS
FROM t_state s
JOIN new_interaction_resource_fact irf ON irf.NATURAL_ID = s.NATURAL_ID
JOIN key_ixn_resource_state_fact k
  ON k.NATURAL_ID = s.NATURAL_ID AND k.ORDINAL = s.ORDINAL AND k.START_DATE_TIME_KEY = s.START_DATE_TIME_KEY
LEFT JOIN INTERACTION_RESOURCE_STATE state
  ON state.STATE_NAME_CODE = CASE s.STATE WHEN 'ACW' THEN 'WRAP' ELSE s.STATE END;
