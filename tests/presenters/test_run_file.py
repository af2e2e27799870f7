"""A run is a line of plain values under the names that --json has."""

import csv
import io

from gim_manager.presenters.run_file import write_head, write_runs
from tests.cli.test_output import KEYS
from tests.language.fake_window import BERLIN, the_morning


def _lines() -> list[dict[str, str]]:
    file = io.StringIO()
    write_head(file)
    write_runs(file, the_morning(), BERLIN)
    return list(csv.DictReader(io.StringIO(file.getvalue())))


def test_values_are_plain_and_times_bear_their_offset() -> None:
    lines = {line["id"]: line for line in _lines()}
    assert len(lines) == 21
    extraction = lines["48212"]
    assert (extraction["start_time"], extraction["duration_seconds"], extraction["rows"]) == (
        "2026-10-25T10:30:00+01:00", "428", "1204332",
    )  # fmt: skip
    failed = lines["48206"]
    assert (failed["status"], failed["cause"]) == ("Failed", "error")
    assert failed["error"].startswith("INTERACTION_RESOURCE_FACT")


def test_its_columns_are_keys_of_the_contract() -> None:
    assert set(_lines()[0]) <= set(KEYS)
