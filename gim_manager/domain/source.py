"""A data source: an IDB that Job_ExtractICON reads, and for which roles."""

from __future__ import annotations

from dataclasses import dataclass

from gim_manager.domain.icon import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One IDB; `key` is its DATA_SOURCE_KEY in every row that came from it."""

    key: int
    name: str
    url: str
    """With its password, so never shown: see `shown_url`."""
    roles: frozenset[Role]
    shown_url: str = ""
