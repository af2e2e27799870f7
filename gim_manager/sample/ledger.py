"""The plain facts of the sample centre, noted by the simulation as they happen and never read from the IDB."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

from gim_manager.domain.icon import AgentState, CallType

SLOT_SECONDS = 900
SHORT_ABANDONED = 10
"""A caller who leaves a queue before so many seconds counts as short-abandoned."""

SAMPLE = MetaData()


def _ledger(name: str, keys: tuple[str, ...], facts: tuple[str, ...]) -> Table:
    kinds = {key: String(32) if key == "part" else Integer() for key in keys}
    named = [Column(key, kind, primary_key=True, autoincrement=False) for key, kind in kinds.items()]
    return Table(name, SAMPLE, *named, *(Column(fact, BigInteger, nullable=False) for fact in facts))


QUEUE_FACTS = (
    "entered", "abandoned", "abandoned_short", "cleared", "distributed", "accepted", "abandoned_invite", "redirected",
    "routed_other", "accepted_time", "abandoned_time",
)  # fmt: skip
AGENT_FACTS = (
    "legs", "offered", "accepted", "notaccepted", "abandoned_invite", "dial_time", "ring_time", "accepted_ring_time",
    "talk_time", "hold", "hold_time", "wrap", "wrap_time",
)  # fmt: skip
SESSION_FACTS = ("login_time", "ready_time", "not_ready_time", "busy_time", "wrap_time")
DAY_FACTS = ("calls", "offered", "answered", "abandoned", "talk_seconds")

sample_ledger_queue = _ledger("sample_ledger_queue", ("slot", "endpointid"), QUEUE_FACTS)
"""Per DN of a queue or routing point: the stays that began in the quarter hour, and what became of them."""
sample_ledger_agent = _ledger("sample_ledger_agent", ("slot", "agentid", "calltype", "part"), AGENT_FACTS)
"""Per agent: the legs that began in the quarter hour, whole; PART says how the agent came to be on the call."""
sample_ledger_session = _ledger("sample_ledger_session", ("slot", "agentid"), SESSION_FACTS)
"""Per agent: seconds logged in and in each state within the quarter hour, clipped to it."""
sample_ledger_day = _ledger("sample_ledger_day", ("slot",), DAY_FACTS)
"""Per day of the centre, by the UTC second at which it began (SLOT)."""
sample_centre = Table(
    "sample_centre", SAMPLE,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("arguments", Text, nullable=False), Column("last_ts", BigInteger, nullable=False),
    Column("day", String(10), nullable=False), Column("counters", Text, nullable=False),
)  # fmt: skip
"""One row: what the sample was asked for, its last moment, and the counters at the beginning of that moment's day."""

RECEIVED, MADE, CONSULT_MADE, CONSULT_RECEIVED, TAKEN_OVER, JOINED = (
    "received", "made", "consult_made", "consult_received", "taken_over", "joined",
)  # fmt: skip
"""How an agent came to be on a call: it rang, was dialled, as who asks or is asked, by a transfer, by a conference."""

_STATE_COLUMN = {AgentState.READY: 1, AgentState.NOT_READY: 2, AgentState.BUSY: 3, AgentState.AFTER_CALL_WORK: 4}
Key = tuple[int | str, ...]


class Page:
    """The rows of one ledger table: numbers by key, the slot first."""

    def __init__(self, table: Table, facts: tuple[str, ...]) -> None:
        self.table = table
        self._width = len(facts)
        self._place = {fact: index for index, fact in enumerate(facts)}
        self._rows: dict[Key, list[int]] = {}
        self._touched: set[int | str] = set()

    def add(self, key: Key, **facts: int) -> None:
        """Add these facts to the row of this key."""
        row, place = self.row(key), self._place
        for name, value in facts.items():
            if value:
                row[place[name]] += value

    def row(self, key: Key) -> list[int]:
        """The numbers of this key, to be added to in place."""
        self._touched.add(key[0])
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = [0] * self._width
        return row

    def total(self, fact: str) -> int:
        """The sum of a fact over all keys."""
        place = self._place[fact]
        return sum(row[place] for row in self._rows.values())

    def take(self) -> tuple[list[int], list[tuple[int | str, ...]]]:
        """The slots that changed since the last time, and all rows of these slots."""
        slots, self._touched = self._touched, set()
        rows = [(*key, *row) for key, row in self._rows.items() if key[0] in slots]
        return sorted(int(slot) for slot in slots), rows


def slot_of(moment: int) -> int:
    """The UTC quarter hour of an epoch second."""
    return moment - moment % SLOT_SECONDS


class Ledger:
    """One day's facts."""

    def __init__(self, day_start: int) -> None:
        self._day = day_start
        self.queue = Page(sample_ledger_queue, QUEUE_FACTS)
        self.agent = Page(sample_ledger_agent, AGENT_FACTS)
        self.session = Page(sample_ledger_session, SESSION_FACTS)
        self.day = Page(sample_ledger_day, DAY_FACTS)

    @property
    def pages(self) -> tuple[Page, ...]:
        """All tables."""
        return (self.queue, self.agent, self.session, self.day)

    def stay(self, endpoint: int, began: int, /, **facts: int) -> None:
        """Something became of a stay in a queue that began at this second."""
        self.queue.add((slot_of(began), endpoint), **facts)

    def abandoned(self, endpoint: int, entered: int, moment: int) -> None:
        """The caller left while in this queue."""
        short = int(moment - entered < SHORT_ABANDONED)
        self.stay(endpoint, entered, abandoned=1, abandoned_short=short, abandoned_time=moment - entered)

    def leg(self, agent: int, began: int, calltype: CallType, part: str, **facts: int) -> None:
        """Something became of an agent's leg that began at `began`."""
        self.agent.add((slot_of(began), agent, int(calltype), part), **facts)
        if talked := facts.get("talk_time"):
            self.day.add((self._day,), talk_seconds=talked)

    def call(self, **facts: int) -> None:
        """A call was made, offered, answered for the first time, or abandoned."""
        self.day.add((self._day,), **facts)

    def state(self, agent: int, state: AgentState, since: int, moment: int) -> None:
        """An agent was in this state from `since` to `moment`."""
        place = _STATE_COLUMN.get(state)
        for slot, seconds in _clipped(since, moment):
            row = self.session.row((slot, agent))
            row[0] += seconds
            if place is not None:
                row[place] += seconds


def _clipped(since: int, moment: int) -> Iterator[tuple[int, int]]:
    while since < moment:
        slot = slot_of(since)
        end = min(moment, slot + SLOT_SECONDS)
        yield slot, end - since
        since = end
