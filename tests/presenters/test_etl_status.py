"""The panel says who leads, what runs, what comes and how far the data are."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gim_manager.domain.hold import Hold, HoldState
from gim_manager.domain.status import EtlStatus, ServerState
from gim_manager.presenters import words
from gim_manager.presenters.etl_status import Panel, Section, panel, ticks
from tests.language.fake_window import BERLIN, NOW, the_morning, the_status

STATUS = the_status(the_morning())


def _section(shown: Panel, title: str) -> Section:
    return next(section for section in shown.sections if section.title == title)


def _lines(title: str, status: EtlStatus = STATUS) -> list[str]:
    shown = panel(status, BERLIN, NOW)
    lines = _section(shown, title).lines
    return [words.plain(f"{line.label} {line.quiet} {line.value}".replace("  ", " ")) for line in lines]


def test_the_server_stands_with_its_lease() -> None:
    assert _lines("Server")[:3] == ["Leads the schedule etlsrv-02", "Lease epoch 41 · 2 s ago", "Stands by etlsrv-01"]


def test_a_launch_counts_down_within_twelve_hours_only() -> None:
    assert _lines("Next runs")[0] == "Cycle in 12 m 48 s 11:00"
    assert _lines("Next runs")[-1].endswith("Mon 03:00")


def test_what_runs_has_a_bar_where_an_end_is_known() -> None:
    lines = {line.run_id: line for line in _section(panel(STATUS, BERLIN, NOW), "Running now").lines}
    assert lines[48213].share == 0.62
    assert (lines[48191].share, lines[48191].below) == (None, "follows the facts · 14 intervals pending")
    assert lines[48214].label == "Re-aggregation 48214"


def test_a_late_source_is_amber_and_the_rest_quiet() -> None:
    lines = {line.label: line for line in _section(panel(STATUS, BERLIN, NOW), "Sources and lag").lines}
    assert (lines["eu-idb2"].token, lines["eu-idb2"].is_strong) == ("stopping", True)
    assert (lines["eu-idb1"].icon, lines["eu-idb1"].is_strong) == ("check", False)


def test_a_lost_connection_turns_the_panel_into_a_memory() -> None:
    shown = panel(STATUS, BERLIN, NOW + timedelta(minutes=3), lost_since=NOW)
    assert shown.chip == "Not connected"
    assert _section(shown, "Running now").value == "as of 10:47:12"
    assert all(not line.quiet for line in _section(shown, "Next runs").lines)


def test_R23_a_held_schedule_has_its_amber_line() -> None:
    held = Hold(id=3, owner="ada", since=NOW, expires=NOW + timedelta(hours=4), state=HoldState.HELD)
    (line,) = [
        line for line in _section(panel(replace(STATUS, hold=held, next=()), BERLIN, NOW), "Server").lines
        if line.label.startswith("Held by ada until 14:47")
    ]  # fmt: skip
    assert (line.icon, line.token, line.below) == ("warning", "stopping", "since 10:47 · without maintenance")
    assert _section(panel(replace(STATUS, hold=held), BERLIN, NOW), "Next runs").empty == "The schedule is suspended"


def test_a_suspended_schedule_says_so() -> None:
    assert "Schedule suspended" in " ".join(_lines("Server", replace(STATUS, scheduling=False)))
    empty = panel(replace(STATUS, scheduling=False, next=()), BERLIN, NOW)
    assert _section(empty, "Next runs").empty == "The schedule is suspended"


@pytest.mark.parametrize("state", ServerState)
def test_every_state_has_a_chip(state: ServerState) -> None:
    shown = panel(replace(STATUS, server=replace(STATUS.server, state=state)), BERLIN, NOW)
    assert shown.chip
    assert shown.chip_icon


def test_the_panel_ticks_only_while_something_counts() -> None:
    assert ticks(STATUS)
    quiet = replace(STATUS, running=(), next=(), server=replace(STATUS.server, heard_at=None))
    assert not ticks(quiet)
