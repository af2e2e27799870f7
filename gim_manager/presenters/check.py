"""What the configuration check finds, in the words of the banner: what is wrong, and what does not start until when."""

from __future__ import annotations

from gim_manager.domain.conditions import Finding
from gim_manager.domain.job import Job
from gim_manager.domain.status import EtlStatus

_MIGRATION = (
    "The schema of this Info Mart is older than this program.",
    "Only Job_MigrateGIM can run, which brings it up to date. Make a backup first: there is no way back.",
)


def banner(status: EtlStatus) -> tuple[str, str] | None:
    """The fact and its consequence; None while nothing of the configuration keeps a job from starting (R28, R29)."""
    if status.schema_is_older:
        return _MIGRATION
    if not status.errors:
        return None
    first, more = status.errors[0], len(status.errors) - 1
    fact = "The configuration has an error." if not more else f"The configuration has {more + 1} errors."
    return fact, f"{_kept(status.errors)} until it is mended: {first.message}"


def option_to_mend(status: EtlStatus) -> tuple[str, str] | None:
    """Section and name of the first option that the banner's errors name; None where they name none."""
    named = ((error.section, error.option) for error in status.errors if error.option)
    return None if status.schema_is_older else next(named, None)


def _kept(errors: tuple[Finding, ...]) -> str:
    """Which jobs the errors keep from starting, as the beginning of a sentence."""
    kept = [job for job in Job if any(error.stops(job) for error in errors)]
    if len(kept) == len(Job):
        return "No job starts"
    names = " and ".join([", ".join(kept[:-1]), kept[-1]] if len(kept) > 1 else kept)
    return f"{names} {'do' if len(kept) > 1 else 'does'} not start"
