"""Every error that a person can act on: each builds its own sentence and knows its exit code (cli-contract)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line; fixed, acceptance checks rely on them."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    REFUSED = 3
    UNREACHABLE = 4
    NOT_PERMITTED = 5
    INTERRUPTED = 130


class GimError(Exception):
    """An error with a sentence for a person; anything else that is raised is a bug."""

    exit_code: Exit = Exit.FAILED


class BadValue(GimError):
    """A value given by a person is wrong; nothing was changed."""

    exit_code = Exit.USAGE


class UnknownJob(BadValue):
    """No job has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no job named {name!r}. The jobs are {', '.join(known)}.")


class UnknownOption(BadValue):
    """No option stands under this section and name."""

    def __init__(self, section: str, name: str) -> None:
        super().__init__(
            f"There is no option {name!r} in [{section}]. List them with: gim-manager options list {section}"
        )


class BadOption(BadValue):
    """An option's value is outside its range."""

    def __init__(self, section: str, name: str, value: str, right: str) -> None:
        super().__init__(f"[{section}] {name} = {value!r} is not valid: it takes {right}.")


class ChangedMeanwhile(GimError):
    """Options were changed after a person had read them and before they wrote; nothing was changed."""

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__(f"Nothing was changed, because others were faster. {' '.join(told)}")


class BadUrl(BadValue):
    """A database URL cannot be read."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(
            f"The database URL {url!r} cannot be used: {why}. "
            "Write sqlite:///PATH or postgresql://USER@HOST:PORT/DATABASE."
        )


class UnknownRun(BadValue):
    """No run has this number."""

    def __init__(self, run_id: int) -> None:
        super().__init__(f"There is no run {run_id}. List the runs with: gim-manager jobs")


class NotAnInfoMart(BadValue):
    """The database holds no Info Mart of this program."""

    def __init__(self, where: str, *, found: str = "") -> None:
        seen = f" It holds {found}, not made by this program: a real Info Mart is never touched." if found else ""
        super().__init__(
            f"{where} is not an Info Mart of GIM Manager.{seen} Create one in an empty database with: gim-manager init"
        )


class ManagerFileLost(BadValue):
    """On SQLite the manager's file beside the Info Mart is missing or belongs to another (architecture, idea 8)."""

    def __init__(self, manager: str, why: str) -> None:
        super().__init__(
            f"{manager} {why}. It holds the job list, the options and the audit trail of this Info Mart; "
            "put the right file back, or create a new Info Mart with: gim-manager init"
        )


class Refused(GimError):
    """A rule turned a request down; `rule` is its number, the text its reason."""

    exit_code = Exit.REFUSED

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.rule = rule
        self.reason = reason


class NewerSchema(Refused):
    """The schema is newer than the program, which touches nothing (R29); the texts name versions."""

    def __init__(self, where: str, *, found: str, known: str) -> None:
        super().__init__(
            "R29",
            f"The schema of {where} is newer than this program: it is {found}, and this program knows {known}. "
            "Use the newer program; this one changes nothing there.",
        )


class OlderSchema(Refused):
    """The manager's own tables are older than the program, which reads and writes them as they are now (R29)."""

    def __init__(self, where: str, *, found: str, known: str) -> None:
        super().__init__(
            "R29",
            f"The schema of {where} is older than this program: it is {found}, and this program needs {known}. "
            "Only Job_MigrateGIM can run. Make a backup, then bring it up to date with: gim-manager migrate",
        )


class OlderServer(Refused):
    """A server that is alive knows only the older schema: it is not taken away from under its work (R27, R29)."""

    def __init__(self, server: str, version: str, heard_at: datetime) -> None:
        super().__init__(
            "R29",
            f"The server {server} (version {version}) works on this Info Mart with its older schema. End it, wait for "
            "its runs to end, then migrate again.",
        )
        self.heard_at = heard_at


class Unreachable(GimError):
    """The database, or a server for a request, cannot be reached."""

    exit_code = Exit.UNREACHABLE

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what} cannot be reached: {why}")


class NoServer(GimError):
    """A request needs a server and none is alive (cli-contract, `run`)."""

    exit_code = Exit.UNREACHABLE

    def __init__(self) -> None:
        super().__init__(
            "No server is alive for this Info Mart, so nothing was asked for. Start one with: gim-manager serve"
        )


class NotPermitted(GimError):
    """The database refuses this person the act."""

    exit_code = Exit.NOT_PERMITTED


class NoKeyring(NotPermitted):
    """The keyring of this computer is missing, locked or refuses."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(
            f"The keyring of this computer {what}: {why}. "
            "Leave the password out of the connection and give it by PGPASSFILE or in GIM_MANAGER_DB instead."
        )


class StorageFailed(GimError):
    """The database answered, but could not do what was asked: disk full, read-only, locked, damaged."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")


class SessionsShared(GimError):
    """A pooler gives each transaction another session: who listens is not heard, and whose a lock is nobody knows."""

    exit_code = Exit.UNREACHABLE

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} is reached through a pooler (PgBouncer) that gives each transaction another session; the program "
            "listens and holds locks, which need one of their own. Connect to PostgreSQL itself, or set "
            "pool_mode = session."
        )


class ReadOnly(GimError):
    """The database can be looked at, and a server needs to write."""

    exit_code = Exit.UNREACHABLE

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} only reads: it is a standby, or default_transaction_read_only is on. A server must write; "
            "start it on the primary."
        )


class Recorded(NotPermitted):
    """A recording is only read."""

    def __init__(self, act: str) -> None:
        super().__init__(f"{act} is not possible: this is a recording, which is only read.")


class OtherRecording(GimError):
    """A recording of another schema than this program knows."""

    def __init__(self, where: str, version: str) -> None:
        super().__init__(
            f"{where} was recorded by version {version}, whose tables are others. Open it with that version."
        )


class Abandoned(GimError):
    """A person stopped what was under way; nothing was changed."""

    exit_code = Exit.INTERRUPTED

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was written.")


class JobFailed(GimError):
    """A job's own work went wrong in a way that it can name; its text stands on the run."""


class RunTaken(JobFailed):
    """The run is no longer this worker's: its server was silent for too long, or it was ended (R35)."""

    def __init__(self, run_id: int) -> None:
        super().__init__(f"Run {run_id} is no longer this worker's: its server was not heard of for too long.")


class SourceUnreadable(JobFailed):
    """A data source cannot be read (X04): missing table or column, no connection, wrong password."""

    def __init__(self, source: str, why: str) -> None:
        super().__init__(f"The data source {source} cannot be read: {why}")
        self.source = source


class BadSchedule(BadValue):
    """A time, zone or cron expression of the schedule cannot be understood."""
