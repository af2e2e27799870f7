-- what: Finds interactions that ended before the cutoff, in t_purged; one of which any fact is active or younger is not among them. None begins a fact :active_seconds after it ended, so later partitions are not asked (M01).
-- grain: at most :limit interactions that touch one of the spans in t_edge.
-- reads: interaction_fact, interaction_resource_fact, mediation_segment_fact, ixn_resource_state_fact
-- writes: nothing

-- step: chosen
CREATE TEMP TABLE t_purged AS
SELECT i.INTERACTION_ID
FROM INTERACTION_FACT i
WHERE i.START_DATE_TIME_KEY < :cutoff AND i.END_TS < :cutoff
  AND i.ACTIVE_FLAG = 0
  AND EXISTS (SELECT 1 FROM t_edge e WHERE i.START_DATE_TIME_KEY < e.HIGH AND i.END_TS >= e.LOW)
  AND NOT EXISTS (
      SELECT 1 FROM INTERACTION_RESOURCE_FACT f
      WHERE f.INTERACTION_ID = i.INTERACTION_ID AND f.START_DATE_TIME_KEY < :cutoff + :active_seconds
        AND (f.END_TS >= :cutoff OR f.ACTIVE_FLAG = 1)
  )
  AND NOT EXISTS (
      SELECT 1 FROM MEDIATION_SEGMENT_FACT f
      WHERE f.INTERACTION_ID = i.INTERACTION_ID AND f.START_DATE_TIME_KEY < :cutoff + :active_seconds
        AND (f.END_TS >= :cutoff OR f.ACTIVE_FLAG = 1)
  )
  AND NOT EXISTS (
      SELECT 1 FROM IXN_RESOURCE_STATE_FACT f
      WHERE f.INTERACTION_ID = i.INTERACTION_ID AND f.START_DATE_TIME_KEY < :cutoff + :active_seconds
        AND (f.END_TS >= :cutoff OR f.ACTIVE_FLAG = 1)
  )
ORDER BY i.INTERACTION_ID
LIMIT :limit;

-- step: index
CREATE INDEX tx_purged ON t_purged (INTERACTION_ID);

-- step: statistics
ANALYZE t_purged;
