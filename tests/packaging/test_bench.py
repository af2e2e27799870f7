"""The benchmark harness: ratios within one run, readable and kept."""

import json
from datetime import date
from pathlib import Path

import harness
import pytest
from harness import Ratio
from registry import BENCHMARKS

ROW = Ratio(measure="extract", seconds=3.0, yardstick="INSERT … SELECT", yardstick_seconds=2.0)


def test_a_ratio_says_how_many_times_the_yardstick() -> None:
    assert ROW.times == 1.5


def test_the_table_stands_in_columns() -> None:
    assert harness.table([ROW]).splitlines() == [
        "measure  seconds  yardstick        seconds  times",
        "extract  3.000    INSERT … SELECT  2.000    1.50",
    ]


def test_a_run_is_kept_under_its_day(tmp_path: Path) -> None:
    path = harness.write([ROW], tmp_path, day=date(2026, 11, 23))
    assert path.name == "bench-2026-11-23.json"
    assert json.loads(path.read_text())["ratios"] == [
        {"measure": "extract", "seconds": 3.0, "yardstick": "INSERT … SELECT", "yardstick_seconds": 2.0, "times": 1.5}
    ]


def test_the_shortest_run_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    instants = iter([0.0, 5.0, 10.0, 11.0, 20.0, 22.0])
    monkeypatch.setattr(harness, "perf_counter", lambda: next(instants))
    assert harness.timed(lambda: None) == 1.0


def test_every_benchmark_has_a_sentence() -> None:
    assert all(measure.__doc__ for measure in BENCHMARKS.values())
