"""How the Info Mart that is made of values fares: its checkup, its night, and what a rehearsal is played with."""

from collections.abc import Callable
from datetime import datetime, timedelta

from gim_manager.domain.conditions import Condition, Finding, Level
from gim_manager.domain.digest import Gap, Missing
from gim_manager.domain.digest import Question as NightQuestion
from gim_manager.domain.fit import Fit, Trial, fit
from gim_manager.domain.health import Rule
from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.rehearsal import Question as RehearsalQuestion
from gim_manager.domain.run import Run, Status
from gim_manager.domain.world import World
from gim_manager.usecases.checkup import Checkup, Concern
from gim_manager.usecases.options import Read
from tests.language.fake_clock import NOW, wall

MINUTE = timedelta(minutes=1)


def warning(message: str, section: str = "", option: str = "", since: datetime | None = None, **more: str) -> Concern:
    """A finding that keeps nothing from starting."""
    found = Finding(level=Level.WARNING, message=message, section=section, option=option)
    return Concern(finding=found, since=since, **more)


def error(message: str, section: str = "", option: str = "", since: datetime | None = None, **more: str) -> Concern:
    """A finding that does."""
    found = Finding(level=Level.ERROR, message=message, section=section, option=option)
    return Concern(finding=found, since=since, **more)


MORNING = (
    warning(
        "Job_TransformGIM 48206 failed: INTERACTION_RESOURCE_FACT: integer out of range in column TOTAL_DURATION",
        "alarms", Rule.JOB_FAILED, wall("09:08:05"),
    ),
    warning(
        "55-20110 The data source eu-idb2 was 5269 seconds late at its last extraction; awaited are G_CALL, G_PARTY.",
        "alarms", Rule.SOURCE_DELAYED, wall("09:36:00"),
    ),
    warning(
        "The disk of D:\\logs (exports) has 410 MB left, less than disk-free-megabytes 500.", "alarms", Rule.DISK_LOW,
        wall("22:04:00", 24),
    ),
    warning(
        "maintain-start-time 03:00 leaves 20 minutes that no window of aggregation covers before the ETL window opens "
        "at 06:30, which stops maintenance: leave at least 30.",
        "schedule", "maintain-start-time", wall("15:12:00", 23), by="m.keller",
    ),
)  # fmt: skip
LONG = (
    error(
        "maintain-start-time 12:00 lies inside the ETL window from 06:30 to 00:30: set it to a time between the end "
        "and the next start, or set run-maintain to false.",
        "schedule", "maintain-start-time", wall("10:31:00"), by="Maximiliane von Hohenstein-Wittgenstein",
    ),
    error(
        "[gim-export] output-directory = 'relative/folder' is not valid: it takes the path of a folder.",
        "gim-export", "output-directory", wall("10:30:00"), by="a.novak",
    ),
    *MORNING,
    warning(
        "The data source Kundenservicecenter-Sueddeutschland-Rechenzentrum-2: "
        "could-not-translate-host-name-warehouse-of-the-second-data-centre.southern-europe.example.com-to-address",
    ),
    warning(
        "timezone is GMT because nobody has set it, while WS-4471 keeps GMT+1:00 and GMT+2:00: set it to the zone of "
        "the business, or to GMT if that is meant.",
        "schedule", "timezone",
    ),
    warning("2 messages about alarms could not be delivered by webhook and will be tried again: "
            "The webhook at hooks.example.com answered 503 Service Unavailable.", "alarms", "webhook"),
    warning("Job_TransformGIM 48203 was at work without a living server: it is Failed. Its server is gone. It gave no "
            "reason.", since=wall("08:43:53")),
)  # fmt: skip
"""Errors, and warnings of long words that nothing may cut."""


def the_fit(options: Options, minutes: int = 48) -> Fit:
    """Sixty runs of this length."""
    return fit(options, [Trial(length=minutes * MINUTE)] * 60, 18 * MINUTE, NOW)


class FakeHealth:
    """The questions of the Health page."""

    asked: list[tuple[object, ...]]
    read: Read
    before: Callable[[], None]
    list: list[Run]
    concerns: tuple[Concern, ...] = MORNING
    slept: tuple[datetime, datetime] | None = None
    """When this computer did, as the night is asked for."""
    maintenance_minutes = 48

    def now(self) -> datetime:
        raise NotImplementedError

    def checkup(self) -> Checkup:
        self.before()
        self.asked.append(("checkup",))
        return Checkup(
            at=self.now(), zone=self.read.options.text("schedule", "timezone"), concerns=self.concerns,
            condition=Condition.READY, schema="0002-0007", clock_apart=timedelta(seconds=0.2),
            fit=the_fit(self.read.options, self.maintenance_minutes),
        )  # fmt: skip

    def what_happened(self, since: datetime | None) -> NightQuestion:
        self.before()
        self.asked.append(("what happened", since))
        missing: tuple[Missing, ...] = ()
        if self.slept is not None:
            world = World(options=self.read.options, postgresql=True, created_at=self.slept[0] - MINUTE)
            gap = Gap(since=self.slept[0], until=self.slept[1], server="WS-4471:4711:a1b2c3")
            missing = (Missing(gap=gap, world=world, made_up=1),)
        ended = {(job, Status.COMPLETE): 19 for job in (Job.EXTRACT, Job.TRANSFORM)}
        maintained = tuple(run for run in self.list if run.job is Job.MAINTAIN)
        return NightQuestion(
            since=since or wall("18:00:00", 24), until=self.now(), options=self.read.options, missing=missing,
            ended=ended | {(Job.TRANSFORM, Status.FAILED): 2}, maintained=maintained, complete_to=wall("10:24:00"),
        )  # fmt: skip

    def rehearsal(self) -> RehearsalQuestion:
        self.before()
        self.asked.append(("rehearsal",))
        lengths = {Job.MAINTAIN: self.maintenance_minutes * MINUTE}
        return RehearsalQuestion(options=self.read.options, after=self.now(), lengths=lengths)
