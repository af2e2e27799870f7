"""What `decide` itself costs, with nothing around it: a list of waiting runs, and a year played ahead."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from harness import Ratio, timed

from gim_manager.domain.decide import decide
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.domain.scenario import Scenario
from gim_manager.domain.simulate import simulate
from gim_manager.domain.world import World
from tests.language.build import PARAMETERS, SAMPLE, a_launch, a_run, a_world, at, options

MANY = 1_000
BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
LENGTHS: dict[Job, timedelta] = {job: timedelta(minutes=5) for job in Job if job is not Job.AGGREGATE}


def measure() -> Iterator[Ratio]:
    """A decision beside one with a single run waiting; a year beside APScheduler's own clock-work."""
    for what, world in (("requests", _requests), ("re-aggregations", _re_aggregations)):
        many, one = (_microseconds(world(number)) for number in (MANY, 1))
        yield Ratio(measure=f"decide, {MANY:,} {what} wait", ours=many, yardstick="one waits", theirs=one, unit="µs")
    year = Scenario(world=a_world(options=options(**SAMPLE), created_at=BEGIN), since=BEGIN, until=END, lengths=LENGTHS)
    yield Ratio(
        measure="a simulated year of the sample schedule", ours=timed(lambda: simulate(year), repeat=1),
        yardstick="cron trigger of APScheduler", theirs=timed(_year_of_ticks(), repeat=1),
    )  # fmt: skip


def _microseconds(world: World) -> float:
    return 1e6 * timed(lambda: decide(world, at("07:00")), repeat=10)


def _waiting(number: int, job: Job, parameters: str | None) -> tuple[Run, ...]:
    reason = "It waits."
    return tuple(
        a_run(job, Status.SCHEDULED, number=2 + place, parameters=parameters, reason=reason) for place in range(number)
    )


def _requests(number: int) -> World:
    """All ask for a job that runs."""
    return a_world(a_launch(Job.EXTRACT), *_waiting(number, Job.EXTRACT, None))


def _re_aggregations(number: int) -> World:
    """All wait to be handed to the aggregation."""
    return a_world(a_run(Job.AGGREGATE), *_waiting(number, Job.AGGREGATE, PARAMETERS))


def _year_of_ticks() -> Callable[[], None]:
    """All moments at which the sample schedule's cycles can begin, one after the other."""
    from apscheduler.triggers.cron import CronTrigger

    trigger = CronTrigger(hour="0,6-23", minute="0/30", timezone=UTC)

    def play() -> None:
        tick = trigger.get_next_fire_time(None, BEGIN)
        while tick < END:
            tick = trigger.get_next_fire_time(tick, tick)

    return play
