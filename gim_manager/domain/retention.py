"""What is old enough to go: from the days-to-keep options and the present instant, one cutoff for each kind of data
(M01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from gim_manager.domain.options import Options
from gim_manager.domain.timing import to_epoch

DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutoffs:
    """What ended before these moments, in seconds UTC, may be purged."""

    extracted: int
    """Extracted rows of what has ended, and been transformed."""
    facts: int
    configuration: int
    """Objects and links that were deleted."""
    history: int
    """Audit, job history and discarded rows."""
    active_seconds: int
    """What never ended is taken to have ended this long after it began (T13)."""


def cutoffs(options: Options, now: datetime) -> Cutoffs:
    """The cutoffs of a run of Job_MaintainGIM.

    What facts refer to is kept at least as long as the facts, whatever the options say: deleted configuration objects,
    and the audit rows that tell where a fact came from.
    """
    facts = options.number("gim-etl", "days-to-keep-gim-facts")
    configuration = max(facts, options.number("gim-etl", "days-to-keep-cfg-facts"))
    history = max(configuration, options.number("gim-etl", "days-to-keep-discards-and-job-history"))
    present = to_epoch(now)
    return Cutoffs(
        extracted=present - options.number("gim-etl", "days-to-keep-gidb-facts") * DAY,
        facts=present - facts * DAY,
        configuration=present - configuration * DAY,
        history=present - history * DAY,
        active_seconds=options.number("gim-etl", "days-to-keep-active-facts") * DAY,
    )


LEAST = timedelta(days=4)
"""Launch keys are asked for over three days: no option makes a launch that was made be made again (R33)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCutoffs:
    """What of the manager's own past ended before these instants may go."""

    runs: datetime
    """Also acts of the audit trail."""
    output: datetime
    """Steps and log lines."""
    decisions: datetime
    alarms: datetime


def own_cutoffs(options: Options, now: datetime) -> OwnCutoffs:
    """The cutoffs of the manager's own tables."""

    def before(name: str) -> datetime:
        return now - max(LEAST, timedelta(days=options.number("manager", f"days-to-keep-{name}")))

    return OwnCutoffs(
        runs=before("job-list"), output=before("run-logs"), decisions=before("decisions"), alarms=before("alarms")
    )
