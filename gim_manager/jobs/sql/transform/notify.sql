-- what: Queues for aggregation the slots that a transaction touched (T12).
-- grain: one row of AGR_NOTIFICATION a fact table and run of hours without a gap; both slots included.
-- reads: t_touched
-- writes: agr_notification

-- step: queue
INSERT INTO AGR_NOTIFICATION (NOTIFICATION_KEY, FACT_NAME, START_DATE_TIME_KEY, END_DATE_TIME_KEY, CREATE_AUDIT_KEY, CREATED_TS)
WITH hours AS (
    SELECT DISTINCT
        FACT_NAME,
        START_DATE_TIME_KEY - START_DATE_TIME_KEY % 3600 AS FIRST_HOUR,
        END_DATE_TIME_KEY - END_DATE_TIME_KEY % 3600 AS LAST_HOUR
    FROM t_touched
),

reached AS (
    SELECT
        hours.*,
        MAX(LAST_HOUR) OVER (
            PARTITION BY FACT_NAME ORDER BY FIRST_HOUR, LAST_HOUR ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS REACHED_HOUR
    FROM hours
),

numbered AS (
    SELECT
        reached.*,
        SUM(CASE WHEN REACHED_HOUR + 3600 >= FIRST_HOUR THEN 0 ELSE 1 END) OVER (
            PARTITION BY FACT_NAME ORDER BY FIRST_HOUR, LAST_HOUR ROWS UNBOUNDED PRECEDING
        ) AS RUN_
    FROM reached
)

SELECT
    -- Unique without a look at rows that the aggregation may be deleting: an audit key belongs to one transaction.
    :audit_key * 100000 + ROW_NUMBER() OVER (ORDER BY FACT_NAME, MIN(FIRST_HOUR)),
    FACT_NAME, MIN(FIRST_HOUR), MAX(LAST_HOUR) + 2700, :audit_key, :now_ts
FROM numbered
GROUP BY FACT_NAME, RUN_;
