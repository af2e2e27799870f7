"""What a job is handed in a test: a report that remembers, a stop that can be told, a clock that stands still."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from threading import Event

from sqlalchemy import Connection, Engine

from gim_manager.domain.job import Job
from gim_manager.domain.options import Options
from gim_manager.domain.source import Source
from gim_manager.jobs.work import Stopped, Work

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_run_ids = count(1)


@dataclass
class RecordedStep:
    """A step as the run would show it."""

    name: str
    status: str = "Running"
    total: int = 0
    notes: list[str] = field(default_factory=list)

    def rows(self, total: int) -> None:
        self.total = total

    def progress(self, done: float, note: str = "") -> None:
        assert 0.0 <= done <= 1.0
        self.notes.append(note)


class Recorded:
    """A report that remembers everything: `steps`, `plan`, `infos`, `warnings`."""

    def __init__(self) -> None:
        self.steps: list[RecordedStep] = []
        self.plan: list[str] = []
        self.infos: list[str] = []
        self.warnings: list[str] = []

    @contextmanager
    def step(self, name: str) -> Iterator[RecordedStep]:
        made = RecordedStep(name)
        self.steps.append(made)
        try:
            yield made
        except Stopped:
            made.status = "Stopped"
            raise
        except BaseException:
            made.status = "Failed"
            raise
        made.status = "Complete"

    def planned(self, names: Sequence[str]) -> None:
        self.plan = list(names)

    def progress(self, done: float | None, note: str = "") -> None:
        assert done is None or 0.0 <= done <= 1.0

    def info(self, message: str) -> None:
        self.infos.append(message)

    def warning(self, message: str) -> None:
        self.warnings.append(message)

    def rows_of(self, name: str) -> int:
        """The rows of the steps of this name."""
        return sum(step.total for step in self.steps if step.name == name)


class ToldStop:
    """A stop for a test: `tell()` it, or let it be told at the n-th time that it is asked."""

    def __init__(self, *, at_check: int | None = None) -> None:
        self._told = Event()
        self._left = at_check

    def tell(self) -> None:
        self._told.set()

    def requested(self) -> bool:
        if self._left is not None:
            self._left -= 1
            if self._left <= 0:
                self.tell()
        return self._told.is_set()

    def check(self) -> None:
        if self.requested():
            raise Stopped

    def cancels(self, connection: Connection) -> AbstractContextManager[None]:
        return nullcontext()

    def wait(self, seconds: float) -> bool:
        return self._told.wait(min(seconds, 0.01))


@dataclass(kw_only=True)
class ARequest:
    """A re-aggregation as a test hands it over."""

    parameters: str
    run_id: int = 900
    forced: bool = False
    report: Recorded = field(default_factory=Recorded)
    stop: ToldStop = field(default_factory=ToldStop)


def a_work(
    info_mart: Engine,
    *,
    job: Job = Job.EXTRACT,
    sources: Sequence[Source] = (),
    options: Mapping[tuple[str, str], str] | None = None,
    now: datetime | Callable[[], datetime] = NOW,
    parameters: str | None = None,
    report: Recorded | None = None,
    stop: ToldStop | None = None,
) -> Work:
    """One run of a job, each with a number of its own; `options` by (section, name), `now` an instant or a clock."""

    def clock() -> datetime:
        return now if isinstance(now, datetime) else now()

    return Work(
        run_id=next(_run_ids),
        job=job,
        parameters=parameters,
        info_mart=info_mart,
        sources=tuple(sources),
        options=Options(values=options or {}),
        report=report or Recorded(),
        stop=stop or ToldStop(),
        turn=nullcontext,
        now=clock,
        version="0.0.test",
    )


def recorded(work: Work) -> Recorded:
    """The report of a work that `a_work` made."""
    assert isinstance(work.report, Recorded)
    return work.report
