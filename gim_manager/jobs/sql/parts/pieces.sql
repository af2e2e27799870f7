-- what: The rows of `span`, each clipped to every pending interval that it touches, which begin between :first and :last.
-- grain: `piece` one row a span and interval.
-- reads: agr_pending
-- writes:

-- step: part
-- MATERIALIZED: without statistics, as after a first load, PostgreSQL would read the facts once for every interval.
reach AS MATERIALIZED (
    SELECT
        f.*,
        -- The intervals that it touches begin within these keys: an interval is no longer than an hour.
        CASE WHEN f.START_TS - 3600 > :first THEN f.START_TS - 3600 ELSE :first END AS first_key,
        -- A span of no length touches the interval in which it stands.
        CASE WHEN f.END_TS > :last THEN :last WHEN f.END_TS > f.START_TS THEN f.END_TS - 1 ELSE f.START_TS END AS last_key
    FROM span f
),

piece AS (
    SELECT
        p.DATE_TIME_KEY AS interval_key,
        f.*,
        CASE WHEN f.END_TS < p.DATE_TIME_NEXT_KEY THEN f.END_TS ELSE p.DATE_TIME_NEXT_KEY END
            - CASE WHEN f.START_TS > p.DATE_TIME_KEY THEN f.START_TS ELSE p.DATE_TIME_KEY END AS spent,
        CASE WHEN f.START_TS < p.DATE_TIME_KEY THEN 1 ELSE 0 END AS carried
    FROM reach f
    -- CROSS JOIN keeps SQLite to this order, whatever it knows of the tables; PostgreSQL chooses freely.
    CROSS JOIN AGR_PENDING p
    WHERE p.HIERARCHY = :hierarchy AND p.AGG_LEVEL = 'SUBHOUR'
      AND p.DATE_TIME_KEY BETWEEN f.first_key AND f.last_key AND p.DATE_TIME_NEXT_KEY > f.START_TS
      AND (f.END_TS > p.DATE_TIME_KEY OR f.START_TS >= p.DATE_TIME_KEY)
)
