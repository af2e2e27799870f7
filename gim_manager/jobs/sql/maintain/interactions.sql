-- what: Purges interactions that ended before the cutoff, whole: an interaction of which any fact is active or younger stays as it is (M01).
-- grain: at most :limit interactions with all their facts.
-- reads: interaction_fact, interaction_resource_fact, mediation_segment_fact, ixn_resource_state_fact
-- writes: ixn_resource_state_fact, mediation_segment_fact, interaction_resource_fact, interaction_fact

-- step: chosen
CREATE TEMP TABLE t_purged AS
SELECT i.INTERACTION_ID
FROM INTERACTION_FACT i
WHERE i.END_TS < :cutoff
  AND i.ACTIVE_FLAG = 0
  AND NOT EXISTS (
      SELECT 1 FROM INTERACTION_RESOURCE_FACT f
      WHERE f.INTERACTION_ID = i.INTERACTION_ID AND (f.END_TS >= :cutoff OR f.ACTIVE_FLAG = 1)
  )
  AND NOT EXISTS (
      SELECT 1 FROM MEDIATION_SEGMENT_FACT f
      WHERE f.INTERACTION_ID = i.INTERACTION_ID AND (f.END_TS >= :cutoff OR f.ACTIVE_FLAG = 1)
  )
  AND NOT EXISTS (
      SELECT 1 FROM IXN_RESOURCE_STATE_FACT f
      WHERE f.INTERACTION_ID = i.INTERACTION_ID AND (f.END_TS >= :cutoff OR f.ACTIVE_FLAG = 1)
  )
ORDER BY i.INTERACTION_ID
LIMIT :limit;

-- step: statistics
ANALYZE t_purged;

-- step: ixn_resource_state_fact
DELETE FROM IXN_RESOURCE_STATE_FACT WHERE INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: mediation_segment_fact
DELETE FROM MEDIATION_SEGMENT_FACT WHERE INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: interaction_resource_fact
DELETE FROM INTERACTION_RESOURCE_FACT WHERE INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: interaction_fact
DELETE FROM INTERACTION_FACT WHERE INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: done
DROP TABLE t_purged;
