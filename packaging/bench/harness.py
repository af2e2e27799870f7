"""How a measurement is taken, shown and kept: always beside a yardstick measured in the same run."""

import json
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """`seconds` for what is ours beside `yardstick_seconds` for what it is held against; both from one run."""

    measure: str
    seconds: float
    yardstick: str
    yardstick_seconds: float

    @property
    def times(self) -> float:
        """How many times the yardstick's time ours takes; below 1 we are faster."""
        return self.seconds / self.yardstick_seconds


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
    rows = [("measure", "seconds", "yardstick", "seconds", "times")]
    rows += [
        (row.measure, f"{row.seconds:.3f}", row.yardstick, f"{row.yardstick_seconds:.3f}", f"{row.times:.2f}")
        for row in ratios
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def write(ratios: Sequence[Ratio], folder: Path, *, day: date) -> Path:
    """Keep the rows with the machine they were measured on, as bench-DATE.json; a second run of the day replaces it."""
    path = folder / f"bench-{day.isoformat()}.json"
    machine = {"python": platform.python_version(), "system": platform.platform()}
    rows = [asdict(row) | {"times": row.times} for row in ratios]
    path.write_text(
        json.dumps({"day": day.isoformat(), "machine": machine, "ratios": rows}, indent=2), encoding="utf-8"
    )
    return path
