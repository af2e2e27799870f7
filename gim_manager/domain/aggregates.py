"""Which aggregate sets exist: hierarchies, levels, dimensions and measures, declared once for all who ask (A01)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The six levels of the guide, finest first."""

    SUBHOUR = "SUBHOUR"
    HOUR = "HOUR"
    DAY = "DAY"
    MONTH = "MONTH"
    QUARTER = "QUARTER"
    YEAR = "YEAR"

    @property
    def suffix(self) -> str:
        """How the level is spelled in the names of tables and views."""
        return {"SUBHOUR": "subhr", "QUARTER": "qrtr"}.get(self.value, self.value.lower())

    @property
    def finer(self) -> Level | None:
        """The level that this one is rolled up from; None for SUBHOUR, which comes from the facts."""
        return LEVELS[LEVELS.index(self) - 1] if self is not Level.SUBHOUR else None

    @property
    def coarser(self) -> Level | None:
        """The level that is rolled up from this one; None for YEAR."""
        return LEVELS[LEVELS.index(self) + 1] if self is not Level.YEAR else None


LEVELS: tuple[Level, ...] = tuple(Level)


class Attribution(StrEnum):
    """In which interval a fact counts (A03)."""

    DISPOSITION = "disposition"
    """Whole, in the interval in which it began."""
    INTERVAL = "interval"
    """Clipped to every interval that it touched."""


class Fold(StrEnum):
    """How the intervals of a finer level make the value of a coarser one."""

    SUM = "sum"
    MAX = "max"
    TOUCH = "touch"
    """A count that counts in every interval touched (A03). Its table has a second column, NAME_CARRIED: how many of the
    counted facts began before the interval. A coarser interval counts the sum less what was carried over its inner
    borders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number that a hierarchy gives."""

    name: str
    fold: Fold = Fold.SUM


@dataclass(frozen=True, slots=True, kw_only=True)
class Hierarchy:
    """One of the guide's hierarchies: what a row is about, what it measures, which facts it reads."""

    name: str
    stem: str
    """The middle of AGT_<stem>_<level> and AG2_<stem>_<level>."""
    dimensions: tuple[str, ...]
    measures: tuple[Measure, ...]
    facts: tuple[str, ...]
    """The fact tables that it is made of, directly or through `source`."""
    attribution: Attribution = Attribution.DISPOSITION
    source: Hierarchy | None = None
    """The hierarchy of resources that this one adds up by group, SUBHOUR by SUBHOUR; None where its SUBHOUR comes from
    the facts, whose notifications (T12) then concern it."""


def sums(*names: str) -> tuple[Measure, ...]:
    """Measures that add up."""
    return tuple(Measure(name=name) for name in names)


def by_group(source: Hierarchy) -> Hierarchy:
    """The same measures by group in place of resource: a resource in two groups counts in both (A05)."""
    of_resource = ("resource_key", "resource_group_combination_key")
    return Hierarchy(
        name=f"{source.name}_GRP",
        stem=f"{source.stem}_grp",
        dimensions=("group_key", *(name for name in source.dimensions if name not in of_resource)),
        measures=source.measures,
        facts=source.facts,
        source=source,
    )


BUCKETS = 20
"""How many service time intervals (STI) there are: each has a measure, all add up to their total (A05)."""


def bucketed(total: str) -> tuple[Measure, ...]:
    """A count, and how it spreads over the service time intervals."""
    return sums(total, *(f"{total}_sti_{number}" for number in range(1, BUCKETS + 1)))


_ON_CALLS = (
    "tenant_key", "media_type_key", "resource_key", "resource_group_combination_key", "interaction_type_key",
    "interaction_descriptor_key",
)  # fmt: skip

H_QUEUE = Hierarchy(
    name="H_QUEUE",
    stem="queue",
    dimensions=_ON_CALLS,
    facts=("mediation_segment_fact",),
    measures=(
        *sums(
            "entered", "abandoned", "abandoned_time", "abandoned_short", "abandoned_standard", "abandoned_invite",
            "cleared", "distributed_", "distributed_time", "redirected", "routed_other", "accepted", "accepted_time",
            "accepted_thr", "accepted_agent", "accepted_agent_time", "accepted_agent_thr", "transfer_init_agent",
            "invite", "invite_time", "engage_time", "hold", "hold_time", "wrap", "wrap_time",
        ),
        Measure(name="accepted_time_max", fold=Fold.MAX),
    ),
)  # fmt: skip

H_AGENT = Hierarchy(
    name="H_AGENT",
    stem="agent",
    dimensions=_ON_CALLS,
    facts=("interaction_resource_fact",),
    measures=sums(
        "offered", "accepted", "notaccepted", "rejected", "abandoned_invite", "invite", "invite_time", "engage",
        "engage_time", "hold", "hold_time", "wrap", "wrap_time", "short", "consult_received_accepted",
        "consult_received_engage_time", "consult_received_hold_time", "consult_initiated", "consult_initiated_time",
        "transfer_init_agent", "xfer_received_accepted",
    ),
)  # fmt: skip

_ON_AGENTS = ("tenant_key", "media_type_key", "resource_key", "resource_group_combination_key")

H_I_SESS_STATE = Hierarchy(
    name="H_I_SESS_STATE",
    stem="i_sess_state",
    dimensions=_ON_AGENTS,
    facts=("sm_res_state_fact",),
    attribution=Attribution.INTERVAL,
    measures=(
        *sums("active_time", "ready_time", "not_ready_time", "busy_time", "wrap_time"),
        *(Measure(name=name, fold=Fold.TOUCH) for name in ("ready", "not_ready", "busy", "wrap")),
    ),
)

H_QUEUE_GRP = by_group(H_QUEUE)
H_AGENT_GRP = by_group(H_AGENT)

H_AGENT_QUEUE = Hierarchy(
    name="H_AGENT_QUEUE",
    stem="agent_queue",
    dimensions=(*_ON_CALLS, "mediation_resource_key"),
    facts=("mediation_segment_fact",),
    measures=H_AGENT.measures,
)
"""RESOURCE_KEY is the agent, MEDIATION_RESOURCE_KEY the queue from which the agent's leg came."""

_IN_QUEUE = tuple(name for name in _ON_CALLS if name != "interaction_descriptor_key")

H_QUEUE_ABN = Hierarchy(
    name="H_QUEUE_ABN",
    stem="queue_abn",
    dimensions=_IN_QUEUE,
    facts=("mediation_segment_fact",),
    measures=bucketed("abandoned"),
)

H_QUEUE_ACC_AGENT = Hierarchy(
    name="H_QUEUE_ACC_AGENT",
    stem="queue_acc_agent",
    dimensions=_IN_QUEUE,
    facts=("mediation_segment_fact",),
    measures=bucketed("accepted_agent"),
)

H_ID = Hierarchy(
    name="H_ID",
    stem="id",
    dimensions=("tenant_key", "media_type_key", "interaction_type_key", "interaction_descriptor_key"),
    facts=("interaction_fact",),
    measures=sums(
        "entered", "accepted_agent", "abandoned", "finished_other", "duration", "engage_time", "hold", "hold_time",
        "wrap", "wrap_time", "transfer_init_agent",
    ),
)  # fmt: skip

H_I_STATE_RSN = Hierarchy(
    name="H_I_STATE_RSN",
    stem="i_state_rsn",
    dimensions=(*_ON_AGENTS, "resource_state_key", "resource_state_reason_key"),
    facts=("sm_res_state_reason_fact",),
    attribution=Attribution.INTERVAL,
    measures=(*sums("state_rsn_time"), Measure(name="state_rsn", fold=Fold.TOUCH)),
)

H_I_AGENT = Hierarchy(
    name="H_I_AGENT",
    stem="i_agent",
    dimensions=(*_ON_AGENTS, "interaction_type_key"),
    facts=("ixn_resource_state_fact",),
    attribution=Attribution.INTERVAL,
    measures=(
        *sums("invite_time", "engage_time", "hold_time", "wrap_time", "consult_time"),
        *(Measure(name=name, fold=Fold.TOUCH) for name in ("invite", "engage", "hold", "wrap", "consult")),
    ),
)

HIERARCHIES: tuple[Hierarchy, ...] = (
    H_QUEUE, H_AGENT, H_I_SESS_STATE, H_QUEUE_GRP, H_AGENT_GRP, H_AGENT_QUEUE, H_QUEUE_ABN, H_QUEUE_ACC_AGENT, H_ID,
    H_I_STATE_RSN, H_I_AGENT,
)  # fmt: skip
"""The hierarchies that are built, of the thirteen of the guide, each after its source; H_CAMPAIGN and H_AGENT_CAMPAIGN
wait for outbound facts (T10)."""


def table_name(hierarchy: Hierarchy, level: Level) -> str:
    """AGT_<name>_<level>."""
    return f"agt_{hierarchy.stem}_{level.suffix}"


def view_name(hierarchy: Hierarchy, level: Level) -> str:
    """AG2_<name>_<level>, what reports read."""
    return f"ag2_{hierarchy.stem}_{level.suffix}"


def made_of(source: Hierarchy) -> tuple[Hierarchy, ...]:
    """The hierarchies that add up this one's rows."""
    return tuple(hierarchy for hierarchy in HIERARCHIES if hierarchy.source is source)


def stored_columns(hierarchy: Hierarchy) -> tuple[str, ...]:
    """The measure columns of a table, those of TOUCH counts with what was carried in."""
    return tuple(
        column
        for measure in hierarchy.measures
        for column in ((measure.name, f"{measure.name}_carried") if measure.fold is Fold.TOUCH else (measure.name,))
    )
