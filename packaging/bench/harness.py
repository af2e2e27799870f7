"""How a measurement is taken, shown and kept: always beside a yardstick measured in the same run."""

import json
import os
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """`ours` beside `theirs`, what it is held against, in `unit`, from one run; `rows` is how many rows ours moved."""

    measure: str
    ours: float
    yardstick: str
    theirs: float
    unit: str = "s"
    rows: int | None = None

    @property
    def times(self) -> float:
        """How many times the yardstick ours takes; below 1 we are better."""
        return self.ours / self.theirs

    @property
    def rows_per_second(self) -> str:
        """How many rows ours moved a second, as text; empty where it is not about rows."""
        return f"{self.rows / self.ours:,.0f}" if self.rows else ""


Benchmark = Callable[[], Iterable[Ratio]]


def timed(action: Callable[[], object], *, repeat: int = 3) -> float:
    """The shortest of `repeat` runs in seconds: noise only ever adds."""
    durations = []
    for _ in range(repeat):
        start = perf_counter()
        action()
        durations.append(perf_counter() - start)
    return min(durations)


def table(ratios: Sequence[Ratio]) -> str:
    """The rows as aligned text, with a heading."""
    rows = [("measure", "ours", "yardstick", "theirs", "times", "rows/s")]
    rows += [
        (row.measure, _figure(row.ours, row.unit), row.yardstick, _figure(row.theirs, row.unit), f"{row.times:.2f}",
         row.rows_per_second)
        for row in ratios
    ]  # fmt: skip
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _figure(value: float, unit: str) -> str:
    return f"{value:.3f} {unit}" if value < 100 else f"{value:.0f} {unit}"


def _load() -> float | None:
    """How many processes wanted a processor in the last five minutes; None where the system does not tell."""
    return os.getloadavg()[1] if hasattr(os, "getloadavg") else None


def write(ratios: Sequence[Ratio], folder: Path, *, day: date) -> Path:
    """Keep the rows with the machine they were measured on, as bench-DATE.json; a second run of the day replaces it."""
    path = folder / f"bench-{day.isoformat()}.json"
    machine = {"python": platform.python_version(), "system": platform.platform(), "load": _load()}
    rows = [asdict(row) | {"times": row.times} for row in ratios]
    path.write_text(
        json.dumps({"day": day.isoformat(), "machine": machine, "ratios": rows}, indent=2), encoding="utf-8"
    )
    return path
