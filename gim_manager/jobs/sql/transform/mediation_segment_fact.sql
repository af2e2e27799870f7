-- what: Computes MEDIATION_SEGMENT_FACT for a chunk (T05).
-- grain: one row a stay in an ACD queue, at a routing point (its PARTYID) or in a virtual queue (its VQID).
-- reads: t_stay, t_target, t_leg, t_measure, key_interaction_fact, key_interaction_resource_fact, key_mediation_segment_fact
-- writes: new_mediation_segment_fact

-- step: compute
CREATE TEMP TABLE new_mediation_segment_fact AS
SELECT
    k.FACT_KEY AS MEDIATION_SEGMENT_ID, k.IS_NEW,
    stay.START_DATE_TIME_KEY,
    stay.END_TS - stay.END_TS % 900 AS END_DATE_TIME_KEY,
    stay.TENANT_KEY, stay.INTERACTION_TYPE_KEY, stay.MEDIA_TYPE_KEY,
    COALESCE(result.TECHNICAL_DESCRIPTOR_KEY, -1) AS TECHNICAL_DESCRIPTOR_KEY,
    stay.RESOURCE_KEY,
    COALESCE(g.GROUP_COMBINATION_KEY, -1) AS RESOURCE_GROUP_COMBINATION_KEY,
    COALESCE(described.INTERACTION_DESCRIPTOR_KEY, -2) AS INTERACTION_DESCRIPTOR_KEY,
    i.FACT_KEY AS INTERACTION_ID,
    i.START_DATE_TIME_KEY AS INTERACTION_SDT_KEY,
    irf.FACT_KEY AS TARGET_IXN_RESOURCE_ID,
    irf.START_DATE_TIME_KEY AS TARGET_IXN_RESOURCE_SDT_KEY,
    stay.MEDIATION_GUID,
    stay.CALLID AS MEDIA_SERVER_IXN_GUID,
    stay.END_TS - stay.START_TS AS MEDIATION_DURATION,
    CASE WHEN m.TALK_COUNT = 1 AND leg.START_TS + m.RING_DURATION - stay.START_TS <= :accepted_threshold THEN 1 ELSE 0 END AS MET_THRESHOLD_FLAG,
    CASE WHEN stay.RESULT = 'ABANDONED' AND stay.END_TS - stay.START_TS < :short_threshold THEN 1 ELSE 0 END AS SHORT_ABANDONED_FLAG,
    stay.ENTRY_ORDINAL,
    1 AS ONLINE_FLAG,
    CASE WHEN described.ROOTIRID IS NULL THEN 0 ELSE 1 END AS USERDATA_FLAG,
    stay.START_TS, stay.END_TS
FROM t_stay stay
JOIN key_mediation_segment_fact k ON k.MEDIATION_GUID = stay.MEDIATION_GUID AND k.START_DATE_TIME_KEY = stay.START_DATE_TIME_KEY
JOIN key_interaction_fact i ON i.MEDIA_SERVER_ROOT_IXN_GUID = stay.ROOTIRID
LEFT JOIN t_target target ON target.MEDIATION_GUID = stay.MEDIATION_GUID
LEFT JOIN t_leg leg ON leg.NATURAL_ID = target.NATURAL_ID
LEFT JOIN t_measure m ON m.NATURAL_ID = target.NATURAL_ID
LEFT JOIN key_interaction_resource_fact irf
  ON irf.NATURAL_ID = leg.NATURAL_ID AND irf.START_DATE_TIME_KEY = leg.START_DATE_TIME_KEY
LEFT JOIN t_result result ON result.NATURAL_ID = stay.MEDIATION_GUID
LEFT JOIN t_groups g ON g.RESOURCE_KEY = stay.RESOURCE_KEY AND g.START_TS = stay.START_TS
LEFT JOIN t_described described ON described.ROOTIRID = stay.ROOTIRID;
