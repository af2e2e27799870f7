"""The Health page in words: what needs attention with its evidence and the way to it, and what is in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.fit import Fit
from gim_manager.domain.health import SECTION, Rule
from gim_manager.domain.option_file import Key
from gim_manager.domain.options import find_option
from gim_manager.domain.schedule import SECTION as SCHEDULE
from gim_manager.domain.status import EtlStatus, ServerState
from gim_manager.domain.surroundings import ZONE
from gim_manager.presenters import fit as fitting
from gim_manager.presenters import words
from gim_manager.presenters.health_facts import BAD, WARNED, Fact, facts, short
from gim_manager.presenters.language import later, retold, tr
from gim_manager.usecases.checkup import Checkup, Concern

MAINTAIN_AT = (SCHEDULE, "maintain-start-time")
_BREAKS = re.compile(r"[:.;] ")
_SHORTEST = 12
"""What comes before a break earlier than this is no sentence of its own."""
_RUN = re.compile(r"Job_[A-Za-z]+ ([0-9]+)\b")
_JUMPS: dict[Rule, Key] = {
    Rule.NO_GOOD_CYCLE: (SCHEDULE, "etl-frequency"), Rule.MAINTENANCE_MISSED: MAINTAIN_AT,
    Rule.SCHEDULE_SUSPENDED: (SCHEDULE, "run-scheduler"), Rule.AGGREGATION_FAILING: (SCHEDULE, "run-aggregates"),
    Rule.DISK_LOW: (SECTION, "disk-free-megabytes"), Rule.PARTITIONS_LOW: ("gim-etl", "partitioning-ahead-range"),
}  # fmt: skip
"""What rules that name no run are looked for at."""
_IN_ORDER: dict[Key, str] = {
    ZONE: later("Time zone: {zone}"),
    MAINTAIN_AT: later("maintain-start-time outside the ETL window"),
    (SECTION, Rule.JOB_FAILED): later("No job failed last"),
    (SECTION, Rule.RUN_LOST): later("No run lost"),
    (SECTION, Rule.NO_GOOD_CYCLE): later("Cycles end well"),
    (SECTION, Rule.LONG_RUN): later("No run longer than usual"),
    (SECTION, Rule.SOURCE_DELAYED): later("No source late"),
    (SECTION, Rule.MAINTENANCE_MISSED): later("No maintenance missed"),
    (SECTION, Rule.SCHEDULE_SUSPENDED): later("Schedule not suspended for long"),
    (SECTION, Rule.AGGREGATION_FAILING): later("Aggregation not failing"),
    (SECTION, Rule.DISK_LOW): later("Room on the disks"),
}
"""What is checked, and how it reads where nothing was found about it."""
_ON_POSTGRESQL: dict[Key, str] = {
    (SECTION, Rule.PARTITIONS_LOW): later("Partitions ahead"),
    (SECTION, Rule.PARTITION_MISSING): later("Default partition empty"),
}
FITS = later("Maintenance fits: {good} of {all} runs")
NO_FIT = later("Maintenance may not end before the next cycle")
NO_SERVER = later("No server is running")
NOTHING_LAUNCHED = later("Nothing is launched until one is: gim-manager serve, or a window that hosts one.")
NOTHING = later("Nothing needs attention.")
CHECKING = later("Checking …")


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """The way to what a line is about: an option or a run."""

    label: str
    option: Key | None = None
    run_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that needs attention, in two lines."""

    word: str
    icon: str
    token: str
    what: str
    evidence: str
    since: str = ""
    tip: str = ""
    """By whom, and the whole time."""
    jump: Jump | None = None

    @property
    def spoken(self) -> str:
        """For a screen reader and the clipboard."""
        told = f"{self.word}: {self.what}. {self.evidence}" if self.evidence else f"{self.word}: {self.what}."
        return words.plain(f"{told} ({self.since})" if self.since else told)


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView:
    """The page but for the night and the rehearsal."""

    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    in_order: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """All of it as text, for the clipboard."""
        told = [fact.spoken for fact in self.facts], [line.spoken for line in self.lines] or [tr(NOTHING)]
        return "\n".join([*told[0], "", *told[1], "", *self.in_order])


def view(checkup: Checkup, status: EtlStatus, zone: tzinfo, now: datetime, *, is_local: bool) -> HealthView:
    """What was found when it was checked last."""
    lines = tuple(_lines(checkup, status, zone, now))
    return HealthView(
        facts=tuple(facts(checkup, status, zone, now, is_local=is_local)), lines=lines,
        in_order=tuple(_in_order(checkup, is_local=is_local)),
    )  # fmt: skip


def _lines(checkup: Checkup, status: EtlStatus, zone: tzinfo, now: datetime) -> Iterator[Line]:
    fit = checkup.fit
    shown = [_line(concern, zone, now) for concern in checkup.concerns]
    errors = sum(concern.finding.level is Level.ERROR for concern in checkup.concerns)
    yield from shown[:errors]
    if status.server.state is ServerState.NONE and status.scheduling:
        yield _warning(tr(NO_SERVER), tr(NOTHING_LAUNCHED))
    if fit is not None and fit.is_known and fit.scheduled and fit.room is not None and not fit.fits:
        yield _no_fit(fit, zone)
    yield from shown[errors:]


def _no_fit(fit: Fit, zone: tzinfo) -> Line:
    said = " ".join((fitting.verdict(fit, zone), *fitting.evidence(fit, zone)))
    jump = Jump(label=tr("Go to {option}", option=MAINTAIN_AT[1]), option=MAINTAIN_AT)
    return _warning(tr(NO_FIT), said, jump=jump)


def _line(concern: Concern, zone: tzinfo, now: datetime) -> Line:
    finding = concern.finding
    what, evidence = split(retold(finding.message))
    since = tr("since {time}", time=short(concern.since, zone, now)) if concern.since else ""
    tip = words.time_tip(concern.since, zone) if concern.since else ""
    tip = "\n".join(part for part in (tr("set by {name}", name=concern.by) if concern.by else "", tip) if part)
    if finding.level is Level.ERROR:
        return Line(
            word=tr("Error"), icon="failed", token=BAD, what=what, evidence=evidence, since=since, tip=tip,
            jump=_jump(finding),
        )  # fmt: skip
    return _warning(what, evidence, since=since, tip=tip, jump=_jump(finding))


def _warning(what: str, evidence: str, *, since: str = "", tip: str = "", jump: Jump | None = None) -> Line:
    return Line(
        word=tr("Warning"), icon="warning", token=WARNED, what=what, evidence=evidence, since=since, tip=tip, jump=jump
    )  # fmt: skip


def split(message: str) -> tuple[str, str]:
    """What is wrong, and the rest of the message as evidence; the rest may be empty."""
    found = next((found for found in _BREAKS.finditer(message) if found.start() >= _SHORTEST), None)
    if found is None:
        return message.rstrip("."), ""
    return message[: found.start()], words.capital(message[found.end() :])


def _jump(finding: Finding) -> Jump | None:
    run = _RUN.search(finding.message) if finding.section == SECTION else None
    if run:
        return Jump(label=tr("Show run {number}", number=run[1]), run_id=int(run[1]))
    key = (finding.section, finding.option)
    if finding.section == SECTION and finding.option in list(Rule):
        key = _JUMPS.get(Rule(finding.option), ("", ""))
    if find_option(*key) is None:
        return None
    return Jump(label=tr("Go to {option}", option=key[1]), option=key)


def _in_order(checkup: Checkup, *, is_local: bool) -> Iterator[str]:
    """Of an older schema nothing but that was looked at."""
    if checkup.condition is Condition.MIGRATION:
        return
    wrong = {(concern.finding.section, concern.finding.option) for concern in checkup.concerns}
    for key, text in {**_IN_ORDER, **({} if is_local else _ON_POSTGRESQL)}.items():
        if key not in wrong:
            yield tr(text, zone=checkup.zone) if key == ZONE else tr(text)
    if checkup.fit is not None and checkup.fit.fits:
        good, telling = checkup.fit.ended_in_time
        yield tr(FITS, good=good, all=telling)
