-- what: The quarter hours of the pending intervals that begin between :first and :last, and the interval of each.
-- grain: one row a quarter hour.
-- reads: agr_pending, date_time
-- writes:

-- step: part
-- MATERIALIZED: without statistics, as after a first load, PostgreSQL would read the facts once for every interval.
slot AS MATERIALIZED (
    SELECT d.DATE_TIME_KEY AS slot_key, p.DATE_TIME_KEY AS interval_key
    FROM AGR_PENDING p
    JOIN DATE_TIME d ON d.DATE_TIME_KEY >= p.DATE_TIME_KEY AND d.DATE_TIME_KEY < p.DATE_TIME_NEXT_KEY
    WHERE p.HIERARCHY = :hierarchy AND p.AGG_LEVEL = 'SUBHOUR' AND p.DATE_TIME_KEY BETWEEN :first AND :last
      AND d.DATE_TIME_KEY >= :first AND d.DATE_TIME_KEY < :end
)
