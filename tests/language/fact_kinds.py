"""The kinds of facts that tests write: what each says, and the columns of its rows."""

from dataclasses import dataclass, field
from itertools import accumulate, count, pairwise
from typing import Any

SLOT = 900
AGENTS, QUEUES, PORT = (1, 2, 3), (101, 102), 201
LEFT = ("ABANDONED", "CUSTOMERABANDONED")
RESULTS = ("DIVERTED", *LEFT, "CLEARED", "COMPLETED", "REDIRECTED", "TRANSFERRED", "INCOMPLETE")
ROLES = ("RECEIVED", "INITIATED", "RECEIVEDCONSULT", "INITIATEDCONSULT", "RECEIVEDTRANSFER", "INCONFERENCE")
STATES = ("READY", "NOTREADY", "BUSY", "ACW", "LOGGEDONONLY", "UNKNOWN")
LEG_STATES = ("DIAL", "RING", "TALK", "HOLD", "WRAP")
GROUPS = {-1: (-1,), 1: (11,), 2: (11, 12)}
"""The groups of each combination: -1 of none."""
VOICE, EMAIL = 1, 2
_keys = count(1)


@dataclass(frozen=True, kw_only=True)
class Interaction:
    """A row of INTERACTION_FACT."""

    start: int
    seconds: int = 300
    media: int = 1
    active: bool = False
    purged: bool = False
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When its last call ended."""
        return self.start + self.seconds

    def row(self) -> dict[str, Any]:
        """Its columns."""
        times = {name: value for name, value in _times(self).items() if name != "resource_group_combination_key"}
        return {"interaction_id": self.key, "media_server_root_ixn_guid": f"interaction {self.key}", **times}


@dataclass(frozen=True, kw_only=True)
class Leg:
    """A row of INTERACTION_RESOURCE_FACT; seconds of each state, None where the state was not entered."""

    resource: int = AGENTS[0]
    start: int
    ring: int | None = 3
    talk: int | None = 60
    hold: int | None = None
    wrap: int | None = None
    result: str = "COMPLETED"
    role: str = "RECEIVED"
    customer: bool = True
    group: int = -1
    media: int = 1
    active: bool = False
    purged: bool = False
    interaction: Interaction | None = None
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When it left the call."""
        return self.start + (self.ring or 0) + (self.talk or 0) + (self.hold or 0)

    @property
    def states(self) -> list[tuple[str, int, int]]:
        """The states that it went through one after the other, after-call work last: name, beginning and end."""
        spent = (("RING", self.ring), ("TALK", self.talk), ("HOLD", self.hold), ("WRAP", self.wrap))
        entered = [(name, seconds) for name, seconds in spent if seconds is not None]
        ends = list(accumulate((seconds for _, seconds in entered), initial=self.start))
        return [(name, begin, end) for (name, _), (begin, end) in zip(entered, pairwise(ends), strict=True)]

    def row(self) -> dict[str, Any]:
        """Its columns."""
        entered = {"ring": self.ring, "talk": self.talk, "hold": self.hold, "after_call_work": self.wrap}
        names = {"ring": "ring", "talk": "talk", "hold": "hold", "after_call_work": "acw"}
        measured = {name: value for name, value in entered.items() if value is not None}
        if self.customer:
            measured |= {f"customer_{names[name]}": value for name, value in measured.items()}
        counts = {f"{name}_count": 1 for name in measured}
        seconds = {f"{name}_duration": value for name, value in measured.items()}
        return {
            "interaction_resource_id": self.key, "natural_id": f"leg {self.key}", "resource_key": self.resource,
            "technical_descriptor_key": descriptor(self.result, self.role), **counts, **seconds, **_times(self),
            **_part_of(self.interaction),
        }  # fmt: skip

    def state_rows(self) -> list[dict[str, Any]]:
        """The columns of its rows of IXN_RESOURCE_STATE_FACT."""
        return [
            _times(self) | _spent(begin, end) | {
                "ixn_resource_state_fact_key": 10 * self.key + ordinal, "natural_id": f"leg {self.key}",
                "ordinal": ordinal, "resource_key": self.resource,
                "interaction_resource_state_key": LEG_STATES.index(name),
                "interaction_resource_id": self.key, "interaction_resource_sdt_key": slot_of(self.start),
            }
            for ordinal, (name, begin, end) in enumerate(self.states, start=1)
        ]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Stay:
    """A row of MEDIATION_SEGMENT_FACT."""

    resource: int = QUEUES[0]
    start: int
    seconds: int = 20
    result: str = "DIVERTED"
    target: Leg | None = None
    group: int = -1
    media: int = 1
    active: bool = False
    purged: bool = False
    interaction: Interaction | None = None
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When it was left."""
        return self.start + self.seconds

    def row(self) -> dict[str, Any]:
        """Its columns."""
        return {
            "mediation_segment_id": self.key, "mediation_guid": f"stay {self.key}", "resource_key": self.resource,
            "technical_descriptor_key": descriptor(self.result, "RECEIVED"), "mediation_duration": self.seconds,
            "target_ixn_resource_id": self.target.key if self.target else None,
            "target_ixn_resource_sdt_key": slot_of(self.target.start) if self.target else None,
            **_times(self), **_part_of(self.interaction),
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class State:
    """A row of SM_RES_STATE_FACT."""

    resource: int = AGENTS[0]
    start: int
    seconds: int = 600
    state: str = "READY"
    group: int = -1
    media: int = 1
    active: bool = False
    purged: bool = False
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When another state followed."""
        return self.start + self.seconds

    def row(self) -> dict[str, Any]:
        """Its columns."""
        return {
            "sm_res_state_fact_key": self.key, "natural_id": f"state {self.key}", "resource_key": self.resource,
            "resource_state_key": STATES.index(self.state), "total_duration": self.seconds, **_times(self),
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Reason:
    """A row of SM_RES_STATE_REASON_FACT."""

    resource: int = AGENTS[0]
    start: int
    seconds: int = 300
    reason: int = 1
    group: int = -1
    media: int = 1
    active: bool = False
    purged: bool = False
    key: int = field(default_factory=lambda: next(_keys))

    @property
    def end(self) -> int:
        """When it no longer held."""
        return self.start + self.seconds

    def row(self) -> dict[str, Any]:
        """Its columns."""
        return {
            "sm_res_state_reason_fact_key": self.key, "natural_id": f"reason {self.key}", "resource_key": self.resource,
            "resource_state_key": STATES.index("NOTREADY"), "resource_state_reason_key": self.reason,
            "total_duration": self.seconds, **_times(self),
        }  # fmt: skip


Fact = Interaction | Leg | Stay | State | Reason


def descriptor(result: str, role: str) -> int:
    """The TECHNICAL_DESCRIPTOR_KEY of a result in a role."""
    return RESULTS.index(result) * len(ROLES) + ROLES.index(role)


def slot_of(moment: int) -> int:
    """The quarter hour of a moment."""
    return moment - moment % SLOT


def _spent(start: int, end: int) -> dict[str, int]:
    return {
        "start_ts": start, "end_ts": end, "start_date_time_key": slot_of(start), "end_date_time_key": slot_of(end),
        "total_duration": end - start,
    }  # fmt: skip


def _part_of(interaction: Interaction | None) -> dict[str, int]:
    if interaction is None:
        return {}
    return {"interaction_id": interaction.key, "interaction_sdt_key": slot_of(interaction.start)}


def _times(fact: Fact) -> dict[str, Any]:
    return {
        **_spent(fact.start, fact.end), "tenant_key": 1, "media_type_key": fact.media,
        "resource_group_combination_key": getattr(fact, "group", -1), "active_flag": int(fact.active),
        "purge_flag": int(fact.purged),
    }  # fmt: skip
