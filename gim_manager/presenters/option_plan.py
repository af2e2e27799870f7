"""What changed options would do to a day, in counted facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from gim_manager.domain.day_plan import Comparison, DayPlan, Question
from gim_manager.domain.job import Job
from gim_manager.domain.option_file import Key
from gim_manager.domain.schedule import SECTION
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, tr
from gim_manager.presenters.option_sheet import Sheet
from gim_manager.presenters.option_words import NOTHING

TITLE = later("Tomorrow with these values")
READING = later("playing the day …")
SAME = later("Nothing changes in what is launched.")
SUSPENDED = later("run-scheduler is false: the schedule launches nothing.")
ARROW = f"{words.NO_BREAK}→{words.NO_BREAK}"
"""Between two values, never at the end of a line."""
FEW_TIMES = 3
"""Launches of a job on a day that are told by their times; more are counted."""
INFO, WARN, QUIET = "info", "warning", ""
COUNTED = later("cycles")
"""How runs of Job_ExtractICON are called: each begins one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One difference between the days."""

    icon: str
    """`info`, `warning`, or empty for what is only remarked."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """The card below the inspector; not shown without facts."""

    title: str = field(default_factory=lambda: tr(TITLE))
    facts: tuple[Fact, ...] = ()


def is_worth_playing(sheet: Sheet) -> bool:
    """Whether anything is drafted that the schedule follows."""
    return any(section == SECTION for section, _ in sheet.drafts)


def pending(sheet: Sheet, left_out: tuple[Key, ...]) -> PlanView:
    """While the day is played."""
    return PlanView(facts=(Fact(icon=QUIET, text=tr(READING)), *_left(sheet, left_out)))


def view(found: Comparison, question: Question, sheet: Sheet, left_out: tuple[Key, ...]) -> PlanView:
    """The differences, most telling first; then what was left out of them."""
    facts = [*_facts(found.before, found.after), *_too_long(question)]
    if not question.after.flag(SECTION, "run-scheduler"):
        facts.append(Fact(icon=WARN, text=tr(SUSPENDED)))
    elif not facts:
        facts.append(Fact(icon=QUIET, text=tr(SAME)))
    return PlanView(facts=(*facts, *_left(sheet, left_out)))


def obstructed(reason: str) -> PlanView:
    """The values contradict one that is not drafted, so that nothing would be launched (R28)."""
    return PlanView(facts=(Fact(icon=WARN, text=tr("Nothing would be launched: {reason}", reason=retold(reason))),))


def failed(reason: str) -> PlanView:
    """The day could not be played."""
    return PlanView(facts=(Fact(icon=WARN, text=retold(reason)),))


def _left(sheet: Sheet, left_out: tuple[Key, ...]) -> Iterator[Fact]:
    for key in left_out:
        if key[0] != SECTION:
            continue
        name, before = key[1], sheet.in_force(key)
        yield Fact(
            icon=QUIET,
            text=tr("{name} is left at {before}: the new value is wrong", name=name, before=before or tr(NOTHING)),
        )


def _facts(before: DayPlan, after: DayPlan) -> Iterator[Fact]:
    for job in Job:
        if job is Job.AGGREGATE:
            yield from _running(before, after, job)
        elif job is not Job.TRANSFORM:
            yield from _launches(before, after, job)
        yield from _drops(before, after, job)


def _drops(before: DayPlan, after: DayPlan, job: Job) -> Iterator[Fact]:
    old, new = (sum(event.job is job for event in plan.dropped) for plan in (before, after))
    if old != new:
        yield Fact(
            icon=WARN if new > old else INFO,
            text=tr("launches of {job} that a rule drops {change}", job=job, change=f"{old}{ARROW}{new}"),
        )


def _running(before: DayPlan, after: DayPlan, job: Job) -> Iterator[Fact]:
    old, new = (plan.running.get(job, timedelta()) for plan in (before, after))
    if old != new:
        yield Fact(icon=INFO, text=tr("aggregation runs {change}", change=f"{_length(old)}{ARROW}{_length(new)}"))
    yield from _times(before, after, job)


def _length(length: timedelta) -> str:
    told = words.duration(length.total_seconds(), whole=True).removesuffix(f"{words.NO_BREAK}00{words.NARROW}m")
    return told if length else tr("not at all")


def _launches(before: DayPlan, after: DayPlan, job: Job) -> Iterator[Fact]:
    old, new = len(before.starts.get(job, ())), len(after.starts.get(job, ()))
    if max(old, new) <= FEW_TIMES:
        yield from _times(before, after, job)
        return
    what = tr(COUNTED) if job is Job.EXTRACT else tr("runs of {job}", job=job)
    if old != new:
        yield Fact(icon=INFO, text=f"{what} {words.count(old)}{ARROW}{words.count(new)}")


def _times(before: DayPlan, after: DayPlan, job: Job) -> Iterator[Fact]:
    old, new = (_walls(plan, job) for plan in (before, after))
    if old != new:
        yield Fact(icon=INFO, text=f"{job} {old}{ARROW}{new}")


def _walls(plan: DayPlan, job: Job) -> str:
    times = plan.starts.get(job, ())
    if len(times) > FEW_TIMES:
        return tr("{n} times", "", len(times))
    return ", ".join(f"{time:%H:%M}" for time in times) or tr("never")


def _too_long(question: Question) -> Iterator[Fact]:
    """A cycle that usually takes longer than the new etl-frequency moves the grid with it (R03)."""
    frequency = question.after.number(SECTION, "etl-frequency")
    known = [question.lengths.get(job) for job in (Job.EXTRACT, Job.TRANSFORM)]
    length = sum((length for length in known if length), timedelta())
    is_new = question.before.number(SECTION, "etl-frequency") != frequency
    if is_new and frequency and length > timedelta(minutes=frequency):
        usual = words.duration(length.total_seconds(), whole=True)
        minutes = words.duration(frequency * 60, whole=True)
        text = tr("a cycle usually takes {usual}, longer than {minutes}", usual=usual, minutes=minutes)
        yield Fact(icon=WARN, text=text)
