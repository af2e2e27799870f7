"""The Run Job form: which jobs are offered in which state, and the verdict on what was chosen, in words."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.decide import Answer, Prediction
from gim_manager.domain.errors import GimError, Refused
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.run import ENDED, Run, Status
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, tr
from gim_manager.presenters.mart import Identity
from gim_manager.usecases.runs import FORCEABLE

OFFERED: tuple[Job, ...] = (
    Job.EXTRACT, Job.TRANSFORM, Job.AGGREGATE, Job.MAINTAIN, Job.INITIALIZE, Job.MIGRATE,
)  # fmt: skip
"""What a person may run (R24), in the order of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobChoice:
    """One job with its present state."""

    job: Job
    state: str
    status: Status | None
    """Its glyph; None while it is idle."""
    meaning: str
    takes_parameters: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What will happen: the answer in one line, the consequence below it."""

    tone: str
    """A state's token: its soft fill and its colour."""
    icon: str
    answer: str
    consequence: str
    may_run: bool
    confirm: str = ""
    """The words of a check box that must be ticked first."""
    offer: str = ""
    """The words of a check box that may be ticked or not, instead."""
    is_taken: bool = False
    """Whether what is offered is in the answer."""


HAND_OVER = later("Hand the Job Parameters over once aggregation runs")
ASKING = Verdict(tone="", icon="", answer="", consequence="", may_run=False)
"""While the rules are being asked."""


def choices(status: EtlStatus | None, zone: tzinfo, now: datetime) -> tuple[JobChoice, ...]:
    """The jobs offered, in order."""
    return tuple(_choice(job, status, zone, now) for job in OFFERED)


def _choice(job: Job, status: EtlStatus | None, zone: tzinfo, now: datetime) -> JobChoice:
    traits = TRAITS[job]
    running = [run for run in status.running if run.job is job and not run.is_reaggregation] if status else []
    waiting = [run for run in status.waiting if run.job is job] if status else []
    return JobChoice(
        job=job, state=_state(job, status, running, waiting, zone, now), meaning=retold(traits.meaning),
        status=running[0].status if running else Status.SCHEDULED if waiting else None,
        takes_parameters=traits.takes_parameters,
    )  # fmt: skip


def _state(
    job: Job, status: EtlStatus | None, running: list[Run], waiting: list[Run], zone: tzinfo, now: datetime
) -> str:
    if running:
        state = _running(running[0], zone, now)
        return tr("{state}, {n} wait", "", len(waiting), one="{state}, one waits", state=state) if waiting else state
    if waiting:
        return tr("waits: {reason}", reason=retold(words.first_line(waiting[0].reason or "")) or tr("about to start"))
    if TRAITS[job].runs_alone:
        return tr("runs alone")
    upcoming = [launch.time for launch in status.next if launch.job is job] if status else []
    if not upcoming:
        return "idle"
    at = words.near_day(min(upcoming), zone, now=now)
    return tr("idle, next cycle {at}", at=at) if job is Job.EXTRACT else tr("idle, next {at}", at=at)


def _running(run: Run, zone: tzinfo, now: datetime) -> str:
    if run.progress is not None and run.status is Status.RUNNING:
        return f"{words.status_word(run)} {words.percent(run.progress)}"
    if run.start_time is None:
        return words.status_word(run)
    today = now.astimezone(zone).date()
    return tr(
        "{status} since {at}", status=words.status_word(run), at=words.clock_time(run.start_time, zone, today=today)
    )


def why_not_again(chosen: Sequence[Run]) -> str:
    """Why what is selected cannot be asked for once more, as the end of a tooltip; empty if it can."""
    if len(chosen) != 1 or chosen[0].status not in ENDED:
        return tr("select one run that has ended")
    return "" if chosen[0].job in OFFERED else tr("{job} is run by the schedule alone", job=chosen[0].job)


def verdict(prediction: Prediction, zone: tzinfo, now: datetime) -> Verdict:
    """The live rules' answer, worded."""
    made = " ".join(part for part in (prediction.reason, prediction.remarks) if part)
    reason = _sentence(retold(made))
    if prediction.kind is Answer.REFUSED:
        return refused(reason, prediction.rule)
    if prediction.kind is Answer.IGNORED_PARAMETERS:
        return Verdict(
            tone="stopping", icon="warning", answer=tr("Will run without its Job Parameters"), consequence=reason,
            may_run=True, offer=tr(HAND_OVER),
        )  # fmt: skip
    if prediction.starts_aggregation:
        return Verdict(
            tone="running", icon="running", answer=tr("Starts aggregation first"), consequence=reason, may_run=True,
            offer=tr(HAND_OVER), is_taken=True,
        )  # fmt: skip
    if prediction.kind is Answer.WAITS:
        answer = tr("Will wait")
        if prediction.until is not None:
            at = words.expected(prediction.until, zone, today=now.astimezone(zone).date())
            answer = tr("Will wait, and start at {at}", at=at)
        return Verdict(tone="scheduled", icon="scheduled", answer=answer, consequence=reason, may_run=True)
    if prediction.rule == "R10":
        return Verdict(tone="stopping", icon="warning", answer=tr("Starts now"), consequence=reason, may_run=True)
    said = "" if made.rstrip(".").casefold() == "starts now" else reason
    consequence = said or tr("Nothing that runs or waits is in its way.")
    return Verdict(tone="running", icon="running", answer=tr("Starts now"), consequence=consequence, may_run=True)


def refused(reason: str, rule: str = "") -> Verdict:
    """A rule turns the request down, some unless a person confirms it."""
    told = _sentence(retold(reason))
    if rule in FORCEABLE:
        return Verdict(
            tone="stopping", icon="warning", answer=tr("Refused, unless you confirm it"), consequence=told,
            may_run=True, confirm=tr("Delete these aggregates all the same"),
        )  # fmt: skip
    return Verdict(tone="failed", icon="refused", answer=tr("Refused"), consequence=told, may_run=False)


def not_understood(sentence: str = "") -> Verdict:
    """Parameters that cannot be read; without a `sentence` where the field tells already what is wrong."""
    told = retold(sentence) if sentence else tr("What is wrong stands under the field.")
    return Verdict(
        tone="failed", icon="failed", answer=tr("The Job Parameters cannot be read"), consequence=told, may_run=False
    )


def unknown(sentence: str) -> Verdict:
    """The database did not answer."""
    return Verdict(
        tone="stopping", icon="broken", answer=tr("Nobody can say now"), consequence=retold(sentence), may_run=False
    )


def unanswered(error: GimError) -> Verdict:
    """Of a question that raised this: a rule turns it down, or nobody can say."""
    return refused(error.reason) if isinstance(error, Refused) else unknown(str(error))


def _sentence(reason: str) -> str:
    return words.capital(reason.strip())


def command(
    job: Job, parameters: str | None, identity: Identity, verdict: Verdict = ASKING, *, is_confirmed: bool = False
) -> str:
    """The same request for the command line, with what was offered and taken, or asked for and confirmed."""
    parts = ["gim-manager", "--db", identity.url, "run", job.value]
    if parameters:
        parts += ["--parameters", parameters]
    if verdict.is_taken:
        parts.append("--hand-over")
    if verdict.confirm and is_confirmed:
        parts.append("--force")
    return shlex.join(parts)
