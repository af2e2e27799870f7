"""In the gaps between duties nobody led."""

import pytest

from gim_manager.domain.duty import Absence, Duty, absence
from tests.language.build import at

DUTIES = (Duty(server="a", since=at("06:00"), until=at("08:00")), Duty(server="b", since=at("09:00")))


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("05:00", Absence(since=None, until=at("06:00"))), ("06:00", None), ("07:59:59", None),
        ("08:00", Absence(since=at("08:00"), until=at("09:00"))), ("09:00", None), ("23:00", None),
    ],
)  # fmt: skip
def test_an_absence_lies_between_the_duties_around_it(when: str, found: Absence | None) -> None:
    assert absence(DUTIES, at(when)) == found


def test_where_nobody_was_ever_on_duty_it_has_no_end() -> None:
    assert absence((), at("12:00")) == Absence(since=None, until=None)
