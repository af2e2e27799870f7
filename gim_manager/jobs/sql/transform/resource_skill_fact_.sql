-- what: Which agents had which skills at which level, and when (T02).
-- grain: one row an agent, skill and moment of getting it.
-- reads: gidb_gcx_skill_level, resource_, skill
-- writes: seen_resource_skill_fact_

-- step: see
CREATE TEMP TABLE seen_resource_skill_fact_ AS
WITH lasting AS (
    SELECT
        r.TENANT_KEY, r.RESOURCE_KEY, s.SKILL_KEY, m.SLEVEL AS SKILL_LEVEL, m.CREATED_TS AS START_TS,
        CASE m.STATUS WHEN 2 THEN COALESCE(m.DELETED_TS, m.CREATED_TS) ELSE 2147483647 END AS END_TS
    FROM GIDB_GCX_SKILL_LEVEL m
    JOIN RESOURCE_ r ON r.RESOURCE_CFG_TYPE_ID = 3 AND r.RESOURCE_CFG_DBID = m.AGENTID
    JOIN SKILL s ON s.SKILL_CFG_DBID = m.SKILLID AND s.SKILL_KEY > 0
)

SELECT
    lasting.*,
    START_TS - START_TS % 900 AS START_DATE_TIME_KEY,
    CASE END_TS WHEN 2147483647 THEN END_TS ELSE END_TS - END_TS % 900 END AS END_DATE_TIME_KEY,
    CASE END_TS WHEN 2147483647 THEN 1 ELSE 0 END AS ACTIVE_FLAG
FROM lasting;
