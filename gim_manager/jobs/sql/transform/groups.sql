-- what: Finds the set of groups that each resource was in at a moment, and adds sets never met before (T02).
-- grain: t_groups one row a resource and moment of t_moment that was in a group at all.
-- reads: resource_group_fact_
-- writes: resource_group_combination

-- step: statistics of moments
ANALYZE t_moment;

-- step: memberships
CREATE TEMP TABLE t_membership AS
SELECT DISTINCT m.RESOURCE_KEY, m.START_TS, f.GROUP_KEY
FROM t_moment m
JOIN RESOURCE_GROUP_FACT_ f ON f.RESOURCE_KEY = m.RESOURCE_KEY AND f.START_TS <= m.START_TS AND f.END_TS > m.START_TS;

-- step: sets [postgresql]
CREATE TEMP TABLE t_set AS
SELECT RESOURCE_KEY, START_TS, STRING_AGG(CAST(GROUP_KEY AS TEXT), ',' ORDER BY GROUP_KEY) AS GROUP_SET
FROM t_membership
GROUP BY RESOURCE_KEY, START_TS;

-- step: sets [sqlite]
-- Differs from PostgreSQL because SQLite's GROUP_CONCAT takes no order before 3.44: as a window it has one, and the longest is the whole.
CREATE TEMP TABLE t_set AS
WITH growing AS (
    SELECT
        RESOURCE_KEY, START_TS,
        GROUP_CONCAT(GROUP_KEY, ',') OVER (PARTITION BY RESOURCE_KEY, START_TS ORDER BY GROUP_KEY) AS GROUP_SET,
        ROW_NUMBER() OVER (PARTITION BY RESOURCE_KEY, START_TS ORDER BY GROUP_KEY DESC) AS RANK_
    FROM t_membership
)

SELECT RESOURCE_KEY, START_TS, GROUP_SET FROM growing WHERE RANK_ = 1;

-- step: new sets
CREATE TEMP TABLE t_new_set AS
WITH fresh AS (
    SELECT GROUP_SET FROM t_set
    EXCEPT
    SELECT GROUP_SET FROM RESOURCE_GROUP_COMBINATION
),

newest AS (
    SELECT COALESCE(MAX(GROUP_COMBINATION_KEY), 0) AS TOP FROM RESOURCE_GROUP_COMBINATION WHERE GROUP_COMBINATION_KEY > 0
)

SELECT fresh.GROUP_SET, newest.TOP + ROW_NUMBER() OVER (ORDER BY fresh.GROUP_SET) AS GROUP_COMBINATION_KEY
FROM fresh
CROSS JOIN newest;

-- step: new combinations
INSERT INTO RESOURCE_GROUP_COMBINATION (GROUP_COMBINATION_KEY, GROUP_KEY, GROUP_SET, CREATE_AUDIT_KEY, UPDATE_AUDIT_KEY)
SELECT DISTINCT n.GROUP_COMBINATION_KEY, m.GROUP_KEY, n.GROUP_SET, :audit_key, :audit_key
FROM t_new_set n
JOIN t_set s ON s.GROUP_SET = n.GROUP_SET
JOIN t_membership m ON m.RESOURCE_KEY = s.RESOURCE_KEY AND m.START_TS = s.START_TS;

-- step: combinations of resources
CREATE TEMP TABLE t_groups AS
SELECT s.RESOURCE_KEY, s.START_TS, c.GROUP_COMBINATION_KEY
FROM t_set s
JOIN (SELECT DISTINCT GROUP_COMBINATION_KEY, GROUP_SET FROM RESOURCE_GROUP_COMBINATION) c ON c.GROUP_SET = s.GROUP_SET;

-- step: combinations are found by resource
CREATE INDEX tx_groups ON t_groups (RESOURCE_KEY, START_TS);

-- step: statistics of combinations
ANALYZE t_groups;
