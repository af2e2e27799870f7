"""What the configuration check finds, in the words of the banner: what is wrong, and what does not start until when."""

from __future__ import annotations

from gim_manager.domain.conditions import Finding
from gim_manager.domain.job import Job
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, tr

_MIGRATION = (
    later("The schema of this Info Mart is older than this program."),
    later("Only Job_MigrateGIM can run, which brings it up to date. Make a backup first: there is no way back."),
)


def banner(status: EtlStatus) -> tuple[str, str] | None:
    """The fact and its consequence; None while nothing of the configuration keeps a job from starting (R28, R29)."""
    if status.schema_is_older:
        return tr(_MIGRATION[0]), tr(_MIGRATION[1])
    if not status.errors:
        return None
    first, more = status.errors[0], len(status.errors) - 1
    fact = tr("The configuration has {n} errors.", "", more + 1, one="The configuration has an error.")
    return fact, tr("{kept} until it is mended: {message}", kept=_kept(status.errors), message=retold(first.message))


def option_to_mend(status: EtlStatus) -> tuple[str, str] | None:
    """Section and name of the first option that the banner's errors name; None where they name none."""
    named = ((error.section, error.option) for error in status.errors if error.option)
    return None if status.schema_is_older else next(named, None)


def _kept(errors: tuple[Finding, ...]) -> str:
    """Which jobs the errors keep from starting, as the beginning of a sentence."""
    kept = [job for job in Job if any(error.stops(job) for error in errors)]
    if len(kept) == len(Job):
        return tr("No job starts")
    return tr("{names} do not start", "", len(kept), one="{names} does not start", names=words.listed(kept))
