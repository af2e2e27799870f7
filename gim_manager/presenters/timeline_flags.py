"""What stands over a timeline: changes of the clocks, pauses, late sources and changed options, each as a flag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import inf

from gim_manager.domain.options import find_option
from gim_manager.domain.timeline import Altered, Delay
from gim_manager.presenters import option_words
from gim_manager.presenters.language import tr
from gim_manager.presenters.run_view import Evidence, Why
from gim_manager.presenters.time_axis import Shift
from gim_manager.presenters.time_span import seconds_of
from gim_manager.presenters.timeline import Picture
from gim_manager.presenters.timeline_words import Clock, pause

SHORT = 32
"""Characters of both values of an option that a flag shows; longer ones are told whole elsewhere."""


class Pole(StrEnum):
    """What marks the moment below a flag."""

    DASHED = "dashed"
    """Through the lanes."""
    GAP = "gap"
    """Twice, beside an hour that is skipped."""
    THROUGH = "through"
    HEAD = "head"
    """Within the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """From `since` to `until` in seconds, inf where nobody knows its end; a moment where both are the same."""

    since: float
    until: float
    icon: str
    token: str
    pole: Pole
    text: str
    facts: tuple[Evidence, ...] = ()
    """All that there is to say of it, where the text is not all."""
    option: tuple[str, str] | None = None
    """Section and name of the option that it leads to."""

    @property
    def whole(self) -> str:
        """As a tooltip."""
        return "\n".join(f"{fact.time}: {fact.fact}" for fact in self.facts) or self.text

    def meets(self, since: float, until: float) -> bool:
        """Whether it belongs into this time."""
        return self.since <= until and self.until >= since


def flags(picture: Picture, shifts: Sequence[Shift], clock: Clock) -> tuple[Flag, ...]:
    """All of them, in the order of time."""
    found = (*map(_shifted, shifts), *_paused(picture, clock), *_late(picture, clock), *_altered(picture, clock))
    return tuple(sorted(found, key=lambda flag: flag.since))


def beside(found: Sequence[Flag], since: float, step: int) -> Flag | None:
    """The next flag after a moment, or the last before it."""
    if step > 0:
        return next((flag for flag in found if flag.since > since), None)
    return next((flag for flag in reversed(found) if flag.since < since), None)


def answer(flag: Flag) -> Why:
    """What stands below the lanes while it is chosen."""
    return Why(status=None, cause=None, sentence=flag.text, evidence=flag.facts)


def _shifted(shift: Shift) -> Flag:
    pole = Pole.GAP if shift.is_gap else Pole.DASHED
    return Flag(since=shift.at, until=shift.at, icon="clock", token="scheduled", pole=pole, text=shift.text)


def _paused(picture: Picture, clock: Clock) -> Iterator[Flag]:
    for found in picture.pauses:
        yield Flag(
            since=seconds_of(found.since), until=inf if found.until is None else seconds_of(found.until), icon="pause",
            token="stopping", pole=Pole.HEAD, text=pause(found, clock),
        )  # fmt: skip


def _late(picture: Picture, clock: Clock) -> Iterator[Flag]:
    for delay in picture.delays:
        yield Flag(
            since=seconds_of(delay.since), until=inf if delay.until is None else seconds_of(delay.until),
            icon="warning", token="stopping", pole=Pole.HEAD, text=_delayed(delay, clock),
        )  # fmt: skip


def _delayed(delay: Delay, clock: Clock) -> str:
    begin = clock.time(delay.since, seconds=False)
    if delay.until is None:
        return tr("{source} late since {time}", source=delay.source, time=begin)
    end = clock.time(delay.until, seconds=False)
    return tr("{source} late {begin} – {end}", source=delay.source, begin=begin, end=end)


def _altered(picture: Picture, clock: Clock) -> Iterator[Flag]:
    """What one person changed at one moment is one flag."""
    for (at, by), group in groupby(picture.altered, key=lambda change: (change.at, change.by)):
        changes = tuple(group)
        told = _change(changes[0]) if len(changes) == 1 else tr("{n} options changed", "", len(changes))
        yield Flag(
            since=seconds_of(at), until=seconds_of(at), icon="sliders", token="stopped", pole=Pole.THROUGH,
            text=f"{told} · {by}", facts=tuple(_changed(change, clock) for change in changes),
            option=(changes[0].section, changes[0].name),
        )  # fmt: skip


def _change(change: Altered) -> str:
    old, new = _values(change)
    if len(old) + len(new) > SHORT:
        return tr("{option} changed", option=change.name)
    return tr("{option} {old} → {new}", option=change.name, old=old, new=new)


def _changed(change: Altered, clock: Clock) -> Evidence:
    old, new = _values(change)
    fact = tr(
        "{by} set [{section}] {option} from {old} to {new}", by=change.by, section=change.section, option=change.name,
        old=old, new=new,
    )  # fmt: skip
    return Evidence(time=clock.time(change.at), fact=fact)


def _values(change: Altered) -> tuple[str, str]:
    """The default by its value, where it has one."""
    option = find_option(change.section, change.name)
    default = option_words.value(option, None if option is None else option.default)
    old, new = (
        default if value is None else option_words.value(option, value) for value in (change.old, change.new)
    )  # fmt: skip
    return old, new
