"""The parts of an answer as lines."""

from datetime import UTC

from gim_manager.domain.moment import Reason
from gim_manager.presenters import words
from gim_manager.presenters.why import rows
from tests.language.build import at


def test_what_was_and_what_is_expected_stand_in_one_column() -> None:
    reasons = [
        Reason(time=at("2026-11-22T22:00"), rule="R02", text="The ETL window was closed."),
        Reason(time=at("12:05"), text="It is expected to start.", expected=True),
    ]
    told = [tuple(map(words.plain, row)) for row in rows(reasons, UTC, at("12:00"))]
    assert told == [
        ("22 Nov 22:00:00", "R02", "The ETL window was closed."), ("≈ 12:05:00", "", "It is expected to start.")
    ]  # fmt: skip
