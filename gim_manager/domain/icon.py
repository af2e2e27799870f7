"""The codes that ICON writes into the IDB; where no page documents a number the choice is ours (docs/data-model.md)."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Provider(IntEnum):
    """G_PROV_CONTROL.PROVIDERTAG: which part of ICON wrote a table (ours)."""

    CFG = 1
    GCC = 2
    GLS = 3
    GUD = 4
    GOS = 5


class Role(StrEnum):
    """The extraction roles of a data source (X01)."""

    ICON_CFG = "ICON_CFG"
    ICON_CORE = "ICON_CORE"
    ICON_MM = "ICON_MM"
    ICON_OCS = "ICON_OCS"


class CallType(IntEnum):
    """G_CALL.CALLTYPE."""

    UNKNOWN = 0
    INTERNAL = 1
    INBOUND = 2
    OUTBOUND = 3
    CONSULT = 4


class PartyState(IntEnum):
    """G_PARTY.STATE and G_PARTY_HISTORY.STATE (dictionary 8)."""

    NULL = 0
    DIALING = 1
    ALERTING = 2
    CONNECTED = 3
    HOLD = 4
    QUEUED = 5
    FAILED = 6


class PartyType(IntEnum):
    """G_PARTY.TYPE (dictionary 9)."""

    UNKNOWN = 0
    INTERNAL = 1
    EXTERNAL = 2


class PartyRole(IntEnum):
    """G_PARTY.PROLE (dictionary 10, ours)."""

    UNKNOWN = 0
    ORIGINATION = 1
    DESTINATION = 2
    QUEUE = 3
    ROUTING_POINT = 4
    CONFERENCE_MEMBER = 5
    NEW_PARTY_BY_TRANSFER = 6


class PartyCause(IntEnum):
    """G_PARTY.CAUSE and G_PARTY_HISTORY.CAUSE: why the party ended (ours)."""

    NONE = 0
    NORMAL = 1
    DIVERTED = 2
    ABANDONED = 3
    REDIRECTED_NO_ANSWER = 4
    TRANSFERRED = 5
    CONFERENCED = 6
    DESTINATION_BUSY = 7


class HistoryChange(IntEnum):
    """CHANGETYPE of G_PARTY_HISTORY."""

    CREATED = 1
    TERMINATED = 2
    STATE_CHANGED = 3


class QueueCause(IntEnum):
    """G_VIRTUAL_QUEUE.CAUSE (ours)."""

    NONE = 0
    DISTRIBUTED = 1
    ABANDONED = 2
    CLEARED = 3


class EndpointType(IntEnum):
    """GC_ENDPOINT.TYPE and G_PARTY.ENDPOINTTYPE: the kinds of DN that matter here."""

    EXTENSION = 1
    ACD_POSITION = 2
    ACD_QUEUE = 3
    ROUTING_POINT = 4
    VIRTUAL_QUEUE = 5
    IVR_PORT = 7


class GroupType(IntEnum):
    """GC_GROUP.TYPE (dictionary 540)."""

    AGENT_GROUP = 1
    PLACE_GROUP = 2
    DN_GROUP = 3
    ACCESS_GROUP = 4


class ObjectStatus(IntEnum):
    """STATUS of GC_ and GCX_ rows (dictionary 24)."""

    UNKNOWN = 0
    ACTIVE = 1
    DELETED = 2
    SYNCHRONIZING = 10


class AgentState(IntEnum):
    """G_AGENT_STATE_HISTORY.STATE."""

    LOGGED_OFF = 0
    LOGIN = 1
    NOT_READY = 2
    READY = 3
    AFTER_CALL_WORK = 4
    BUSY = 5


AGENT_STATE_CHANGE = 5
"""G_AGENT_STATE_HISTORY.TYPE of a state change; the only kind that the transformation reads."""

MEDIA_VOICE = 1
"""G_CALL.MEDIATYPE of voice; also MEDIA_TYPE_KEY 1."""
