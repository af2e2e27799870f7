-- what: The tenants as they are configured (T02).
-- grain: one row a GC_TENANT.
-- reads: gidb_gc_tenant
-- writes: seen_tenant

-- step: see
-- The row of the newest source counts: a source that was removed and added again has a new key and the same objects.
CREATE TEMP TABLE seen_tenant AS
WITH ranked AS (
    SELECT t.*, ROW_NUMBER() OVER (PARTITION BY ID ORDER BY DATA_SOURCE_KEY DESC) AS RANK_ FROM GIDB_GC_TENANT t
)

SELECT
    NAME AS TENANT_NAME,
    ID AS TENANT_CFG_DBID,
    CREATED_TS AS START_TS,
    CASE STATUS WHEN 2 THEN COALESCE(DELETED_TS, LASTCHANGE_TS, CREATED_TS) ELSE 2147483647 END AS END_TS
FROM ranked
WHERE RANK_ = 1;
