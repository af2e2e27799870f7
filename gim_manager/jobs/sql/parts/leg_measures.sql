-- what: What the rows of `leg` come to, in the order of the measures of H_AGENT.
-- grain: a list of columns.
-- reads:
-- writes:

-- step: part
    SUM(is_offer),
    SUM(is_offer * answered),
    SUM(is_offer * (1 - answered)),
    SUM(is_offer * (1 - answered) * CASE result WHEN 'REDIRECTED' THEN 1 ELSE 0 END),
    SUM(is_offer * (1 - answered) * CASE WHEN result IN ('ABANDONED', 'CUSTOMERABANDONED') THEN 1 ELSE 0 END),
    SUM(is_offer),
    SUM(is_offer * ring_seconds),
    SUM(is_main * answered),
    SUM(is_main * talk_seconds),
    SUM(is_main * holds),
    SUM(is_main * hold_seconds),
    SUM(wraps),
    SUM(wrap_seconds),
    SUM(is_offer * answered * CASE WHEN talk_seconds + hold_seconds < :short_abandoned THEN 1 ELSE 0 END),
    SUM(is_consulted * answered),
    SUM(is_consulted * talk_seconds),
    SUM(is_consulted * hold_seconds),
    SUM(is_consulting),
    SUM(is_consulting * talk_seconds),
    SUM(is_main * answered * CASE result WHEN 'TRANSFERRED' THEN 1 ELSE 0 END),
    SUM(is_handed_over * answered)
