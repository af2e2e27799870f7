"""The benchmark harness: ratios within one run, readable and kept."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import harness
import pytest
import scheduler
from harness import Ratio
from registry import BENCHMARKS

ROW = Ratio(measure="extract", ours=3.0, yardstick="INSERT … SELECT", theirs=2.0, rows=6000)


def test_a_ratio_says_how_many_times_the_yardstick() -> None:
    assert ROW.times == 1.5


def test_the_table_stands_in_columns() -> None:
    assert harness.table([ROW]).splitlines() == [
        "measure  ours     yardstick        theirs   times  rows/s",
        "extract  3.000 s  INSERT … SELECT  2.000 s  1.50   2,000",
    ]


def test_a_run_is_kept_under_its_day(tmp_path: Path) -> None:
    path = harness.write([ROW], tmp_path, day=date(2026, 11, 23))
    assert path.name == "bench-2026-11-23.json"
    (kept,) = json.loads(path.read_text())["ratios"]
    assert (kept["measure"], kept["ours"], kept["theirs"], kept["times"]) == ("extract", 3.0, 2.0, 1.5)


def test_the_shortest_run_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    instants = iter([0.0, 5.0, 10.0, 11.0, 20.0, 22.0])
    monkeypatch.setattr(harness, "perf_counter", lambda: next(instants))
    assert harness.timed(lambda: None) == 1.0


def test_a_percentile_is_that_of_the_middle_round() -> None:
    quiet, busy, usual = ([seconds] * 94 + [10 * seconds] * 6 for seconds in (1.0, 9.0, 2.0))
    assert [scheduler._milliseconds([quiet, busy, usual], percent) for percent in (50, 95)] == [2_000, 20_000]


def test_every_benchmark_has_a_sentence() -> None:
    assert all(measure.__doc__ for measure in BENCHMARKS.values())


def test_a_benchmark_that_does_not_exist_is_refused_with_the_list() -> None:
    folder = Path(harness.__file__).parent
    done = subprocess.run([sys.executable, folder, "start-down"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"There is no benchmark 'start-down'. There are: {', '.join(BENCHMARKS)}.\n"
