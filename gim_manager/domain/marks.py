"""What high-water marks say: whether a source was replaced, and which of its providers are late (X02, X05)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gim_manager.domain.icon import Provider
from gim_manager.domain.timing import to_epoch

DELAYED = "55-20110"
"""The event of data that are expected and do not come (domain/operations.md, section 2)."""


def is_replaced(*, mark: int, current: int) -> bool:
    """Whether the source counts below what was already read from it: then it is another database than before."""
    return current < mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Up to when a provider of a source has told anything, in seconds UTC; None if it never has."""

    provider: Provider
    until: int | None
    tables: tuple[str, ...]
    """The source tables that it writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """What of a source is late, and by how much."""

    seconds: int
    tables: tuple[str, ...]


def delay(heard: Iterable[Heard], *, now: datetime, threshold: int) -> Delay | None:
    """The lateness of a source's slowest provider, with the tables awaited; None if all are within the threshold.

    The configuration may rest for weeks, and a provider that never told anything may not be in use: neither is late.
    """
    late = {
        provider: to_epoch(now) - provider.until
        for provider in heard
        if provider.provider is not Provider.CFG
        and provider.until is not None
        and to_epoch(now) - provider.until > threshold
    }
    if not late:
        return None
    tables = sorted(table for provider in late for table in provider.tables)
    return Delay(seconds=max(late.values()), tables=tuple(tables))
