"""JSON by the contract; tables that lose nothing into a pipe."""

import re
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from gim_manager.cli import output
from gim_manager.domain.job import Job
from gim_manager.domain.run import Cause, Run, Status

PRAGUE = ZoneInfo("Europe/Prague")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WAITING = Run(id=7, job=Job.EXTRACT, status=Status.SCHEDULED, requested_at=NOON, requested_by="ada")
ENDED = replace(
    WAITING, status=Status.FAILED, cause=Cause.ERROR, start_time=NOON, end_time=NOON + timedelta(seconds=61.25),
    error="it broke, " + "again and " * 20 + "again",
)  # fmt: skip
KEYS = ["id", "job", "status", "cause", "parameters", "launch_key", "cycle", "part_of", "due_at", "requested_at",
        "requested_by", "start_time", "end_time", "duration_seconds", "reason", "error", "progress", "rows", "server",
        "stopped_by"]  # fmt: skip


@pytest.mark.parametrize(
    ("instant", "zone", "shown"),
    [
        (NOON, PRAGUE, "2026-11-23T13:00:00+01:00"),
        (NOON.replace(microsecond=999_999), UTC, "2026-11-23T12:00:00+00:00"),
        (NOON, timezone(timedelta(hours=-3, minutes=-30)), "2026-11-23T08:30:00-03:30"),
        (datetime(1890, 1, 1, tzinfo=UTC), PRAGUE, "1890-01-01T00:57:44+00:57"),
        (None, UTC, None),
    ],
)
def test_a_time_has_seconds_and_the_offset_of_the_schedule(instant, zone, shown) -> None:
    assert output.stamp(instant, zone) == shown


def test_a_run_has_every_key_and_null_for_what_is_absent() -> None:
    shown = output.run_object(WAITING, PRAGUE)
    assert list(shown) == KEYS
    given = {"id": 7, "job": "Job_ExtractICON", "status": "Scheduled", "requested_by": "ada",
             "requested_at": "2026-11-23T13:00:00+01:00"}  # fmt: skip
    assert shown == dict.fromkeys(KEYS) | given


def test_the_duration_of_an_ended_run_is_in_seconds() -> None:
    shown = output.run_object(ENDED, UTC)
    assert (shown["duration_seconds"], shown["cause"]) == (61.25, "error")


def test_into_a_pipe_no_column_is_cut_whatever_the_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    output.print_runs([ENDED], PRAGUE, NOON)
    heading, row = capsys.readouterr().out.splitlines()
    assert " ".join(heading.split()) == "Job ID Job Status Start time End time Duration Rows By Note"
    assert row.endswith(str(ENDED.error))
    assert "Job_ExtractICON  Failed" in row and "1 m 01 s" in row
    assert "…" not in row


def test_on_a_terminal_a_table_fits_its_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    output.print_runs([ENDED], PRAGUE, NOON)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert max(len(line) for line in shown.splitlines()) <= 60


def test_what_looks_like_markup_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(("Section",), [("[schedule]",), ("[/red] :smile:",)])
    assert capsys.readouterr().out == "Section\n[schedule]\n[/red] :smile:\n"


def test_no_run_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_runs([], UTC, NOON)
    assert capsys.readouterr().out == "No run matches.\n"
