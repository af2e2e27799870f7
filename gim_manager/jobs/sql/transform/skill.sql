-- what: The skills as they are configured (T02).
-- grain: one row a GC_SKILL.
-- reads: gidb_gc_skill, tenant
-- writes: seen_skill

-- step: see
CREATE TEMP TABLE seen_skill AS
WITH ranked AS (
    SELECT c.*, ROW_NUMBER() OVER (PARTITION BY ID ORDER BY DATA_SOURCE_KEY DESC) AS RANK_ FROM GIDB_GC_SKILL c
)

SELECT
    COALESCE(t.TENANT_KEY, -1) AS TENANT_KEY,
    ranked.NAME AS SKILL_NAME,
    ranked.ID AS SKILL_CFG_DBID,
    ranked.CREATED_TS AS START_TS,
    CASE ranked.STATUS WHEN 2 THEN COALESCE(ranked.DELETED_TS, ranked.LASTCHANGE_TS, ranked.CREATED_TS) ELSE 2147483647 END AS END_TS
FROM ranked
LEFT JOIN TENANT t ON t.TENANT_CFG_DBID = ranked.TENANTID AND t.TENANT_KEY > 0
WHERE ranked.RANK_ = 1;
