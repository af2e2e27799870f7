"""decide(world, now) -> commands: the scheduler's brain; a request's prediction asks the same brain."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from gim_manager.domain.coexist import START_ORDER, Beside, Candidate, Meeting, meeting
from gim_manager.domain.commands import Command, HandOver, HoldRun, Launch, QueueLaunch, WaitUntil
from gim_manager.domain.conditions import Obstacle, condition_obstacle
from gim_manager.domain.coverage import Coverage
from gim_manager.domain.cycle import FINAL, due_beginning
from gim_manager.domain.desk import Desk
from gim_manager.domain.due import Due, aggregation_restart, coming, due
from gim_manager.domain.handover import expects_aggregation, handover_obstacle
from gim_manager.domain.hold import Hold
from gim_manager.domain.holding import MADE_UP, leftover, scheduled_aggregation, suspension, waited_for
from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.missed import missed
from gim_manager.domain.reaggregation import Reaggregation, calendar_clock
from gim_manager.domain.request import Answer, Prediction, Refusal, Request, refusal, remarks
from gim_manager.domain.run import Run, Status
from gim_manager.domain.schedule import Schedule
from gim_manager.domain.status import NextLaunch
from gim_manager.domain.undo import Undoable, Undoing, read_request
from gim_manager.domain.withdraw import endings, latest_start, withdrawals
from gim_manager.domain.world import World

__all__ = ["Answer", "Prediction", "decide", "launches_when_resumed", "next_launches", "predict"]

LONGEST_WAIT = timedelta(seconds=30)
"""No wait is longer (R33)."""
A_MINUTE = timedelta(minutes=1)


def decide(world: World, now: datetime, *, longest_wait: timedelta = LONGEST_WAIT) -> tuple[Command, ...]:
    """What to do now, in the order of doing it (R39): kills, cancels, stops; starts; last when to look again.

    Whoever plays time ahead waits longer: no clock jumps there.
    """
    desk = Desk(world, now)
    _end_hold(desk, world)
    _clear(desk)
    for job in START_ORDER:
        _tell_missed(desk, job)
        _launch(desk, job)
        _start_waiting(desk, job)
    _stop_for_waiting(desk)
    _maintain_in_hold(desk)
    return (*desk.commands, _look_again(desk, longest_wait))


def predict(
    world: World, now: datetime, job: Job, parameters: str | None, *, grounds: Coverage | Undoable | None = None,
    hand_over: bool = False,
) -> Prediction:  # fmt: skip
    """What a person's request would come to; raises BadValue for parameters that cannot be read.

    `grounds` say which facts a re-aggregation would be rebuilt from, or what an undoing would put back; without them
    that is not asked (R20). `hand_over` lets it wait for the aggregation that is started for it, instead of being
    ignored (R19); an undoing always waits.
    """
    given = (parameters or "").strip() or None
    wanted = read_request(given) if given and job is Job.AGGREGATE else None
    desk = Desk(world, now)
    rebuilt = wanted if isinstance(wanted, Reaggregation) else None
    ignored = rebuilt is not None and not hand_over and not expects_aggregation(world, desk.schedule, now)
    asked = Request(
        job=job, parameters=given, ignored=ignored, rebuilt=rebuilt,
        coverage=grounds if isinstance(grounds, Coverage) else None,
        undoing=wanted if isinstance(wanted, Undoing) else None,
        undoable=grounds if isinstance(grounds, Undoable) else None,
    )  # fmt: skip
    if turned_down := refusal(desk.world, desk.schedule, now, asked):
        return _refused(turned_down, _about(world, asked))
    return _accepted(world, now, asked)


def next_launches(world: World, now: datetime) -> tuple[NextLaunch, ...]:
    """The launches that the options lead to next, soonest first; none while launches are suspended, nor of a
    job that a finding keeps from starting."""
    desk = Desk(world, now)
    if not desk.schedule or not desk.may_launch or desk.world.hold:
        return ()
    free = [job for job in START_ORDER if not condition_obstacle(world.condition, desk.world.findings, job)]
    found = [launch for job in free for launch in coming(job, desk.world, desk.schedule, now)]
    return tuple(sorted(found, key=lambda launch: launch.time))


def launches_when_resumed(world: World, now: datetime) -> tuple[NextLaunch, ...]:
    """What is launched within a minute if the schedule resumes now, from a hold or by run-scheduler (R01, R23)."""
    if world.hold:
        others = tuple(run for run in world.runs if run.id != world.hold.run_id)
        resumed = replace(world, hold=None, resumed_at=now, runs=others)
    else:
        switched_on = world.options.changed({("schedule", "run-scheduler"): "true"})
        resumed = replace(world, options=switched_on, changed_at={**world.changed_at, "run-scheduler": now})
    made = [told for told in decide(resumed, now) if isinstance(told, Launch | QueueLaunch)]
    at_once = [NextLaunch(job=launch.job, time=now, reason=launch.reason) for launch in made]
    soon = [launch for launch in next_launches(resumed, now) if now < launch.time <= now + A_MINUTE]
    return (*at_once, *soon)


def _end_hold(desk: Desk, read: World) -> None:
    """Ends the hold that is over (R23)."""
    if read.hold and desk.hold_ending and read.scheduling:
        desk.end_hold(read.hold, desk.hold_ending, leftover(read, read.hold))


def _maintain_in_hold(desk: Desk) -> None:
    """Last of all, so that it sees everything that starts: maintenance in a hold begins when nothing runs (R23)."""
    hold = desk.world.hold
    if not hold or not hold.wants_maintenance or not desk.world.scheduling:
        return
    if waits := waited_for(desk.world, hold, desk.schedule, desk.now):
        desk.tell_hold(hold, waits)
    else:
        desk.begin_maintenance(hold)


def _clear(desk: Desk) -> None:
    """Kills, cancels and stops, before anything starts."""
    for run in desk.world.instances:
        if run.status is Status.STOPPING and run.kill_at and run.kill_at <= desk.now:
            desk.kill(run)
    if not desk.world.scheduling or not desk.schedule:
        return
    for run, why in withdrawals(desk.world, desk.schedule, desk.now):
        desk.cancel(run, why)
    for run, why in endings(desk.world, desk.schedule, desk.now):
        desk.stop(run, why.rule, why.reason)


def _tell_missed(desk: Desk, job: Job) -> None:
    """What nobody could make in time is dropped, once a gap (R38)."""
    gone = missed(job, desk.world, desk.schedule, desk.now) if desk.schedule and desk.may_launch else None
    if gone:
        desk.drop(gone, Obstacle(rule=gone.rule, reason=gone.reason))


def _launch(desk: Desk, job: Job) -> None:
    """What becomes of the launch of this job that is due."""
    schedule = desk.schedule
    found = due(job, desk.world, schedule, desk.now) if schedule and desk.may_launch_job(job) else None
    if not found or not schedule:
        return
    if blocked := condition_obstacle(desk.world.condition, desk.world.findings, job):
        desk.keep_back(found, blocked)
    elif found.dropped:
        desk.drop(found, Obstacle(rule=found.rule, reason=found.reason))
    elif desk.world.hold:
        _suspend(desk, desk.world.hold, schedule, found)
    else:
        _make(desk, found)


def _make(desk: Desk, found: Due) -> None:
    """Makes, queues or drops the launch, or lets a waiting request become it."""
    job = found.job
    met = _meets(desk, Candidate(job=job, is_launch=True))
    if waiting := _adoptable(desk, job, met):
        desk.adopt(found, waiting)
    elif not met:
        desk.launch(found)
    elif met.outcome is Beside.DROPS:
        desk.drop(found, Obstacle(rule=met.rule, reason=f"{job} is not launched beside {met.others[0].job}."))
    else:
        _stop_yielding(desk, met, found.reason)
        desk.queue(found, met)


def _suspend(desk: Desk, hold: Hold, schedule: Schedule, found: Due) -> None:
    """A launch that falls due in a hold: caught up with afterwards, or dropped (R01)."""
    if found.job in MADE_UP:
        desk.keep_back(found, suspension(hold, schedule, desk.now, so="this launch is caught up with afterwards"))
    else:
        desk.drop(found, suspension(hold, schedule, desk.now, so="this launch is dropped"))


def _adoptable(desk: Desk, job: Job, met: Meeting | None) -> Run | None:
    """The waiting request that becomes the launch; one that may start while the launch may not is left alone (R23)."""
    waiting = next((run for run in desk.world.of(job) if not run.is_active and not run.is_launch), None)
    if waiting and met and not _meets(desk, Candidate(job=job, is_launch=False, run_id=waiting.id)):
        return None
    return waiting


def _start_waiting(desk: Desk, job: Job) -> None:
    """Starts the waiting runs of this job that nothing holds back, and says of the others what does."""
    earlier: Run | None = None
    for run in desk.world.runs:
        ours = desk.world.scheduling or not (run.is_launch and run.by_scheduler)
        if run.job is job and run.status is Status.SCHEDULED and run.id > 0 and ours:
            _start_or_hold(desk, run, earlier)
        earlier = run if run.is_reaggregation else earlier


def _start_or_hold(desk: Desk, run: Run, earlier: Run | None) -> None:
    """`earlier` is the re-aggregation asked for just before."""
    if blocked := condition_obstacle(desk.world.condition, desk.world.findings, run.job):
        desk.hold(run, blocked)
    elif run.is_reaggregation:
        _hand_over_or_hold(desk, run, earlier)
    elif met := _meets(desk, Candidate(job=run.job, is_launch=run.is_launch, run_id=run.id)):
        _stop_yielding(desk, met, _due_reason(desk, run))
        desk.hold(run, met)
    else:
        desk.start(run, _start_rule(run))


def _due_reason(desk: Desk, run: Run) -> str:
    """What the run that yields is told; only a cycle makes one yield (R07)."""
    at = desk.schedule.wall(run.due_at, desk.now) if desk.schedule and run.due_at else None
    return f"The ETL cycle of {at} begins." if at else f"{run.job} {run.id} is due."


def _hand_over_or_hold(desk: Desk, run: Run, earlier: Run | None) -> None:
    """R18: one after the other, in the order asked, and only while aggregation is Running."""
    others = desk.in_the_way
    if waiting := handover_obstacle(desk.world, desk.schedule, desk.now, run, earlier=earlier, others=others):
        desk.hold(run, waiting)
        return
    aggregation = desk.world.active(Job.AGGREGATE)
    # One that was launched a moment ago, in this decision, has no number yet.
    if aggregation and aggregation.id > 0 and run.part_of != aggregation.id:
        desk.hand_over(run, aggregation)


def _meets(desk: Desk, candidate: Candidate) -> Meeting | None:
    """What the candidate has to wait for, and until when it does at the latest."""
    met = meeting(candidate, desk.in_the_way) or _cycle_met(desk, candidate)
    limit = latest_start(candidate.job, desk.schedule, desk.now) if candidate.is_launch and desk.schedule else None
    if not met or not limit or not desk.schedule:
        return met
    # With its weekday and never "today", or a launch that waits over midnight would be told a new reason.
    at = f"{desk.schedule.clock.local(limit):%H:%M on %A}"
    return replace(met, reason=f"{met.reason} It waits until {at} at the latest.")


def _cycle_met(desk: Desk, candidate: Candidate) -> Meeting | None:
    """Scheduled maintenance also waits for a cycle in progress or due (R08)."""
    if candidate.job is not Job.MAINTAIN or not candidate.is_launch or not desk.schedule:
        return None
    cycle = desk.world.cycle
    if (cycle and cycle.in_progress) or due_beginning(desk.world, desk.schedule, desk.now):
        return Meeting(rule="R08", reason="Waits for the ETL cycle to end.", outcome=Beside.WAITS, others=())
    return None


def _stop_yielding(desk: Desk, met: Meeting, reason: str) -> None:
    for run in met.others if met.outcome is Beside.STOPS else ():
        desk.stop(run, met.rule, reason)


def _stop_for_waiting(desk: Desk) -> None:
    """Scheduled aggregation is stopped for a job that has to run alone (R27); a person's is waited for (R17)."""
    alone = next((run for run in desk.world.runs if run.status is Status.SCHEDULED and _runs_alone(run)), None)
    aggregation = scheduled_aggregation(desk.world, desk.schedule, desk.now) if desk.schedule else None
    if alone and aggregation and desk.world.scheduling:
        reason = f"{alone.job} {alone.id} has to run alone; aggregation starts again afterwards."
        desk.stop(aggregation, "R27", reason)


def _runs_alone(run: Run) -> bool:
    return TRAITS[run.job].runs_alone


_START_RULES = {
    Job.EXTRACT: "R03", Job.TRANSFORM: "R05", Job.MAINTAIN: "R08", Job.AGGREGATE: "R14", Job.EXPORT: "R13",
    Job.UPDATE_STATS: "R12", Job.MIGRATE: "R29",
}  # fmt: skip


def _start_rule(run: Run) -> str:
    """The rule by which a waiting run starts: a person's may start at any time (R22)."""
    if not run.is_launch:
        return "R22"
    is_final = run.job is Job.EXTRACT and run.cycle is not None and run.cycle.endswith(FINAL)
    return "R04" if is_final else _START_RULES.get(run.job, "R27")


def _look_again(desk: Desk, longest_wait: timedelta) -> WaitUntil:
    at = min([desk.now + longest_wait, *_moments(desk)])
    return WaitUntil(rule="R33", reason="Nothing is due before.", at=at)


def _moments(desk: Desk) -> list[datetime]:
    """The instants to come at which time alone changes something."""
    moments = [run.kill_at for run in desk.world.instances if run.status is Status.STOPPING and run.kill_at]
    moments += [desk.world.hold.expires] if desk.world.hold else []
    if desk.schedule and desk.may_launch:
        moments += [launch.time for job in START_ORDER for launch in coming(job, desk.world, desk.schedule, desk.now)]
    if desk.schedule and desk.world.scheduling:
        moments += _edges(desk, desk.schedule)
    return [moment for moment in moments if moment > desk.now]


def _edges(desk: Desk, schedule: Schedule) -> list[datetime]:
    """When windows open and close, and when aggregation may be started again."""
    window = schedule.aggregate.at(desk.now) if schedule.aggregate else None
    restart = aggregation_restart(desk.world)
    edges = [schedule.etl.opened(desk.now).closes, schedule.etl.following(desk.now).opens]
    return [*edges, *([window.closes] if window else []), *([restart] if restart else [])]


def _refused(by: Refusal, about: str) -> Prediction:
    return Prediction(kind=Answer.REFUSED, rule=by.rule, reason=by.reason, until=by.until, remarks=about)


def _about(world: World, asked: Request) -> str:
    return remarks(asked, calendar_clock(world.options).zone)


def _accepted(world: World, now: datetime, asked: Request) -> Prediction:
    """Puts the request into the world and looks at what is decided about it."""
    about = _about(world, asked)
    if asked.ignored:
        ignored = "Aggregation is not running: it is started and the parameters are ignored. Ask again once it runs."
        return Prediction(kind=Answer.IGNORED_PARAMETERS, rule="R19", reason=ignored)
    if asked.is_handed_over and not expects_aggregation(world, Desk(world, now).schedule, now):
        reason = f"{Job.AGGREGATE} is started, and the request is handed over once it runs."
        return Prediction(
            kind=Answer.STARTS, rule="R19", reason=reason, parameters=asked.parameters, remarks=about,
            starts_aggregation=True,
        )  # fmt: skip
    number = 1 + max((run.id for run in world.runs), default=0)
    kept = asked.parameters if asked.is_handed_over else None
    run = Run(id=number, job=asked.job, status=Status.SCHEDULED, requested_at=now, requested_by="", parameters=kept)
    told = next((it for it in decide(replace(world, runs=(*world.runs, run)), now) if _is_about(it, number)), None)
    if isinstance(told, HoldRun):
        return Prediction(
            kind=Answer.WAITS, rule=told.rule, reason=told.reason, until=told.until, parameters=kept, remarks=about
        )
    if kept:
        reason = told.reason if told else f"Begins with the first interval of {Job.AGGREGATE}, which is starting."
        return Prediction(kind=Answer.STARTS, rule="R18", reason=reason, parameters=kept, remarks=about)
    return _starts(world)


def _starts(world: World) -> Prediction:
    """R10: a person's request is not held by scheduled maintenance, but warned of it."""
    maintenance = world.active(Job.MAINTAIN)
    if not maintenance or not maintenance.is_launch:
        return Prediction(kind=Answer.STARTS, rule="", reason="Starts now.")
    running = f"scheduled {Job.MAINTAIN} {maintenance.id} is running"
    reason = f"Starts now, although {running}: beside it a job can end in a deadlock."
    return Prediction(kind=Answer.STARTS, rule="R10", reason=reason)


def _is_about(command: Command, run_id: int) -> bool:
    return isinstance(command, HoldRun | HandOver) and command.run_id == run_id
