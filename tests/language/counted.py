"""What the aggregates must say: counted from facts in plain Python, a fact at a time, without SQL or calendar."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.language.fact_kinds import AGENTS, LEFT, SLOT, Leg, State, Stay, slot_of

SHORT, IN_TIME = 10, 20
"""The thresholds as they are by default, in seconds."""
Key = tuple[int, ...]
Row = dict[str, int]
Begin = Callable[[int], int]


def begins(level: str, zone: str, *, half_hours: bool = False) -> Begin:
    """A function that says at which second the interval began that a moment lies in."""
    clock = ZoneInfo(zone)

    def wall(moment: int) -> datetime:
        return datetime.fromtimestamp(moment, tz=clock)

    def midnight(local: datetime) -> int:
        return int(datetime(local.year, local.month, local.day, tzinfo=clock).timestamp())

    def back_to(moment: int, minutes: int) -> int:
        """Steps back as long as the clock on the wall stays in the same piece of the hour and is not changed."""
        slot = slot_of(moment)
        while wall(slot).minute % minutes and wall(slot - SLOT).utcoffset() == wall(slot).utcoffset():
            slot -= SLOT
        return slot

    def begin(moment: int) -> int:
        local = wall(moment)
        quarter = 3 * ((local.month - 1) // 3) + 1
        return {
            "SUBHOUR": lambda: back_to(moment, 30) if half_hours else slot_of(moment),
            "HOUR": lambda: back_to(moment, 60),
            "DAY": lambda: midnight(local),
            "MONTH": lambda: midnight(local.replace(day=1)),
            "QUARTER": lambda: midnight(local.replace(month=quarter, day=1)),
            "YEAR": lambda: midnight(local.replace(month=1, day=1)),
        }[level]()

    return begin


def queues(stays: Iterable[Stay], legs: Iterable[Leg], begin: Begin) -> dict[Key, Row]:
    """AGT_QUEUE: rows by interval, tenant, media type, queue, groups, interaction type and descriptor."""
    targets = {leg.key: leg for leg in legs if not leg.purged}
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for stay in stays:
        if not stay.purged and not stay.active:
            row = rows[begin(stay.start), 1, stay.media, stay.resource, stay.group, 0, -2]
            _count_stay(row, stay, targets.get(stay.target.key) if stay.target else None)
    return rows


def _count_stay(row: Row, stay: Stay, target: Leg | None) -> None:
    row["entered"] += 1
    if stay.result in LEFT:
        row["abandoned"] += 1
        row["abandoned_time"] += stay.seconds
        row["abandoned_short" if stay.seconds < SHORT else "abandoned_standard"] += 1
    elif stay.result == "CLEARED":
        row["cleared"] += 1
    else:
        row["distributed_"] += 1
        row["distributed_time"] += stay.seconds
        _count_target(row, stay, target)


def _count_target(row: Row, stay: Stay, target: Leg | None) -> None:
    if target is None:
        row["routed_other"] += 1
        return
    rang = target.ring if target.customer else None
    row["invite"] += rang is not None
    row["invite_time"] += rang or 0
    if target.talk is None:
        row["abandoned_invite" if target.result in LEFT else "redirected"] += 1
        return
    in_time = stay.seconds + (rang or 0) <= IN_TIME
    row["accepted"] += 1
    row["accepted_time"] += stay.seconds
    row["accepted_time_max"] = max(row["accepted_time_max"], stay.seconds)
    row["accepted_thr"] += in_time
    if target.resource in AGENTS:
        row["accepted_agent"] += 1
        row["accepted_agent_time"] += stay.seconds
        row["accepted_agent_thr"] += in_time
        row["transfer_init_agent"] += target.result == "TRANSFERRED"
    if target.customer:
        row["engage_time"] += target.talk
        row["hold"] += target.hold is not None
        row["hold_time"] += target.hold or 0
        row["wrap"] += target.wrap is not None
        row["wrap_time"] += target.wrap or 0


def agents(legs: Iterable[Leg], begin: Begin) -> dict[Key, Row]:
    """AGT_AGENT: rows by interval, tenant, media type, agent, groups, interaction type and descriptor."""
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for leg in legs:
        if is_of_agent(leg):
            count_leg(rows[begin(leg.start), 1, leg.media, leg.resource, leg.group, 0, -2], leg)
    return rows


def is_of_agent(leg: Leg) -> bool:
    """Whether the leg counts for an agent."""
    return leg.resource in AGENTS and not leg.purged and not leg.active


def count_leg(row: Row, leg: Leg) -> None:
    """Adds what a leg of an agent did to a row of AGT_AGENT."""
    row["wrap"] += leg.wrap is not None
    row["wrap_time"] += leg.wrap or 0
    of_advice = {"RECEIVEDCONSULT": _count_advice_given, "INITIATEDCONSULT": _count_advice_taken}
    of_advice.get(leg.role, _count_conversation)(row, leg)


def _count_advice_given(row: Row, leg: Leg) -> None:
    row["consult_received_accepted"] += leg.talk is not None
    row["consult_received_engage_time"] += leg.talk or 0
    row["consult_received_hold_time"] += leg.hold or 0


def _count_advice_taken(row: Row, leg: Leg) -> None:
    row["consult_initiated"] += 1
    row["consult_initiated_time"] += leg.talk or 0


def _count_conversation(row: Row, leg: Leg) -> None:
    talked = leg.talk is not None
    row["engage"] += talked
    row["engage_time"] += leg.talk or 0
    row["hold"] += leg.hold is not None
    row["hold_time"] += leg.hold or 0
    row["transfer_init_agent"] += talked and leg.result == "TRANSFERRED"
    row["xfer_received_accepted"] += talked and leg.role == "RECEIVEDTRANSFER"
    if leg.ring is None:
        return
    row["offered"] += 1
    row["invite"] += 1
    row["invite_time"] += leg.ring
    if talked:
        row["accepted"] += 1
        row["short"] += (leg.talk or 0) + (leg.hold or 0) < SHORT
    else:
        row["notaccepted"] += 1
        row["rejected"] += leg.result == "REDIRECTED"
        row["abandoned_invite"] += leg.result in LEFT


def sessions(states: Iterable[State], begin: Begin) -> dict[Key, Row]:
    """AGT_I_SESS_STATE: rows by interval, tenant, media type, agent and groups."""
    names = {"READY": "ready", "NOTREADY": "not_ready", "BUSY": "busy", "ACW": "wrap"}
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for state in states:
        if not state.purged and state.state in names:
            about = (1, state.media, state.resource, state.group)
            clip(rows, about, names[state.state], state.start, state.end, begin, total="active_time")
    return rows


def clip(
    rows: dict[Key, Row], about: Key, name: str, start: int, end: int, begin: Begin, *, total: str | None = None
) -> None:
    """Adds a stretch of time to every interval that it touches: its seconds there, and one."""
    touched = set()
    for slot in range(slot_of(start), max(end, start + 1), SLOT):
        key = (begin(slot), *about)
        seconds = min(end, slot + SLOT) - max(start, slot)
        for measure in (f"{name}_time", total):
            if measure:
                rows[key][measure] += seconds
        touched.add(key)
    for key in touched:
        rows[key][name] += 1
