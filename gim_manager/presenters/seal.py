"""Whether a day is final, in words: a line of the ETL status panel, of `status` and of `seal`."""

from __future__ import annotations

from datetime import date, tzinfo

from gim_manager.domain.seal import DaySeal
from gim_manager.presenters import words
from gim_manager.presenters.language import retold, tr


def badge(seal: DaySeal) -> str:
    """`Final`, or `not final`."""
    return tr("Final") if seal.is_final else tr("not final")


def tip(seal: DaySeal, zone: tzinfo, *, today: date) -> str:
    """Since when it is final, or all that is missing, a line each."""
    day = words.full_day(seal.day)
    if seal.since is not None:
        return tr("{day} is final since {at}", day=day, at=words.clock_time(seal.since, zone, today=today))
    return "\n".join((tr("{day} is not final:", day=day), *map(retold, seal.missing)))
