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
    """The fact tables whose notifications (T12) concern it."""
    attribution: Attribution = Attribution.DISPOSITION


def sums(*names: str) -> tuple[Measure, ...]:
    """Measures that add up."""
    return tuple(Measure(name=name) for name in names)


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

H_I_SESS_STATE = Hierarchy(
    name="H_I_SESS_STATE",
    stem="i_sess_state",
    dimensions=("tenant_key", "media_type_key", "resource_key", "resource_group_combination_key"),
    facts=("sm_res_state_fact",),
    attribution=Attribution.INTERVAL,
    measures=(
        *sums("active_time", "ready_time", "not_ready_time", "busy_time", "wrap_time"),
        *(Measure(name=name, fold=Fold.TOUCH) for name in ("ready", "not_ready", "busy", "wrap")),
    ),
)

HIERARCHIES: tuple[Hierarchy, ...] = (H_QUEUE, H_AGENT, H_I_SESS_STATE)
"""The hierarchies that are built so far, of the thirteen of the guide."""


def table_name(hierarchy: Hierarchy, level: Level) -> str:
    """AGT_<name>_<level>."""
    return f"agt_{hierarchy.stem}_{level.suffix}"


def view_name(hierarchy: Hierarchy, level: Level) -> str:
    """AG2_<name>_<level>, what reports read."""
    return f"ag2_{hierarchy.stem}_{level.suffix}"


def stored_columns(hierarchy: Hierarchy) -> tuple[str, ...]:
    """The measure columns of a table, those of TOUCH counts with what was carried in."""
    return tuple(
        column
        for measure in hierarchy.measures
        for column in ((measure.name, f"{measure.name}_carried") if measure.fold is Fold.TOUCH else (measure.name,))
    )
