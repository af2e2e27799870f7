-- what: How the rows of `waited` spread over the twenty service time intervals, whose ends are :sti_1 to :sti_19 (A05).
-- grain: one row a queue, its groups and interaction type, and interval.
-- reads:
-- writes:

-- step: part
SELECT
    interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY,
    COUNT(*),
    SUM(CASE sti WHEN 1 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 2 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 3 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 4 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 5 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 6 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 7 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 8 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 9 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 10 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 11 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 12 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 13 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 14 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 15 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 16 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 17 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 18 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 19 THEN 1 ELSE 0 END),
    SUM(CASE sti WHEN 20 THEN 1 ELSE 0 END)
FROM (
    SELECT waited.*, CASE
        WHEN wait_seconds < :sti_1 THEN 1
        WHEN wait_seconds < :sti_2 THEN 2
        WHEN wait_seconds < :sti_3 THEN 3
        WHEN wait_seconds < :sti_4 THEN 4
        WHEN wait_seconds < :sti_5 THEN 5
        WHEN wait_seconds < :sti_6 THEN 6
        WHEN wait_seconds < :sti_7 THEN 7
        WHEN wait_seconds < :sti_8 THEN 8
        WHEN wait_seconds < :sti_9 THEN 9
        WHEN wait_seconds < :sti_10 THEN 10
        WHEN wait_seconds < :sti_11 THEN 11
        WHEN wait_seconds < :sti_12 THEN 12
        WHEN wait_seconds < :sti_13 THEN 13
        WHEN wait_seconds < :sti_14 THEN 14
        WHEN wait_seconds < :sti_15 THEN 15
        WHEN wait_seconds < :sti_16 THEN 16
        WHEN wait_seconds < :sti_17 THEN 17
        WHEN wait_seconds < :sti_18 THEN 18
        WHEN wait_seconds < :sti_19 THEN 19
        ELSE 20
    END AS sti
    FROM waited
) spread
GROUP BY interval_key, TENANT_KEY, MEDIA_TYPE_KEY, RESOURCE_KEY, RESOURCE_GROUP_COMBINATION_KEY, INTERACTION_TYPE_KEY
