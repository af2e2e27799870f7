"""Which number comes next: keys by table, and the sequence numbers of ICON's providers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from gim_manager.sample.records import COLUMNS


@dataclass(slots=True, kw_only=True)
class Counters:
    """The last key of each table and the last sequence number of each provider."""

    keys: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))
    cfg: int = 0
    gcc: int = 0
    gls: int = 0
    gud: int = 0

    def as_values(self) -> dict[str, object]:
        """Plain values, to be kept until the sample goes on."""
        return asdict(self)
