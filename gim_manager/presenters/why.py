"""Why, in words: the parts of an answer as lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from gim_manager.domain.moment import Reason
from gim_manager.presenters import words

HEADINGS = ("Time", "Rule", "Reason")


def time(reason: Reason, zone: tzinfo, now: datetime) -> str:
    """When it was, or `≈` when it is expected."""
    today = now.astimezone(zone).date()
    shown = words.expected if reason.expected else words.clock_time
    return shown(reason.time, zone, today=today)


def rows(reasons: Iterable[Reason], zone: tzinfo, now: datetime) -> Iterable[tuple[str, ...]]:
    """A reason a row."""
    return ((time(reason, zone, now), reason.rule or "", reason.text) for reason in reasons)
