"""Job Parameters by meaning."""

from datetime import date

import pytest

from gim_manager.domain.job import Job
from gim_manager.presenters import words
from gim_manager.presenters.reaggregation import days_of, reading, short, span, with_days
from tests.language.build import a_run


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ("-insertPendingAgg H_QUEUE,H_AGENT-SUBHOUR.Offline:2026-09-01:2026-09-30",
         "H_QUEUE +1 · SUBHOUR Offline · 1 – 30 Sep"),
        ("-insertPendingAgg ALLSETS:2026-01-01:2026-10-24", "ALLSETS · 1 Jan – 24 Oct"),
        ("-insertPendingAgg H_ID-DAY:2026-09-01:2026-09-01", "H_ID · DAY · 1 Sep"),
        ("-insertPendingAgg ALLSETS:2025-12-30:2026-01-02", "ALLSETS · 2025-12-30 – 2 Jan"),
        ("-undoReaggregation 12", "undoes 12"),
        ("something else", "something else"),
    ],
)  # fmt: skip
def test_parameters_are_short_by_meaning(parameters: str, text: str) -> None:
    assert words.plain(short(parameters, 2026)) == text


def test_a_right_text_is_understood_in_numbers() -> None:
    found = reading("-insertPendingAgg H_QUEUE-DAY:2026-09-01:2026-09-30")
    assert found.is_right
    assert (
        found.text
        == "Understood: 1 set, 30 days, H_QUEUE · DAY · 1 – 30 Sep. From 2026-09-01 00:00 to 2026-10-01 00:00."
    )


def test_R20_a_request_shows_its_resolved_range_and_no_other_run_does() -> None:
    given = "-insertPendingAgg H_QUEUE-DAY:2026-09-01:2026-09-30"
    assert span(a_run(Job.AGGREGATE, parameters=given)) == "2026-09-01 00:00 to 2026-10-01 00:00"
    assert span(a_run(Job.AGGREGATE)) == span(a_run(Job.AGGREGATE, parameters="of another version")) == ""


def test_an_undoing_is_understood_and_has_no_days_of_its_own() -> None:
    asked = "-undoReaggregation 12"
    assert reading(asked).text == "Understood: what run 12 has changed is put back."
    assert (days_of(asked), span(a_run(Job.AGGREGATE, parameters=asked))) == (None, "")
    day = date(2026, 9, 1)
    assert with_days(asked, day, day) == "-insertPendingAgg ALLSETS:2026-09-01:2026-09-01"


def test_a_wrong_text_names_the_place_of_its_fault() -> None:
    found = reading("-insertPendingAgg H_QUEUE-DAY:2026-09-01:never")
    assert not found.is_right
    assert found.column is not None
    assert str(found.column) in found.text


def test_the_days_of_a_request_are_read_and_others_put_in_their_place() -> None:
    text = "-insertPendingAgg H_QUEUE-SUBHOUR.Offline:2026-09-01:2026-09-30"
    assert days_of(text) == (date(2026, 9, 1), date(2026, 9, 30))
    assert days_of("nonsense") is None
    first, last = date(2026, 10, 2), date(2026, 10, 3)
    assert with_days(text, first, last) == ("-insertPendingAgg H_QUEUE-SUBHOUR.Offline:2026-10-02:2026-10-03")
    assert with_days(" ", first, last) == "-insertPendingAgg ALLSETS:2026-10-02:2026-10-03"
    assert with_days("-insertPendingAgg H_AGENT-DAY", first, last).endswith("H_AGENT-DAY:2026-10-02:2026-10-03")
