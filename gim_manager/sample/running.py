"""A sample under way: the day that is being lived, and each stretch of it written whole into one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from gim_manager.domain.icon import Provider
from gim_manager.sample.arguments import Position
from gim_manager.sample.bulk import erase, load
from gim_manager.sample.centre import SWITCH, build_centre
from gim_manager.sample.configuration import configuration
from gim_manager.sample.ledger import sample_centre
from gim_manager.sample.profile import Profile
from gim_manager.sample.recorder import Recorder, Written
from gim_manager.sample.records import CFG_SESSION, COLUMNS, GCC_SESSION, GLS_SESSION, GUD_SESSION, Row, when
from gim_manager.sample.simulation import Day

CONFIGURED_BEFORE = 90 * 86400
"""The configuration is so many seconds older than the first day."""
STRETCH = 300
ROWS_AT_ONCE = 60_000
ICON_DBID, SOURCE_DBID, T_SERVER, FIRST_CONNECTION, DOMAIN = 301, 302, 1, 1, 0

PROVIDERS = (
    (Provider.CFG, "cfg", CFG_SESSION), (Provider.GCC, "gcc", GCC_SESSION),
    (Provider.GLS, "gls", GLS_SESSION), (Provider.GUD, "gud", GUD_SESSION),
)  # fmt: skip
DSS_COLUMNS = (
    "dss_id", "icon_dbid", "ds_dbid", "ds2_dbid", "ds_type", "created", "created_ts", "icon_stime", "dsconn_stime",
    "dsconn_sdstime", "dsconn_sdsts", "dsconn_type", "fevent_itime", "fevent_dstime", "fevent_dsutc", "levent_itime",
    "levent_dstime", "levent_dsutc", "gsys_domain", "gsys_seq", "gsys_useq",
)  # fmt: skip
CONTROL_COLUMNS = ("domainid", "providertag", "primaryid", "seqcounter", "seqcurrent")


class Running:
    """Lives on from a position. After an error in `one_day` it is ahead of the database and must be thrown away."""

    def __init__(self, position: Position) -> None:
        self.position = position
        arguments = position.arguments
        self._centre = build_centre(Profile(), agents=arguments.agents, seed=arguments.seed)
        self._start = replace(arguments, until_time=None).end(position.first_day - timedelta(days=1))
        self._day = self._begin(position)
        if position.last > self._day.start:
            self._day.run(position.last)
            self._day.recorder.take(all_=True)
            for page in self._day.ledger.pages:
                page.take()

    def configure(self, connection: Connection) -> None:
        """Write the configuration, which does not change."""
        counters = self._day.recorder.counters
        for table, columns, rows in configuration(self._centre, self._start - CONFIGURED_BEFORE, counters):
            load(connection, table, columns, rows)
        began = replace(self.position.counters, cfg=counters.cfg)
        self.position = replace(self.position, counters=began)

    def one_day(self, connection: Connection, until: int) -> int:
        """Live on to the end of the day, or up to and including the second `until`; the number of rows written."""
        day, rows = self._day, 0
        goal = min(until, day.end)
        moment = max(self.position.last, day.start)
        while moment < goal:
            moment = min(moment + STRETCH, goal)
            day.run(moment if moment < day.end else day.end - 1)
            if day.recorder.pending > ROWS_AT_ONCE:
                rows += _write(connection, day.recorder.take(all_=False))
        rows += _write(connection, day.recorder.take(all_=True))
        self._write_ledger(connection)
        self._move(goal)
        self._write_position(connection)
        return rows

    def _begin(self, position: Position) -> Day:
        arguments, counters = position.arguments, position.counters
        own = replace(counters, keys=dict(counters.keys))
        return Day(
            self._centre, position.day, zone=arguments.clock, seed=arguments.seed,
            calls_per_day=arguments.calls_per_day, recorder=Recorder(arguments.site, own),
        )  # fmt: skip

    def _move(self, goal: int) -> None:
        self.position = replace(self.position, last=goal)
        if goal == self._day.end:
            counters = self._day.recorder.counters
            following = self.position.day + timedelta(days=1)
            self.position = replace(self.position, day=following, counters=counters)
            self._day = self._begin(self.position)

    def _write_ledger(self, connection: Connection) -> None:
        for page in self._day.ledger.pages:
            slots, rows = page.take()
            erase(connection, page.table.name, "slot", slots)
            load(connection, page.table.name, page.table.columns.keys(), rows)

    def _write_position(self, connection: Connection) -> None:
        counters = self._day.recorder.counters
        current = {Provider.GOS: 0}
        for provider, name, session in PROVIDERS:
            current[provider] = getattr(counters, name)
            table = f"g_dss_{name}_provider"
            erase(connection, table, "dss_id", [session])
            load(connection, table, DSS_COLUMNS, [self._connection_row(session, current[provider])])
        erase(connection, "g_prov_control", "domainid", [DOMAIN])
        control = [(DOMAIN, int(provider), ICON_DBID, seq, seq) for provider, seq in sorted(current.items())]
        load(connection, "g_prov_control", CONTROL_COLUMNS, control)
        erase(connection, sample_centre.name, "id", [1])
        load(connection, sample_centre.name, sample_centre.columns.keys(), [self.position.as_row()])

    def _connection_row(self, session: int, current: int) -> Row:
        """The one connection of ICON to this source; its GSYS_USEQ is the last number given: complete so far."""
        start, last = self._start, self.position.last
        first, latest = when(start), when(last)
        return (
            session, ICON_DBID, SOURCE_DBID, SWITCH, T_SERVER, first, start, first, first, first, start,
            FIRST_CONNECTION, first, first, start, latest, latest, last, session, 1, current,
        )  # fmt: skip


def _write(connection: Connection, written: Written) -> int:
    for table, keys in written.again.items():
        erase(connection, table, "id", keys)
    for table, rows in written.rows.items():
        load(connection, table, COLUMNS[table], rows)
    return sum(map(len, written.rows.values()))
