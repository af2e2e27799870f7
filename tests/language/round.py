"""What a whole round must come to: the sample centre's own ledger beside the aggregates of the Info Mart."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import text

from gim_manager.schema.engines import make_engine, reading
from gim_manager.schema.urls import parse_url

Figures = dict[tuple[Any, ...], tuple[int, ...]]
"""Numbers by (slot, object)."""

_QUEUE_LEDGER = """
    SELECT slot, endpointid, entered, abandoned, abandoned_short, cleared, distributed, accepted, abandoned_invite,
           redirected, routed_other, accepted_time, abandoned_time
    FROM sample_ledger_queue WHERE entered > 0
"""
_QUEUE_AGGREGATE = """
    SELECT a.date_time_key, r.resource_cfg_dbid, SUM(entered), SUM(abandoned), SUM(abandoned_short), SUM(cleared),
           SUM(distributed_), SUM(accepted), SUM(abandoned_invite), SUM(redirected), SUM(routed_other),
           SUM(accepted_time), SUM(abandoned_time)
    FROM ag2_queue_subhr a JOIN resource_ r ON r.resource_key = a.resource_key
    GROUP BY a.date_time_key, r.resource_cfg_dbid
"""
_AGENT_LEDGER = """
    SELECT slot, agentid, SUM(offered), SUM(accepted), SUM(notaccepted), SUM(abandoned_invite)
    FROM sample_ledger_agent WHERE part <> 'consult_received' GROUP BY slot, agentid HAVING SUM(offered) > 0
"""
# A call for advice rings too; the aggregates count it apart, as CONSULT_RECEIVED (docs/data-model.md).
_AGENT_AGGREGATE = """
    SELECT a.date_time_key, r.resource_cfg_dbid, SUM(offered), SUM(accepted), SUM(notaccepted), SUM(abandoned_invite)
    FROM ag2_agent_subhr a JOIN resource_ r ON r.resource_key = a.resource_key
    GROUP BY a.date_time_key, r.resource_cfg_dbid HAVING SUM(offered) > 0
"""
_SESSION_LEDGER = """
    SELECT slot, agentid, ready_time, not_ready_time, busy_time, wrap_time FROM sample_ledger_session
    WHERE ready_time + not_ready_time + busy_time + wrap_time > 0
"""
_SESSION_AGGREGATE = """
    SELECT a.date_time_key, r.resource_cfg_dbid, SUM(ready_time), SUM(not_ready_time), SUM(busy_time), SUM(wrap_time)
    FROM ag2_i_sess_state_subhr a JOIN resource_ r ON r.resource_key = a.resource_key
    GROUP BY a.date_time_key, r.resource_cfg_dbid HAVING SUM(active_time) > 0
"""

COMPARED = {
    "queues": (_QUEUE_LEDGER, _QUEUE_AGGREGATE),
    "agents": (_AGENT_LEDGER, _AGENT_AGGREGATE),
    "sessions": (_SESSION_LEDGER, _SESSION_AGGREGATE),
}


def figures(url: str, query: str) -> Figures:
    """The rows of a query: its first two columns name them."""
    with reading(make_engine(parse_url(url))) as connection:
        rows = connection.execute(text(query)).all()
    return {(row[0], row[1]): tuple(int(number) for number in row[2:]) for row in rows}


def differences(idb_url: str, mart_url: str) -> list[str]:
    """Where the aggregates and the ledger differ, in words; empty where they agree to the last second."""
    return [line for name, queries in COMPARED.items() for line in _compared(name, idb_url, mart_url, *queries)]


def _compared(name: str, idb_url: str, mart_url: str, ledger: str, aggregate: str) -> Iterable[str]:
    said, counted = figures(idb_url, ledger), figures(mart_url, aggregate)
    assert said, f"the ledger says nothing of {name}"
    for key in sorted(said.keys() | counted.keys()):
        if said.get(key) != counted.get(key):
            yield f"{name} {key}: the ledger says {said.get(key)}, the aggregates {counted.get(key)}"


_LEVELS = ("subhr", "hour", "day", "month", "qrtr", "year")
_SUMS = {
    "queue": ("entered", "abandoned", "accepted", "accepted_time"),
    "agent": ("engage_time", "hold_time", "wrap_time"),
    "i_sess_state": ("active_time", "ready_time", "busy_time"),
    "queue_grp": ("entered", "abandoned", "accepted", "accepted_time"),
    "agent_grp": ("engage_time", "hold_time", "wrap_time"),
    "agent_queue": ("offered", "engage_time"),
    "queue_abn": ("abandoned", "abandoned_sti_1", "abandoned_sti_20"),
    "queue_acc_agent": ("accepted_agent", "accepted_agent_sti_1", "accepted_agent_sti_20"),
    "id": ("entered", "accepted_agent", "abandoned", "engage_time"),
    "i_state_rsn": ("state_rsn_time",),
    "i_agent": ("engage_time", "hold_time", "wrap_time"),
}


def level_totals(mart_url: str) -> dict[str, set[tuple[int, ...]]]:
    """For each hierarchy the totals of what adds up, once a level: one element where all levels agree."""
    found: dict[str, set[tuple[int, ...]]] = {}
    with reading(make_engine(parse_url(mart_url))) as connection:
        for stem, columns in _SUMS.items():
            sums = ", ".join(f"SUM({column})" for column in columns)
            rows = [connection.execute(text(f"SELECT {sums} FROM ag2_{stem}_{level}")).one() for level in _LEVELS]
            found[stem] = {tuple(int(number or 0) for number in row) for row in rows}
    return found
