-- what: Which agents and DNs belonged to which groups, and when (T02).
-- grain: one row a resource, group and moment of joining.
-- reads: gidb_gcx_group_agent, gidb_gcx_group_endpoint, resource_, group_
-- writes: seen_resource_group_fact_

-- step: see
CREATE TEMP TABLE seen_resource_group_fact_ AS
WITH member AS (
    SELECT 3 AS CFG_TYPE_ID, AGENTID AS CFG_DBID, GROUPID, STATUS, CREATED_TS, DELETED_TS FROM GIDB_GCX_GROUP_AGENT
    UNION ALL
    SELECT 1, ENDPOINTID, GROUPID, STATUS, CREATED_TS, DELETED_TS FROM GIDB_GCX_GROUP_ENDPOINT
),

lasting AS (
    SELECT
        r.TENANT_KEY, r.RESOURCE_KEY, g.GROUP_KEY, m.CREATED_TS AS START_TS,
        CASE m.STATUS WHEN 2 THEN COALESCE(m.DELETED_TS, m.CREATED_TS) ELSE 2147483647 END AS END_TS
    FROM member m
    JOIN RESOURCE_ r ON r.RESOURCE_CFG_TYPE_ID = m.CFG_TYPE_ID AND r.RESOURCE_CFG_DBID = m.CFG_DBID
    JOIN GROUP_ g ON g.GROUP_CFG_DBID = m.GROUPID AND g.GROUP_KEY > 0
)

SELECT
    lasting.*,
    START_TS - START_TS % 900 AS START_DATE_TIME_KEY,
    CASE END_TS WHEN 2147483647 THEN END_TS ELSE END_TS - END_TS % 900 END AS END_DATE_TIME_KEY,
    CASE END_TS WHEN 2147483647 THEN 1 ELSE 0 END AS ACTIVE_FLAG
FROM lasting;
