"""A timeline that is known already, with what is kept now of its later part: nothing of the rest is read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from gim_manager.domain.timeline import Band, Missed, Pause, Record, joined
from gim_manager.presenters.timeline import Key, Lane, Picture
from gim_manager.presenters.timeline_rows import Row


def merged(known: Picture, record: Record) -> Picture | None:
    """None if nothing is other than before; the same picture, its lanes changed, if nothing around them is."""
    is_other = known.put(record.runs)
    for lane in known.lanes:
        is_other |= _take_missed(lane, [missed for missed in record.missed if Key(missed.job) == lane.key])
    bands = joined((*_before(known.bands, record.since), *record.bands))
    newer = replace(
        known, bands=bands if bands != joined(known.bands) else known.bands,
        pauses=tuple(_pauses(known.pauses, record)),
        altered=(*(change for change in known.altered if change.at < record.since), *record.altered),
        delays=tuple({(delay.source, delay.since): delay for delay in (*known.delays, *record.delays)}.values()),
        reached=tuple(sorted({*known.reached, *record.reached})),
    )  # fmt: skip
    if newer != known:
        return newer
    return known if is_other else None


def _take_missed(lane: Lane, newer: list[Missed]) -> bool:
    """One that comes again counts up, and stays where it is."""
    whole = {(missed.at, missed.rule): missed for missed in (*lane.missed.items, *newer)}
    if list(whole.values()) == lane.missed.items:
        return False
    lane.missed = Row(whole.values())
    return True


def _before(bands: tuple[Band, ...], at: datetime) -> Iterator[Band]:
    for band in bands:
        if band.since < at:
            yield replace(band, until=min(band.until, at))


def _pauses(known: tuple[Pause, ...], record: Record) -> Iterator[Pause]:
    """Those that were over stay; one that goes on began when it did, though the record begins later."""
    at = record.since
    going_on = [pause for pause in known if pause.since < at and (pause.until is None or pause.until >= at)]
    yield from (pause for pause in known if pause.since < at and pause not in going_on)
    for pause in record.pauses:
        begun = next((old for old in going_on if not pause.is_hold and not old.is_hold and pause.since == at), None)
        yield replace(pause, since=begun.since, by=begun.by) if begun else pause
