"""Several real servers on one Info Mart, and what befalls them at random: one seed, one history."""

import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import text

from gim_manager.schema.engines import outside, reading
from gim_manager.schema.urls import parse_url
from gim_manager.store import leases, sessions
from gim_manager.store.connect import Database, open_database
from tests.language.postgres import Cluster
from tests.language.serving import ServeProcess
from tests.language.waiting import until
from tests.language.wire import Wire, wires

LONGEST_ABSENCE = 14.0
HURRY = 0.02


class Blow(StrEnum):
    """What befalls a server; until it is over, and the server is heard of again, another has to lead."""

    KILL = "kill -9"
    STOP = "SIGSTOP"
    LEAVE = "leaving"
    SILENCE = "cut off"
    CUT = "sessions ended"


WITHOUT_WIRES = (Blow.KILL, Blow.LEAVE)
"""On SQLite there are no lines, and a server that stands still within a write keeps the file locked (decision 0016)."""


@dataclass
class Station:
    """A place for a server: its line to the database, the process, and until when it is out of order."""

    database: Database
    wire: Wire | None
    process: ServeProcess
    able: bool = False
    back_at: float = 0.0
    blow: Blow | None = None
    heard_at: datetime | None = None
    """When it was heard of last before it was mended."""

    def is_struck(self, blow: Blow, witness: Database) -> None:
        """From now on it is out of order."""
        self.blow, self.able = blow, False
        if blow is Blow.KILL:
            self.process.process.kill()
        elif blow is Blow.STOP:
            self.process.process.send_signal(signal.SIGSTOP)
        elif blow is Blow.LEAVE:
            self.process.process.send_signal(signal.SIGTERM)
        elif self.wire and blow is Blow.SILENCE:
            self.wire.silence()
        else:
            self._sessions_end(witness)

    def _sessions_end(self, witness: Database) -> None:
        server = self.heard(witness)
        with outside(witness.manager) as connection:
            connection.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name"),
                {"name": sessions.server_name(server.id if server else "")},
            )

    def heard(self, witness: Database) -> leases.Server | None:
        """As the tables tell of it."""
        with reading(witness.manager) as connection:
            known = leases.servers(connection)
        return next((server for server in known if server.pid == self.process.process.pid), None)

    def is_mended(self, witness: Database) -> None:
        """What befell it is over, unless its process has not ended yet; it is able once it is heard of again."""
        if self.blow in (Blow.KILL, Blow.LEAVE):
            if self.process.process.poll() is None:
                return
            self.process.clean_up()
            self.process = ServeProcess(self.database)
        elif self.blow is Blow.STOP:
            self.process.process.send_signal(signal.SIGCONT)
        elif self.wire and self.blow is Blow.SILENCE:
            self.wire.speak()
        server = self.heard(witness)
        self.blow, self.heard_at = None, server.heartbeat_at if server else None

    def is_awaited(self, witness: Database) -> None:
        """Able, if it has been heard of since it was mended."""
        server = self.heard(witness)
        self.able = server is not None and server.heartbeat_at != self.heard_at


@dataclass
class Disorder:
    """Everything that befalls three servers; `witness` is a line that nobody touches."""

    witness: Database
    stations: list[Station]
    dice: random.Random
    blows: tuple[Blow, ...]
    seconds: dict[Blow, list[float]] = field(default_factory=dict)
    """How long after a blow to the leader another led, or the same one again."""

    def reign(self, seconds: float) -> None:
        """Strikes and mends for so long; each blow waits until somebody leads."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._strike()
            pause = time.monotonic() + self.dice.uniform(0.1, 3.0)
            while time.monotonic() < pause:
                until(self._mended)
                time.sleep(HURRY)

    def _strike(self) -> None:
        leader = self.leader()
        able = [station for station in self.stations if station.able]
        if leader is None or len(able) < 2:
            return
        struck = leader if self.dice.random() < 0.8 else self.dice.choice(able)
        blow = self.dice.choice(self.blows)
        absence = self.dice.uniform(0.2, LONGEST_ABSENCE)
        struck.back_at = time.monotonic() + (absence if blow is not Blow.CUT else 0.0)
        struck.is_struck(blow, self.witness)
        if struck is leader:
            took = until(lambda: self._mended() and self.leader(), seconds=60, what=f"a leader after {blow}")
            self.seconds.setdefault(blow, []).append(took)

    def leader(self) -> Station | None:
        """The one that owns the schedule and is in order."""
        with reading(self.witness.manager) as connection:
            holder = leases.current(connection).holder
            pid = next((server.pid for server in leases.servers(connection) if server.id == holder), None)
            if holder is None or leases.is_vacant(connection, holder=""):
                return None
        return next((each for each in self.stations if each.able and each.process.process.pid == pid), None)

    def _mended(self) -> bool:
        """Mends whoever is to be back by now; always True."""
        for station in self.stations:
            if station.blow and time.monotonic() >= station.back_at:
                station.is_mended(self.witness)
            if not station.able and station.blow is None:
                station.is_awaited(self.witness)
        return True

    def rest(self) -> None:
        """All are in order, and heard of."""
        for station in self.stations:
            station.back_at = 0.0

        def are_back() -> bool:
            return self._mended() and all(station.able for station in self.stations)

        until(are_back, seconds=60, what="all servers to be back")

    def end(self) -> None:
        """All leave in good order."""
        for station in self.stations:
            station.process.process.send_signal(signal.SIGTERM)
        for station in self.stations:
            station.process.process.communicate(timeout=60)


@contextmanager
def disorder(database: Database, cluster: Cluster | None, *, seed: int, count: int = 3) -> Iterator[Disorder]:
    """So many servers on one Info Mart, one of which leads; all are gone after the block."""
    with wires(cluster.port if cluster else 0, count if cluster else 0) as lines:
        places: list[tuple[Database, Wire | None]] = [(database, None)] * count
        if cluster:
            url = parse_url(database.secret_url)
            urls = [url.set(port=line.port).render_as_string(hide_password=False) for line in lines]
            places = [(open_database(each), line) for each, line in zip(urls, lines, strict=True)]
        stations = [Station(database=place, wire=line, process=ServeProcess(place)) for place, line in places]
        blows = tuple(Blow) if cluster else WITHOUT_WIRES
        made = Disorder(witness=database, stations=stations, dice=random.Random(seed), blows=blows)
        try:
            made.rest()
            until(made.leader, seconds=60, what="a first leader")
            yield made
        finally:
            for station in made.stations:
                station.process.clean_up()
