"""The hierarchies by group, by agent and queue, by waiting time, by interaction and by state: counted without SQL."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from tests.language.counted import Begin, Key, Row, clip, count_leg, is_of_agent
from tests.language.fact_kinds import AGENTS, GROUPS, LEFT, STATES, Interaction, Leg, Reason, Stay

Part = TypeVar("Part", Stay, Leg)


def by_group(rows: Mapping[Key, Row]) -> dict[Key, Row]:
    """AGT_*_GRP from the rows by resource: a resource in two groups counts in both (A05)."""
    found: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for (begin, tenant, media, _, combination, *others), row in rows.items():
        for group in GROUPS[combination]:
            grouped = found[begin, group, tenant, media, *others]
            for name, value in row.items():
                grouped[name] = max(grouped[name], value) if name.endswith("_max") else grouped[name] + value
    return found


def agents_by_queue(stays: Iterable[Stay], legs: Iterable[Leg], begin: Begin) -> dict[Key, Row]:
    """AGT_AGENT_QUEUE: as AGT_AGENT, and the queue that led to the leg, in whose interval it counts."""
    targets = {leg.key: leg for leg in legs if is_of_agent(leg)}
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for stay in _distributed(stays):
        if stay.target and (leg := targets.get(stay.target.key)):
            count_leg(rows[begin(stay.start), 1, leg.media, leg.resource, leg.group, 0, -2, stay.resource], leg)
    return rows


def _distributed(stays: Iterable[Stay]) -> list[Stay]:
    return [stay for stay in _counting(stays) if stay.result not in (*LEFT, "CLEARED")]


def _counting(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if not part.purged and not part.active]


def abandoned(stays: Iterable[Stay], begin: Begin) -> dict[Key, Row]:
    """AGT_QUEUE_ABN: rows by interval, tenant, media type, queue, groups and interaction type."""
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for stay in _counting(stays):
        if stay.result in LEFT:
            _spread(rows[_in_queue(stay, begin)], "abandoned", stay.seconds)
    return rows


def accepted(stays: Iterable[Stay], legs: Iterable[Leg], begin: Begin) -> dict[Key, Row]:
    """AGT_QUEUE_ACC_AGENT: the same of what agents answered, ringing included."""
    targets = {leg.key: leg for leg in legs if leg.resource in AGENTS and not leg.purged}
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for stay in _distributed(stays):
        leg = targets.get(stay.target.key) if stay.target else None
        if leg and leg.talk is not None:
            rang = leg.ring if leg.customer else None
            _spread(rows[_in_queue(stay, begin)], "accepted_agent", stay.seconds + (rang or 0))
    return rows


def _in_queue(stay: Stay, begin: Begin) -> Key:
    return begin(stay.start), 1, stay.media, stay.resource, stay.group, 0


def _spread(row: Row, total: str, seconds: int) -> None:
    row[total] += 1
    row[f"{total}_sti_{min(20, seconds // 5 + 1)}"] += 1


def interactions(
    wholes: Iterable[Interaction], stays: Iterable[Stay], legs: Iterable[Leg], begin: Begin
) -> dict[Key, Row]:
    """AGT_ID: rows by interval, tenant, media type, interaction type and descriptor."""
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for whole in wholes:
        if whole.purged or whole.active:
            continue
        own_legs = [leg for leg in _counting(legs) if _is_of(leg, whole)]
        own_stays = [stay for stay in _counting(stays) if _is_of(stay, whole)]
        row = rows[begin(whole.start), 1, whole.media, 0, -2]
        row["entered"] += 1
        row["duration"] += whole.seconds
        agents = [leg for leg in own_legs if is_of_agent(leg) and leg.customer]
        answered = any(leg.talk is not None for leg in agents)
        left = any(
            result in LEFT for result in [*(leg.result for leg in own_legs), *(stay.result for stay in own_stays)]
        )
        row["accepted_agent" if answered else "abandoned" if left else "finished_other"] += 1
        for leg in agents:
            _add_handling(row, leg)
    return rows


def _is_of(part: Stay | Leg, whole: Interaction) -> bool:
    return part.interaction is not None and part.interaction.key == whole.key


def _add_handling(row: Row, leg: Leg) -> None:
    row["engage_time"] += leg.talk or 0
    row["hold"] += leg.hold is not None
    row["hold_time"] += leg.hold or 0
    row["wrap"] += leg.wrap is not None
    row["wrap_time"] += leg.wrap or 0
    row["transfer_init_agent"] += leg.talk is not None and leg.result == "TRANSFERRED"


def reasons(given: Iterable[Reason], begin: Begin) -> dict[Key, Row]:
    """AGT_I_STATE_RSN: rows by interval, tenant, media type, agent, groups, state and reason."""
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for one in given:
        if not one.purged:
            about = (1, one.media, one.resource, one.group, STATES.index("NOTREADY"), one.reason)
            clip(rows, about, "state_rsn", one.start, one.end, begin)
    return rows


def agent_states(legs: Iterable[Leg], begin: Begin) -> dict[Key, Row]:
    """AGT_I_AGENT: rows by interval, tenant, media type, agent, groups and interaction type."""
    rows: dict[Key, Row] = defaultdict(lambda: defaultdict(int))
    for leg in legs:
        consults = leg.role in ("RECEIVEDCONSULT", "INITIATEDCONSULT")
        names = {"RING": "invite", "TALK": "engage", "HOLD": "hold"} if not consults else {"TALK": "consult"}
        for state, start, end in leg.states if is_of_agent(leg) else ():
            if name := (names | {"WRAP": "wrap"}).get(state):
                clip(rows, (1, leg.media, leg.resource, leg.group, 0), name, start, end, begin)
    return rows
