-- what: The groups of agents, places and DNs as they are configured (T02).
-- grain: one row a GC_GROUP.
-- reads: gidb_gc_group, tenant
-- writes: seen_group_

-- step: see
CREATE TEMP TABLE seen_group_ AS
WITH ranked AS (
    SELECT c.*, ROW_NUMBER() OVER (PARTITION BY ID ORDER BY DATA_SOURCE_KEY DESC) AS RANK_ FROM GIDB_GC_GROUP c
),

kind (TYPE, GROUP_TYPE, GROUP_TYPE_CODE, GROUP_CFG_TYPE_ID) AS (
    VALUES (1, 'Agent', 'AGENT', 5), (2, 'Place', 'PLACE', 6), (3, 'Queue', 'QUEUE', 17), (4, 'Access', 'ACCESS', 21)
)

SELECT
    COALESCE(t.TENANT_KEY, -1) AS TENANT_KEY,
    ranked.NAME AS GROUP_NAME,
    COALESCE(kind.GROUP_TYPE, 'Unknown') AS GROUP_TYPE,
    COALESCE(kind.GROUP_TYPE_CODE, 'UNKNOWN') AS GROUP_TYPE_CODE,
    ranked.ID AS GROUP_CFG_DBID,
    COALESCE(kind.GROUP_CFG_TYPE_ID, -1) AS GROUP_CFG_TYPE_ID,
    ranked.CREATED_TS AS START_TS,
    CASE ranked.STATUS WHEN 2 THEN COALESCE(ranked.DELETED_TS, ranked.LASTCHANGE_TS, ranked.CREATED_TS) ELSE 2147483647 END AS END_TS
FROM ranked
LEFT JOIN kind ON kind.TYPE = ranked.TYPE
LEFT JOIN TENANT t ON t.TENANT_CFG_DBID = ranked.TENANTID AND t.TENANT_KEY > 0
WHERE ranked.RANK_ = 1;
