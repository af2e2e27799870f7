"""Why a job ran or did not run at a moment, past or to come: what is known of it, and the rules asked again."""

from __future__ import annotations

from collections.abc import Iterator

from gim_manager.domain.conditions import Finding, condition_obstacle
from gim_manager.domain.decision import Decision, DecisionKind
from gim_manager.domain.duty import Absence
from gim_manager.domain.job import Job
from gim_manager.domain.moment import Moment, Reason, Stretch
from gim_manager.domain.verify import verify
from gim_manager.domain.why_plan import RULES, planned, switched_off


def why_at(moment: Moment, job: Job | None = None) -> tuple[Reason, ...]:
    """What ran then, or why nothing did; of all jobs where none is named. Never empty, the strongest reason first."""
    jobs = (job,) if job else tuple(Job)
    ran = [_ran(moment, stretch) for stretch in moment.stretches if stretch.job in jobs and stretch.meets(moment.at)]
    decided = [decision for decision in moment.decisions if decision.job in jobs and _matters(moment, decision)]
    told = [told_of(decision, moment) for decision in decided]
    if ran:
        return (*ran, *told)
    born = moment.world.created_at
    if born and moment.at < born:
        text = f"This Info Mart came to be at {moment.wall(born)}: nothing could run in it before."
        return (Reason(time=born, text=text),)
    general = tuple(_general(moment, job))
    if job:
        return (*told, *general, *planned(moment, job))
    return (*told, *(general or [planned(moment, each)[0] for each in RULES]))


def _ran(moment: Moment, stretch: Stretch) -> Reason:
    name = f"{stretch.job} {stretch.run_id}" if stretch.run_id else f"{stretch.job}"
    if stretch.since > moment.now:
        when = moment.between(stretch.since, stretch.until, seconds=True)
        return Reason(time=stretch.since, text=f"{name} is expected to run{when}.", expected=True)
    if stretch.until is not None and stretch.until <= moment.now:
        return Reason(
            time=stretch.since, text=f"{name} ran{moment.between(stretch.since, stretch.until, seconds=True)}."
        )
    end = f", and is expected to end at {moment.wall(stretch.until, seconds=True)}" if stretch.until else ""
    return Reason(time=stretch.since, text=f"{name} runs since {moment.wall(stretch.since, seconds=True)}{end}.")


def _matters(moment: Moment, decision: Decision) -> bool:
    """A launch that was dropped before the job ran again explains nothing."""
    last = moment.world.last.get(decision.job)
    is_old = decision.kind is DecisionKind.DROP and decision.last_at < moment.at
    return not (is_old and last and last.started_at > decision.last_at)


_DONE = {
    DecisionKind.DROP: "canceled", DecisionKind.HOLD: "held back", DecisionKind.STOP: "stopped",
    DecisionKind.REFUSE: "refused", DecisionKind.MAKE_UP: "launched late",
}  # fmt: skip


def told_of(decision: Decision, moment: Moment) -> Reason:
    """A decision as a sentence."""
    is_expected = decision.first_at > moment.now
    if decision.kind is DecisionKind.STEP:
        return Reason(time=decision.first_at, rule=decision.rule, text=decision.reason, expected=is_expected)
    done = _DONE[decision.kind]
    if decision.run_id:
        name = f"{decision.job} {decision.run_id}"
    elif decision.kind is DecisionKind.REFUSE:
        name = f"A request for {decision.job}"
    else:
        name, done = f"A launch of {decision.job}", "dropped" if decision.kind is DecisionKind.DROP else done
    times = f" {decision.count} times" if decision.count > 1 else ""
    text = f"{name} {'will be' if is_expected else 'was'} {done}{times}. {decision.reason}"
    return Reason(time=decision.first_at, rule=decision.rule, text=text, expected=is_expected)


def _general(moment: Moment, job: Job | None) -> Iterator[Reason]:
    """What kept the schedule from launching anything, or this job."""
    world = moment.world
    if moment.absence:
        yield _absent(moment, moment.absence)
    if not world.options.flag("schedule", "run-scheduler"):
        yield switched_off(moment, "run-scheduler", f"The schedule {moment.lasting} suspended", "R01")
    if hold := moment.hold:
        when = moment.between(hold.since, hold.ended_at or hold.expires)
        text = f"The schedule {moment.be} suspended{when} by the maintenance hold of {hold.owner}."
        yield Reason(time=hold.since, rule="R23", text=text)
    findings: tuple[Finding, ...] = (*verify(world.options), *world.findings)
    if obstacle := condition_obstacle(world.condition, findings, job or Job.EXTRACT):
        yield Reason(time=moment.at, rule=obstacle.rule, text=obstacle.reason)


def _absent(moment: Moment, gone: Absence) -> Reason:
    if not moment.is_past:
        text = "No server is running now: nothing is launched until one is."
        return Reason(time=gone.since or moment.now, text=text)
    when = moment.between(gone.since, gone.until, seconds=True) if gone.since or gone.until else " yet"
    return Reason(time=gone.since or moment.at, text=f"No server was running{when}: nothing was launched.")
