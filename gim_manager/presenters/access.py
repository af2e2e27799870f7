"""What the role of whoever looks does not allow, in words: why an action is disabled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gim_manager.domain.access import Access, Role
from gim_manager.presenters.language import later, tr

if TYPE_CHECKING:
    from gim_manager.domain.status import EtlStatus

_NEEDED = {
    "record": Role.VIEWER, "run": Role.OPERATOR, "again": Role.OPERATOR,
    "undo": Role.OPERATOR, "stop": Role.OPERATOR, "hold": Role.OPERATOR,
    "back_up": Role.ADMINISTRATOR, "lead": Role.ADMINISTRATOR, "one_by_one": Role.ADMINISTRATOR,
    "test": Role.ADMINISTRATOR, "options": Role.ADMINISTRATOR,
}  # fmt: skip
"""By the window's actions."""


_ROLES: dict[Role, str] = {
    Role.VIEWER: later("viewer"), Role.OPERATOR: later("operator"), Role.ADMINISTRATOR: later("administrator"),
}  # fmt: skip


def role_name(role: Role) -> str:
    """A role in a word."""
    return tr(_ROLES[role])


def why_not(access: Access, action: str, status: EtlStatus | None = None) -> str:
    """The end of a tooltip: needs the operator role; empty where the role allows the action.

    To suspend or resume the schedule changes an option, unless a hold is in force, which is ended.
    """
    if access.is_recording:
        return tr("a recording is only read")
    if action == "serve":
        return "" if access.serves else tr("needs the {role} role", role=tr("server"))
    is_held = status is not None and status.hold is not None
    usual = Role.OPERATOR if is_held else Role.ADMINISTRATOR
    needed = _NEEDED.get(action, usual)
    return "" if access.allows(needed) else tr("needs the {role} role", role=role_name(needed))


def role_found(access: Access) -> str:
    """The role beside the name of the connection; empty where nobody set up roles."""
    if access.is_recording:
        return tr("recording")
    return role_name(access.role) if access.knows_persons else ""


def told(access: Access) -> str:
    """The same as a sentence."""
    if access.is_recording:
        return tr("This is a recording: nothing in it can be changed, and its clock stands.")
    return (
        tr("{login} has the {role} role here.", login=access.login, role=role_name(access.role))
        if access.knows_persons
        else ""
    )
