"""The night in one sentence, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.digest import Digest, Gap, Told
from gim_manager.domain.job import Job
from gim_manager.domain.run import Run, Status
from gim_manager.presenters import words

SLEPT = "While this computer slept, {span}"
AWAY = "While the server on {host} slept or had no database, {span}"
ENDED = "While no server was running, {span}"
SINCE = "Since {since}"
BETWEEN = "{since} to {until}"
TIMES = "{times} times from {since} to {until}"
STILL = "No server is running, since {since}"
DUE = "{launches} due, {made_up} made up, {dropped} dropped by rule"
DUE_STILL = "{launches} due so far"
NO_RUNS = "no run"
ALL_WELL = "{runs}, none failed"
FAILED = "{runs}, {failed} failed ({jobs})"
FAILED_THEN = "{failed} failed ({jobs})"
MAINTAINED = "maintenance ran {span}"
MAINTENANCE_STOPPED = "maintenance was stopped after {length}"
MAINTENANCE_FAILED = "maintenance failed"
UNMAINTAINED = "maintenance did not run"
LATE = "late: {sources}"
COMPLETE_TO = "data complete to {time}"
JOB_HEADINGS = ("Job", "Complete", "Failed", "Stopped")
DROP_HEADINGS = ("Time", "Job", "Rule", "Reason")
_STATES = (Status.COMPLETE, Status.FAILED, Status.STOPPED)
_WEEK = timedelta(days=6)


def sentence(digest: Digest, zone: tzinfo, host: str) -> str:
    """`While this computer slept, Sat 23:10 to Sun 06:55: 14 launches due, 1 made up, 13 dropped by rule; data complete
    to 06:30.`; `host` is the computer that is asked from."""
    empty = [told for told in digest.gaps if told.due]
    head, clauses = _of_gaps(empty, digest, zone, host) if empty else _of_runs(digest, zone)
    return words.plain(f"{head}: {'; '.join([*clauses, *_rest(digest, zone)])}.")


def _of_runs(digest: Digest, zone: tzinfo) -> tuple[str, list[str]]:
    number, failed = digest.count(), digest.count(Status.FAILED)
    runs = words.counted(number, "run")
    said = NO_RUNS if not number else ALL_WELL.format(runs=runs)
    if failed:
        said = FAILED.format(runs=runs, failed=words.count(failed), jobs=_failed(digest))
    return SINCE.format(since=_time(digest.since, digest.until, zone)), [said]


def _of_gaps(empty: list[Told], digest: Digest, zone: tzinfo, host: str) -> tuple[str, list[str]]:
    due, made_up, dropped = (sum(getattr(told, what) for told in empty) for what in ("due", "made_up", "dropped"))
    launches = words.counted(due, "launch", "launches")
    failed = digest.count(Status.FAILED)
    more = [FAILED_THEN.format(failed=words.count(failed), jobs=_failed(digest))] if failed else []
    last = empty[-1].gap
    if len(empty) == 1 and last.until == digest.until and last.server is None:
        head = STILL.format(since=_time(last.since, digest.until, zone))
        return head, [DUE_STILL.format(launches=launches), *more]
    said = DUE.format(launches=launches, made_up=words.count(made_up), dropped=words.count(dropped))
    return _head([told.gap for told in empty], digest.until, zone, host), [said, *more]


def _head(empty: list[Gap], now: datetime, zone: tzinfo, host: str) -> str:
    since, until = empty[0].since, empty[-1].until
    times = {"since": _time(since, now, zone), "until": _time(until, now, zone)}
    span = BETWEEN.format(**times) if len(empty) == 1 else TIMES.format(times=len(empty), **times)
    servers = {gap.server for gap in empty}
    server = next(iter(servers)) if len(servers) == 1 else None
    if server is None:
        return ENDED.format(span=span)
    on = _host_of(server)
    return SLEPT.format(span=span) if on == host else AWAY.format(host=on, span=span)


def _host_of(server: str) -> str:
    """A server is named HOST:PID:WORD."""
    return server.rsplit(":", 2)[0]


def _failed(digest: Digest) -> str:
    return ", ".join(f"{job} {number}" for job, number in digest.failed.items())


def _rest(digest: Digest, zone: tzinfo) -> Iterator[str]:
    if maintenance := _maintenance(digest, zone):
        yield maintenance
    if digest.late:
        yield LATE.format(sources=", ".join(digest.late))
    if digest.complete_to:
        yield COMPLETE_TO.format(time=_time(digest.complete_to, digest.until, zone))


def _maintenance(digest: Digest, zone: tzinfo) -> str:
    """The run that went best: one that ended well excuses one that was stopped."""
    if not digest.maintained:
        return UNMAINTAINED if digest.maintenance_was_due else ""
    run = next((run for run in digest.maintained if run.status is Status.COMPLETE), digest.maintained[-1])
    if run.status is Status.FAILED:
        return MAINTENANCE_FAILED
    if run.status is Status.STOPPED:
        return MAINTENANCE_STOPPED.format(length=words.run_duration(run, digest.until))
    return MAINTAINED.format(span=_span(run, zone))


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
    return f"{words.full_day(local.date())[:3]} {_wall(at, zone)}"


def rows_of_jobs(digest: Digest) -> Iterable[tuple[str, ...]]:
    """How the runs of each job ended."""
    for job in Job:
        counted = [digest.count(status, job=job) for status in _STATES]
        if any(counted):
            yield job.value, *(words.count(number) if number else "" for number in counted)


def rows_of_drops(digest: Digest, zone: tzinfo) -> Iterable[tuple[str, ...]]:
    """What a rule gave up, and why."""
    for decision in digest.dropped:
        time = _time(decision.last_at, digest.until, zone)
        yield time, decision.job.value, decision.rule, decision.reason
