-- what: Purges the interactions in t_purged with all their facts (M01).
-- grain: as interactions_old.
-- reads: t_purged
-- writes: ixn_resource_state_fact, mediation_segment_fact, interaction_resource_fact, interaction_fact

-- step: ixn_resource_state_fact
DELETE FROM IXN_RESOURCE_STATE_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: mediation_segment_fact
DELETE FROM MEDIATION_SEGMENT_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: interaction_resource_fact
DELETE FROM INTERACTION_RESOURCE_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: interaction_fact
DELETE FROM INTERACTION_FACT
WHERE START_DATE_TIME_KEY < :cutoff AND INTERACTION_ID IN (SELECT INTERACTION_ID FROM t_purged);

-- step: done
DROP TABLE t_purged;

-- step: done with edges
DROP TABLE t_edge;
