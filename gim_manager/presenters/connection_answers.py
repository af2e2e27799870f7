"""What comes of a connection that is tried, saved or removed, in sentences, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from gim_manager.domain.access import Role
from gim_manager.domain.address import Wanted
from gim_manager.domain.conditions import Condition
from gim_manager.domain.errors import GimError, NoKeyring
from gim_manager.presenters import access
from gim_manager.presenters.language import later, retold, tr

if TYPE_CHECKING:
    from gim_manager.usecases.connections import Reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an act: a glyph, its colour and sentences."""

    icon: str
    token: str
    text: str


class Offer(StrEnum):
    """What a person may save all the same."""

    UNTESTED = "untested"
    WITHOUT_PASSWORD = "without password"


NOTHING = Outcome(icon="", token="text2", text="")
SAVE_WORDS = {Offer.UNTESTED: later("Save untested"), Offer.WITHOUT_PASSWORD: later("Save without password")}


def reaching() -> Outcome:
    """While nobody has answered yet."""
    return Outcome(icon="clock", token="text2", text=tr("Reaching it …"))


def found(reached: Reached, *, is_file: bool) -> Outcome:
    """What a test found: server, TLS, schema, role, and what is not as safe as it could be."""
    told: list[str] = []
    if (link := reached.link) is not None:
        told.append(_link(link.version, link.tls, is_file=is_file))
    condition = reached.schema.condition if reached.schema is not None else Condition.READY
    told.append(tr(_SCHEMA[condition]))
    if reached.access is not None and not is_file:
        told.append(access.told(reached.access) or tr("No roles are set up here: whoever connects may do everything."))
        told.append(tr(_MAY_NOT[reached.access.role]) if reached.access.role in _MAY_NOT else "")
    told.append(retold(reached.warning or ""))
    is_well = reached.warning is None and condition not in (Condition.MIGRATION, Condition.NEWER)
    icon, token = ("check", "complete") if is_well else ("warning", "stopping")
    return Outcome(icon=icon, token=token, text=" ".join(filter(None, told)))


def _link(version: str, tls: str | None, *, is_file: bool) -> str:
    if is_file:
        return tr("The file can be read (SQLite {version}).", version=version)
    if tls:
        return tr("PostgreSQL {version} answers, encrypted by {tls}.", version=version, tls=tls)
    return tr("PostgreSQL {version} answers, without TLS.", version=version)


_SCHEMA = {
    Condition.READY: later("The Info Mart is ready."),
    Condition.UNINITIALIZED: later("The Info Mart is empty: Job_InitializeGIM comes first."),
    Condition.MIGRATION: later("Its schema is older than this program: run Job_MigrateGIM."),
    Condition.NEWER: later("Its schema is newer than this program, which does not open it: use the newer program."),
}
_MAY_NOT = {
    Role.VIEWER: later("Running and stopping jobs, the schedule and the options are disabled for you."),
    Role.OPERATOR: later("Changing options is disabled for you."),
}


_ADVICE = (
    ("no password supplied", later("Type the password, or give it by PGPASSFILE.")),
    ("password authentication failed", later("Check the user and the password.")),
    ("root certificate file", later("Name the file with the certificate of the authority that signed the server's; "
     "require encrypts without proving who answers.")),
    ("certificate verify failed", later("The authority in the root certificate file did not sign the server's "
     "certificate; ask for the right file.")),
    ("does not match host name", later("Write the host as its certificate names it; verify-ca does not compare "
     "the names.")),
    ("does not support ssl", later("The server offers no TLS. Let it be switched on there; prefer connects in clear.")),
    ("no encryption", later("The server lets you in only encrypted: choose verify-full or require.")),
    ("no pg_hba.conf entry", later("The server does not let this user in from this computer: its administrator adds "
     "them to pg_hba.conf.")),
    ("could not translate host name", later("Check how the host is written.")),
    ("connection refused", later("Check host and port, and whether PostgreSQL listens there.")),
    ("timeout expired", later("Nothing answers there: check the host, the port and the firewalls between.")),
    ("role \"", later("Check the user.")),
    ("database \"", later("Check the name of the database.")),
)  # fmt: skip
"""A sign in the driver's words, and what to do; the first that fits."""
_ABOUT_PASSWORD = _ADVICE[0][0], _ADVICE[1][0]


def failed(error: GimError) -> Outcome:
    """What went wrong, and what to do."""
    told = retold(str(error))
    if isinstance(error, NoKeyring):
        told += " " + tr("Or save it without the password, and type it each time you connect.")
    else:
        advice = next((tr(advice) for sign, advice in _ADVICE if sign in str(error).lower()), "")
        told = f"{told.rstrip('.')}. {advice}" if advice else told
    return Outcome(icon="failed", token="failed", text=told)


def is_about_password(error: GimError) -> bool:
    """Whether the password is what the person should type next."""
    return any(sign in str(error).lower() for sign in _ABOUT_PASSWORD)


def saved_as(name: str, asked: Wanted) -> Outcome:
    """It is saved; what becomes of the password."""
    if asked.password is None:
        kept = ""
    elif asked.keeps_password:
        kept = tr("Its password is in the keyring of this computer.")
    else:
        kept = tr("Its password is kept nowhere: type it each time, or give it by PGPASSFILE.")
    return Outcome(icon="check", token="complete", text=f"{tr('Saved as {name}.', name=name)} {kept}".strip())


def asks_to_remove(name: str) -> Outcome:
    """Before a connection is forgotten."""
    return Outcome(
        icon="warning",
        token="stopping",
        text=tr("{name} and its kept password are forgotten; the Info Mart stays.", name=name),
    )
