-- what: The places as they are configured (T02).
-- grain: one row a GC_PLACE.
-- reads: gidb_gc_place, tenant
-- writes: seen_place

-- step: see
CREATE TEMP TABLE seen_place AS
WITH ranked AS (
    SELECT c.*, ROW_NUMBER() OVER (PARTITION BY ID ORDER BY DATA_SOURCE_KEY DESC) AS RANK_ FROM GIDB_GC_PLACE c
)

SELECT
    COALESCE(t.TENANT_KEY, -1) AS TENANT_KEY,
    ranked.NAME AS PLACE_NAME,
    ranked.ID AS PLACE_CFG_DBID,
    ranked.CREATED_TS AS START_TS,
    CASE ranked.STATUS WHEN 2 THEN COALESCE(ranked.DELETED_TS, ranked.LASTCHANGE_TS, ranked.CREATED_TS) ELSE 2147483647 END AS END_TS
FROM ranked
LEFT JOIN TENANT t ON t.TENANT_CFG_DBID = ranked.TENANTID AND t.TENANT_KEY > 0
WHERE ranked.RANK_ = 1;
