"""The five facts on top of the Health page: configuration, schema, clock, room for data, and which day is final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from gim_manager.domain.conditions import Condition, Level
from gim_manager.domain.fit import Fit
from gim_manager.domain.seal import DaySeal
from gim_manager.domain.status import EtlStatus
from gim_manager.domain.surroundings import CLOCKS_APART
from gim_manager.presenters import words
from gim_manager.presenters.language import retold, tr
from gim_manager.usecases.checkup import Checkup

GOOD, WARNED, BAD, QUIET = "complete", "stopping", "failed", "text2"
"""Tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One of the five on top."""

    title: str
    value: str
    below: str = ""
    icon: str = "check"
    token: str = GOOD

    @property
    def is_strong(self) -> bool:
        """The value takes the colour of its glyph."""
        return self.token in (WARNED, BAD)

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        return words.plain(f"{self.title}: {self.value}, {self.below}".rstrip(", "))


def facts(checkup: Checkup, status: EtlStatus, zone: tzinfo, now: datetime, *, is_local: bool) -> Iterator[Fact]:
    """On SQLite, which has no partitions, whether maintenance fits stands in their place."""
    yield _configuration(checkup, zone, now)
    yield _schema(checkup)
    yield _clock(checkup.clock_apart)
    yield _maintenance(checkup.fit) if is_local else _partitions(status, zone)
    yield _sealed(status.seal, zone, now) if status.seal else _data(status, zone, now)


def _configuration(checkup: Checkup, zone: tzinfo, now: datetime) -> Fact:
    errors = sum(concern.finding.level is Level.ERROR for concern in checkup.concerns)
    warnings = len(checkup.concerns) - errors
    told_errors = tr("{n} errors", "", errors, one="{n} error")
    told_warnings = tr("{n} warnings", "", warnings, one="{n} warning")
    time = words.clock_time(checkup.at, zone, today=now.astimezone(zone).date())
    checked = tr("checked {time}", time=time)
    title = tr("Configuration")
    if errors:
        return Fact(title=title, value=told_errors, below=f"{told_warnings} · {checked}", icon="failed", token=BAD)
    if warnings:
        return Fact(title=title, value=told_warnings, below=f"{told_errors} · {checked}", icon="warning", token=WARNED)
    return Fact(title=title, value=tr("in order"), below=checked)


def _schema(checkup: Checkup) -> Fact:
    title = tr("Schema")
    if checkup.condition is Condition.MIGRATION:
        below = tr("older than this program")
        return Fact(title=title, value=checkup.schema, below=below, icon="failed", token=BAD)
    if checkup.condition is Condition.UNINITIALIZED:
        return Fact(title=title, value=checkup.schema, below=tr("not initialized"), icon="failed", token=BAD)
    return Fact(title=title, value=checkup.schema, below=tr("current with this program"))


def _clock(apart: timedelta) -> Fact:
    title, value = tr("Clock against the database"), words.duration(abs(apart).total_seconds())
    below = tr("limit {limit}", limit=words.duration(CLOCKS_APART.total_seconds(), whole=True))
    if abs(apart) > CLOCKS_APART:
        return Fact(title=title, value=value, below=below, icon="warning", token=WARNED)
    return Fact(title=title, value=value, below=below)


def _partitions(status: EtlStatus, zone: tzinfo) -> Fact:
    title, days = tr("Partitions ahead"), status.partitions_ahead_days
    if days is None:
        return Fact(title=title, value=words.DASH, below=tr("none made yet"), icon="", token=QUIET)
    until = words.full_day((status.at + timedelta(days=days)).astimezone(zone).date()).rpartition(" ")[0]
    value = tr("{n} days", "", days, one="{n} day")
    return Fact(title=title, value=value, below=tr("to {day}", day=until))


def _maintenance(fit: Fit | None) -> Fact:
    title = tr("Maintenance")
    if fit is None or not fit.is_known or fit.room is None:
        return Fact(title=title, value=tr("not known yet"), below=tr("too few runs"), icon="", token=QUIET)
    good, telling = fit.ended_in_time
    below = tr("{good} of {all} runs in time", good=good, all=telling)
    if fit.fits:
        return Fact(title=title, value=tr("fits"), below=below)
    return Fact(title=title, value=tr("does not fit"), below=below, icon="warning", token=WARNED)


def _sealed(seal: DaySeal, zone: tzinfo, now: datetime) -> Fact:
    """Of the day that ended last, as on the panel."""
    day, today = words.full_day(seal.day).rpartition(" ")[0], now.astimezone(zone).date()
    if seal.since is None:
        missing = retold(next(iter(seal.missing), ""))
        return Fact(title=tr("Not final"), value=day, below=missing, icon="", token=QUIET)
    time = words.clock_time(seal.since, zone, today=today)
    return Fact(title=tr("Final to"), value=day, below=tr("sealed {time}", time=time), icon="seal")


def _data(status: EtlStatus, zone: tzinfo, now: datetime) -> Fact:
    title, to = tr("Data complete to"), status.transform_max_time
    if to is None:
        return Fact(title=title, value=words.DASH, below=tr("no data yet"), icon="", token=QUIET)
    aggregated = status.aggregated_to
    below = tr("aggregated to {time}", time=short(aggregated, zone, now)) if aggregated else tr("not aggregated yet")
    return Fact(title=title, value=short(to, zone, now), below=below)


def short(at: datetime, zone: tzinfo, now: datetime) -> str:
    """`10:41` of today, else with its date."""
    return words.clock_time(at, zone, today=now.astimezone(zone).date(), seconds=False)
