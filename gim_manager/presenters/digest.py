"""The night in one sentence, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.digest import Digest, Gap, Told
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.presenters import words
from gim_manager.presenters.language import later, retold, tr

SLEPT = later("While this computer slept, {span}")
AWAY = later("While the server on {host} slept or had no database, {span}")
ENDED = later("While no server was running, {span}")
SINCE = later("Since {since}")
BETWEEN = later("{since} to {until}")
TIMES = later("{times} times from {since} to {until}")
STILL = later("No server is running, since {since}")
DUE = later("{launches} due, {made_up} made up, {dropped} dropped by rule")
DUE_STILL = later("{launches} due so far")
NO_RUNS = later("no run")
ALL_WELL = later("{runs}, none failed")
FAILED = later("{runs}, {failed} failed ({jobs})")
FAILED_THEN = later("{failed} failed ({jobs})")
MAINTAINED = later("maintenance ran {span}")
MAINTENANCE_STOPPED = later("maintenance was stopped after {length}")
MAINTENANCE_FAILED = later("maintenance failed")
UNMAINTAINED = later("maintenance did not run")
LATE = later("late: {sources}")
COMPLETE_TO = later("data complete to {time}")
JOB_HEADINGS = ("Job", "Complete", "Failed", "Stopped")
DROP_HEADINGS = ("Time", "Job", "Rule", "Reason")
_STATES = (Status.COMPLETE, Status.FAILED, Status.STOPPED)
_WEEK = timedelta(days=6)


def sentence(digest: Digest, zone: tzinfo, host: str) -> str:
    """`While this computer slept, Sat 23:10 to 06:55: 14 launches due, 1 made up, 13 dropped by rule; data complete to
    06:30.`; `host` is the computer that is asked from."""
    return words.plain(": ".join(halves(digest, zone, host)))


def halves(digest: Digest, zone: tzinfo, host: str) -> tuple[str, str]:
    """The same for a banner: the time that it is about, and what happened in it."""
    empty = [told for told in digest.gaps if told.due]
    head, clauses = _of_gaps(empty, digest, zone, host) if empty else _of_runs(digest, zone)
    return head, f"{'; '.join([*clauses, *_rest(digest, zone)])}."


def _of_runs(digest: Digest, zone: tzinfo) -> tuple[str, list[str]]:
    number, failed = digest.count(), digest.count(Status.FAILED)
    runs = tr("{n} runs", "", number, one="{n} run")
    said = tr(ALL_WELL, runs=runs) if number else tr(NO_RUNS)
    if failed:
        said = tr(FAILED, runs=runs, failed=words.count(failed), jobs=_failed(digest))
    return tr(SINCE, since=_time(digest.since, digest.until, zone)), [said]


def _of_gaps(empty: list[Told], digest: Digest, zone: tzinfo, host: str) -> tuple[str, list[str]]:
    due, made_up, dropped = (sum(getattr(told, what) for told in empty) for what in ("due", "made_up", "dropped"))
    launches = tr("{n} launches", "", due, one="{n} launch")
    failed = digest.count(Status.FAILED)
    more = [tr(FAILED_THEN, failed=words.count(failed), jobs=_failed(digest))] if failed else []
    last = empty[-1].gap
    if len(empty) == 1 and last.until == digest.until and last.server is None:
        head = tr(STILL, since=_time(last.since, digest.until, zone))
        return head, [tr(DUE_STILL, launches=launches), *more]
    said = tr(DUE, launches=launches, made_up=words.count(made_up), dropped=words.count(dropped))
    return _head([told.gap for told in empty], digest.until, zone, host), [said, *more]


def _head(empty: list[Gap], now: datetime, zone: tzinfo, host: str) -> str:
    since, until = empty[0].since, empty[-1].until
    times = {"since": _time(since, now, zone), "until": _time(until, now, zone)}
    span = tr(BETWEEN, **times) if len(empty) == 1 else tr(TIMES, times=len(empty), **times)
    servers = {gap.server for gap in empty}
    server = next(iter(servers)) if len(servers) == 1 else None
    if server is None:
        return tr(ENDED, span=span)
    on = _host_of(server)
    return tr(SLEPT, span=span) if on == host else tr(AWAY, host=on, span=span)


def _host_of(server: str) -> str:
    """A server is named HOST:PID:WORD."""
    return server.rsplit(":", 2)[0]


def _failed(digest: Digest) -> str:
    return ", ".join(f"{job} {number}" for job, number in digest.failed.items())


def _rest(digest: Digest, zone: tzinfo) -> Iterator[str]:
    if maintenance := _maintenance(digest, zone):
        yield maintenance
    if digest.late:
        yield tr(LATE, sources=", ".join(digest.late))
    if digest.complete_to:
        yield tr(COMPLETE_TO, time=_time(digest.complete_to, digest.until, zone))


def _maintenance(digest: Digest, zone: tzinfo) -> str:
    """The run that went best: one that ended well excuses one that was stopped."""
    if not digest.maintained:
        return tr(UNMAINTAINED) if digest.maintenance_was_due else ""
    run = next((run for run in digest.maintained if run.status is Status.COMPLETE), digest.maintained[-1])
    if run.status is Status.FAILED:
        return tr(MAINTENANCE_FAILED)
    if run.status is Status.STOPPED:
        return tr(MAINTENANCE_STOPPED, length=words.run_duration(run, digest.until))
    return tr(MAINTAINED, span=_span(run, zone))


def _span(run: Run, zone: tzinfo) -> str:
    walls = (_wall(at, zone) for at in (run.start_time or run.requested_at, run.end_time or run.requested_at))
    return f" {words.DASH} ".join(walls)


def _wall(at: datetime, zone: tzinfo) -> str:
    return words.clock_time(at, zone, today=at.astimezone(zone).date(), seconds=False)


def _time(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`06:30` of today, `Sat 23:10` within a week, else `24 Oct 23:10`."""
    today, local = now.astimezone(zone).date(), at.astimezone(zone)
    if local.date() == today or now - at > _WEEK:
        return words.clock_time(at, zone, today=today, seconds=False)
    return f"{words.weekday(local.date())} {_wall(at, zone)}"


def rows_of_jobs(digest: Digest) -> Iterable[tuple[str, ...]]:
    """How the runs of each job ended."""
    for job in Job:
        counted = [digest.count(status, job=job) for status in _STATES]
        if any(counted):
            yield job.value, *(words.count(number) if number else "" for number in counted)


def told_of_jobs(digest: Digest) -> Iterable[tuple[str, ...]]:
    """The same where no headings stand above."""
    told = (later("{n} complete"), later("{n} failed"), later("{n} stopped"))
    for job in Job:
        counted = [digest.count(status, job=job) for status in _STATES]
        if any(counted):
            said = (tr(text, "", number) if number else "" for text, number in zip(told, counted, strict=True))
            yield job.value, *said


def rows_of_drops(digest: Digest, zone: tzinfo) -> Iterable[tuple[str, ...]]:
    """What a rule gave up, and why."""
    for decision in digest.dropped:
        time = _time(decision.last_at, digest.until, zone)
        yield time, decision.job.value, decision.rule, retold(decision.reason)
