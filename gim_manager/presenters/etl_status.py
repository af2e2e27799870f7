"""The ETL status panel as sections of lines: what the server does, what comes next, how far the data are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from gim_manager.domain.job import TRAITS, Job
from gim_manager.domain.run import Run
from gim_manager.domain.seal import DaySeal
from gim_manager.domain.status import EtlStatus, NextLaunch, ServerState, SourceMark
from gim_manager.presenters import hold, seal, words
from gim_manager.presenters.language import retold, tr

LATE_SECONDS = 15 * 60
"""A source that lags more than one reporting interval is late."""

CHIP_LOOKS: dict[ServerState, tuple[str, str]] = {
    ServerState.RUNNING: ("ringed-check", "complete"),
    ServerState.STANDBY: ("clock", "stopped"),
    ServerState.PAUSED: ("warning", "stopping"),
    ServerState.CONFIG_ERROR: ("failed", "failed"),
    ServerState.MIGRATION: ("warning", "stopping"),
    ServerState.UNINITIALIZED: ("warning", "stopping"),
    ServerState.NONE: ("canceled", "stopped"),
}
"""Icon and token of the chip."""


_TROUBLE = {"failed": "failed", "warning": "stopping"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: label left, value right; `token` colours both ends' meaning."""

    label: str
    value: str = ""
    quiet: str = ""
    """Before the value, in a quieter colour: the countdown."""
    icon: str = ""
    token: str = "text"
    is_label_quiet: bool = False
    is_strong: bool = False
    share: float | None = None
    """A bar below the line; None for no bar."""
    below: str = ""
    """Words below the line instead of a bar."""
    tip: str = ""
    run_id: int | None = None
    """A click jumps to this run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled group of lines."""

    title: str
    lines: tuple[Line, ...]
    value: str = ""
    empty: str = ""
    is_warning: bool = False
    """The value stands in the colour of warnings: the picture is old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The whole panel."""

    chip: str
    chip_icon: str
    chip_token: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    zone: tzinfo
    now: datetime
    as_of: datetime | None

    def time(self, instant: datetime | None) -> str:
        if instant is None:
            return tr("nothing yet")
        return words.clock_time(instant, self.zone, today=self.now.astimezone(self.zone).date())


def panel(status: EtlStatus, zone: tzinfo, now: datetime, *, lost_since: datetime | None = None) -> Panel:
    """The panel at `now`; with `lost_since` the connection is lost and nothing on it ticks."""
    moment = _Moment(zone=zone, now=lost_since or now, as_of=lost_since)
    icon, token = CHIP_LOOKS[status.server.state]
    chip = words.server_word(status.server.state)
    if lost_since is not None:
        icon, token, chip = "broken", "stopping", tr("Not connected")
    sections = (
        _server(status, moment), _running(status, moment), _next(status, moment), _data(status, moment),
        _sources(status),
    )  # fmt: skip
    return Panel(chip=chip, chip_icon=icon, chip_token=token, sections=sections)


def _server(status: EtlStatus, moment: _Moment) -> Section:
    server = status.server
    lines: list[Line] = []
    if server.host:
        lines.append(Line(label=tr("Leads the schedule"), value=server.host, is_label_quiet=True, tip=server.id or ""))
    if server.heard_at is not None:
        heard = words.age((moment.now - server.heard_at).total_seconds())
        value = tr("epoch {epoch} · {heard}", epoch=server.epoch, heard=heard)
        if moment.as_of:
            value = tr("last seen {at}", at=moment.time(server.heard_at))
        lines.append(Line(label=tr("Lease"), value=value, is_label_quiet=True))
    lines += [Line(label=tr("Stands by"), value=name, is_label_quiet=True) for name in server.standbys]
    if found := hold.suspended(status, moment.zone, moment.now):
        tip = f"{found.fact} {found.consequence}"
        lines.append(Line(label=found.short, icon="warning", token="stopping", below=found.below, tip=tip))
    for icon, sentences in (("failed", [error.message for error in status.errors]), ("warning", status.warnings)):
        for sentence in map(retold, sentences):
            lines.append(Line(label=sentence, icon=icon, token=_TROUBLE[icon], tip=sentence))
    return Section(title=tr("Server"), lines=tuple(lines), empty=tr("No server is alive"))


def _running(status: EtlStatus, moment: _Moment) -> Section:
    lines = tuple(_running_line(run, moment) for run in status.running)
    value = tr("as of {at}", at=moment.time(moment.as_of)) if moment.as_of else words.count(len(lines)) if lines else ""
    return Section(
        title=tr("Running now"), lines=lines, value=value, empty=tr("Nothing runs"), is_warning=moment.as_of is not None
    )


def _running_line(run: Run, moment: _Moment) -> Line:
    label = run.job.value if not run.is_reaggregation else tr("Re-aggregation {id}", id=run.id)
    below = retold(words.first_line(run.note or "")) if run.progress is None else ""
    if not below and run.progress is None and TRAITS[run.job].endless and not run.is_reaggregation:
        below = tr("no end set")
    return Line(
        label=label, value=words.run_duration(run, moment.now), share=run.progress, below=below, run_id=run.id,
        tip=f"{run.job.value} {run.id}: {words.status_spoken(run, moment.now)}",
    )  # fmt: skip


def _next(status: EtlStatus, moment: _Moment) -> Section:
    lines = tuple(_next_line(launch, moment) for launch in status.next[:6])
    empty = tr("The schedule is suspended") if status.suspended else tr("No launch is due")
    return Section(title=tr("Next runs"), lines=lines, empty=empty)


def _next_line(launch: NextLaunch, moment: _Moment) -> Line:
    is_final = launch.reason.startswith("final")
    label = tr("Final cycle") if is_final else tr("Cycle") if launch.job is Job.EXTRACT else launch.job.value
    at = words.near_day(launch.time, moment.zone, now=moment.now)
    ahead = words.countdown(launch.time, moment.zone, now=moment.now)
    quiet = "" if moment.as_of or ahead == at else ahead
    return Line(label=label, value=at, quiet=quiet, tip=retold(launch.reason))


def _data(status: EtlStatus, moment: _Moment) -> Section:
    extracted = max((mark.max_time for mark in status.extract if mark.max_time), default=None)
    lines = [
        Line(label=tr("Extracted to"), value=moment.time(extracted), is_label_quiet=True),
        Line(label=tr("Transformed to"), value=moment.time(status.transform_max_time), is_label_quiet=True),
        Line(label=tr("Aggregated to"), value=moment.time(status.aggregated_to), is_label_quiet=True),
    ]
    if status.aggregate_pending:
        pending = tr("{n} intervals", "", status.aggregate_pending, one="{n} interval")
        lines.append(
            Line(label=tr("Pending"), value=pending, is_label_quiet=True, tip=tr("Intervals to be aggregated"))
        )
    if status.seal is not None:
        lines.append(_seal_line(status.seal, moment))
    if status.partitions_ahead_days is not None:
        ahead = tr("{n} days", "", status.partitions_ahead_days, one="{n} day")
        lines.append(Line(label=tr("Partitions ahead"), value=ahead, is_label_quiet=True))
    return Section(title=tr("Data"), lines=tuple(lines))


def _seal_line(day: DaySeal, moment: _Moment) -> Line:
    today = moment.now.astimezone(moment.zone).date()
    icon, token = ("seal", "complete") if day.is_final else ("dash", "text3")
    return Line(
        label=words.day(day.day, today=today), value=seal.badge(day), icon=icon, token=token, is_strong=day.is_final,
        is_label_quiet=True, tip=seal.tip(day, moment.zone, today=today),
    )  # fmt: skip


def _sources(status: EtlStatus) -> Section:
    lags: dict[str, list[SourceMark]] = {}
    for mark in status.extract:
        lags.setdefault(mark.data_source, []).append(mark)
    lines = tuple(_source_line(name, marks) for name, marks in lags.items())
    return Section(title=tr("Sources and lag"), lines=lines, empty=tr("No source has been read"))


def _source_line(name: str, marks: list[SourceMark]) -> Line:
    """The table of the source that was read furthest says how current the source is."""
    known = [mark.lag_seconds for mark in marks if mark.lag_seconds is not None]
    if not known:
        return Line(label=name, value=tr("not read yet"), icon="dash", token="text3")
    lag = min(known)
    value = words.duration(lag, whole=True)
    if lag > LATE_SECONDS:
        return Line(
            label=name,
            value=value,
            icon="warning",
            token="stopping",
            is_strong=True,
            tip=tr("{name} is late", name=name),
        )
    return Line(label=name, value=value, icon="check", token="complete")


def ticks(status: EtlStatus) -> bool:
    """Whether a digit on the panel changes by itself."""
    return bool(status.running or status.next or status.server.heard_at)
