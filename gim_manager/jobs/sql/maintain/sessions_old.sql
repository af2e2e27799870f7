-- what: Finds agent sessions that ended before the cutoff, in t_purged (M01).
-- grain: at most :limit sessions that touch one of the spans in t_edge.
-- reads: sm_res_session_fact
-- writes: nothing

-- step: chosen
CREATE TEMP TABLE t_purged AS
SELECT NATURAL_ID
FROM SM_RES_SESSION_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND END_TS < :cutoff AND ACTIVE_FLAG = 0
  AND EXISTS (SELECT 1 FROM t_edge e WHERE START_DATE_TIME_KEY < e.HIGH AND END_TS >= e.LOW)
ORDER BY SM_RES_SESSION_FACT_KEY
LIMIT :limit;

-- step: index
CREATE INDEX tx_purged ON t_purged (NATURAL_ID);

-- step: statistics
ANALYZE t_purged;
