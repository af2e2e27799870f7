"""What a person may do in an Info Mart: the role that the database gives them, and the error where it is not enough."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gim_manager.domain.errors import NotPermitted, Recorded

RECORDING = ".gimrec"
"""The ending of a recording: one file with both halves of an Info Mart, which is only read."""


class Role(StrEnum):
    """Each may all that the one before it may."""

    VIEWER = "viewer"
    OPERATOR = "operator"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        """0 for the least."""
        return list(Role).index(self)


class NeedsRole(NotPermitted):
    """The act needs another role than the one that the database gives this person."""

    def __init__(self, act: str, found: str, needed: str, user: str) -> None:
        known = f"{user} has the {found} role" if user else f"the role here is {found}"
        grant = f"GRANT gim_{needed} TO {user or 'the login'}"
        super().__init__(
            f"{act} needs the {needed} role, and {known}. An administrator of the database grants it: {grant}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What the database allows whoever is connected; on SQLite, and where nobody set up roles, everything."""

    role: Role = Role.ADMINISTRATOR
    serves: bool = True
    """Whether this login may write what a server writes."""
    login: str = ""
    """Who is connected by the database's own word; empty on SQLite."""
    knows_persons: bool = False
    """Roles are set up, so each person is known by their login, and nobody can take another's name."""

    is_recording: bool = False
    """It is a recording, in which nobody may do anything."""

    def allows(self, needed: Role) -> bool:
        """Whether an act that needs this role is allowed."""
        return self.role.rank >= needed.rank

    def ensure(self, needed: Role, act: str) -> None:
        """Raises NeedsRole; `act` begins a sentence: Stopping a run."""
        self.ensure_no_recording(act)
        if not self.allows(needed):
            raise NeedsRole(act, self.role, needed, self.login)

    def ensure_serves(self, act: str) -> None:
        """Raises NeedsRole where this login may not be a server's."""
        self.ensure_no_recording(act)
        if not self.serves:
            raise NeedsRole(act, self.role, "server", self.login)

    def ensure_no_recording(self, act: str) -> None:
        """Raises Recorded."""
        if self.is_recording:
            raise Recorded(act)
