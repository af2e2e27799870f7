"""What the list shows of a run, and what its filters ask."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gim_manager.domain.job import Job
from gim_manager.domain.listing import RunColumn, RunQuery
from gim_manager.domain.run import Run, Status
from gim_manager.presenters import words
from gim_manager.presenters.job_list import (
    COLUMNS,
    JOBS,
    PERIODS,
    STATUSES,
    Filters,
    Wording,
    copied_table,
    count_sentence,
    expected_end,
    note,
    shows,
)
from tests.language.fake_window import BERLIN, NOW, the_morning

RUNS = {run.id: run for run in the_morning()}
WORDING = Wording(zone=BERLIN, now=NOW)


def _row(number: int) -> list[str]:
    return [WORDING.text(RUNS[number], column.key) for column in COLUMNS]


def test_a_running_run_reads_like_the_picture() -> None:
    assert _row(48213) == [
        "48213", "Job_TransformGIM", "Running, 62 percent", "10:37:08", "", "10 m 04 s", "214,889", "scheduler",
        "chunk 4 of 6 · 10:24 – 10:30",
    ]  # fmt: skip


def test_job_parameters_stand_in_the_note_by_their_meaning() -> None:
    assert words.plain(note(RUNS[48214])) == "H_QUEUE +3 · SUBHOUR Offline · 1 – 30 Sep"
    assert words.plain(note(RUNS[48215])) == "ALLSETS · 1 Jan – 24 Oct"
    assert note(RUNS[48217]) == "Waits for re-aggregation 48214 to end."


def test_the_clipboard_gets_a_table_of_plain_values() -> None:
    text = copied_table([RUNS[48212]], COLUMNS, WORDING)
    assert text.splitlines()[1].split("\t")[3:7] == [
        "2026-10-25T10:30:00+01:00", "2026-10-25T10:37:08+01:00", "428", "1204332",
    ]  # fmt: skip


def test_an_expected_start_is_marked_and_is_no_value_to_copy() -> None:
    due = NOW + timedelta(minutes=5)
    wording = replace(WORDING, starts={48216: due, 48212: due})
    time = words.clock_time(due, WORDING.zone, today=due.date())
    assert wording.text(RUNS[48216], "start") == f"≈ {time}"
    assert wording.tip(RUNS[48216], "start").startswith("Expected to start\nSun 25 Oct 2026")
    assert wording.copied(RUNS[48216], "start") == ""
    assert wording.text(RUNS[48212], "start") == WORDING.text(RUNS[48212], "start")
    assert replace(wording, now=due).text(RUNS[48216], "start") == ""


def test_the_end_is_expected_only_where_the_pace_is_known() -> None:
    running = RUNS[48213]
    assert expected_end(running, NOW) == pytest.approx(NOW, abs=timedelta(hours=1))
    assert expected_end(running, NOW) > NOW  # type: ignore[operator]
    assert expected_end(replace(running, progress=0.01), NOW) is None
    assert expected_end(RUNS[48191], NOW) is None
    assert expected_end(RUNS[48212], NOW) is None


def test_a_click_on_a_header_sorts_and_a_second_turns_round() -> None:
    rows = next(column for column in COLUMNS if column.order is RunColumn.ROWS)
    job = next(column for column in COLUMNS if column.order is RunColumn.JOB)
    once = Filters().sorted_by(rows)
    assert (once.order, once.descending, once.sorted_by(rows).descending) == (RunColumn.ROWS, True, False)
    assert Filters().sorted_by(job).descending is False


def test_the_list_can_be_sorted_by_every_column() -> None:
    assert {column.order for column in COLUMNS} == set(RunColumn)
    assert Filters().sorted_by(COLUMNS[-1]) == Filters(order=RunColumn.NOTE, descending=False)


def test_the_filters_become_one_question() -> None:
    filters = Filters(text=" eu ", status=2, job=1, period=2)
    query = filters.query(NOW)
    assert query.text == "eu"
    assert (query.statuses, query.jobs) == (STATUSES[2][1], JOBS[1][1])
    assert query.since == NOW - PERIODS[2][1]  # type: ignore[operator]
    assert (filters.is_clear, filters.cleared().is_clear) == (False, True)


def test_a_canceled_run_leaves_the_list_unless_it_is_asked_for() -> None:
    canceled = replace(RUNS[48216], status=Status.CANCELED)
    assert not shows(RunQuery(), canceled)
    assert shows(RunQuery(statuses=frozenset({Status.CANCELED})), canceled)


def test_the_count_names_both_numbers_only_where_they_differ_in_meaning() -> None:
    assert count_sentence(38, 1204332, filtered=True) == "38 of 1,204,332 runs"
    assert count_sentence(None, 1, filtered=False) == "1 run"
    assert count_sentence(None, None, filtered=True) == ""


def test_the_tooltip_of_a_time_names_every_clock() -> None:
    tip = WORDING.tip(RUNS[48213], "start")
    assert "Sun 25 Oct 2026 10:37:08 Europe/Berlin" in tip
    assert "09:37:08 UTC" in tip


def test_what_is_cut_shows_whole_as_a_tooltip() -> None:
    failed: Run = RUNS[48206]
    assert "at row 41,208" in WORDING.tip(failed, "note")
    assert WORDING.tip(RUNS[48214], "note").endswith("2026-09-30")


def test_every_job_can_be_filtered() -> None:
    assert {job for _, jobs in JOBS for job in jobs} == set(Job)
