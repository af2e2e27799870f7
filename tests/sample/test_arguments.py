"""What a sample may be asked for, and that its position survives being written down."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from gim_manager.domain.errors import BadSchedule, BadValue
from gim_manager.sample.arguments import Position, SampleArguments, up_to

NOW = datetime(2026, 11, 23, 22, 30, 15, 5, tzinfo=UTC)


@pytest.mark.parametrize("wrong", [{"days": 0}, {"agents": 0}, {"agents": 5001}, {"calls_per_day": -1}])
def test_an_impossible_sample_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(BadValue, match="is not possible"):
        SampleArguments(**wrong)  # type: ignore[arg-type]


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(BadSchedule):
        SampleArguments(zone="Nowhere")


def test_a_sample_ends_yesterday_unless_told() -> None:
    arguments = SampleArguments(days=3)
    assert (arguments.first_day(NOW), arguments.last_day(NOW)) == (date(2026, 11, 20), date(2026, 11, 22))
    assert arguments.end(date(2026, 11, 22)) == int(datetime(2026, 11, 23, tzinfo=UTC).timestamp())


def test_a_demonstration_ends_now() -> None:
    arguments = up_to(NOW)
    assert arguments.until is not None
    assert arguments.end(arguments.until) == int(NOW.timestamp())


def test_centres_that_differ_have_other_identifiers() -> None:
    sites = {SampleArguments(seed=seed, agents=agents).site for seed in range(20) for agents in (10, 20)}
    assert len(sites) == 40
    assert SampleArguments(days=9).site == SampleArguments(days=1).site


def _position() -> Position:
    return Position.at_start(SampleArguments(agents=7, seed=3, zone="Europe/Berlin"), NOW)


def test_a_position_survives_being_written_down() -> None:
    position = _position()
    assert Position.from_row(*_columns(position)) == position


def _columns(position: Position) -> tuple[str, int, str, str]:
    _, asked, last, day, counters = position.as_row()
    return asked, last, day, counters


def test_a_sample_of_another_edition_is_refused() -> None:
    asked, *others = _columns(_position())
    with pytest.raises(BadValue, match="another version"):
        Position.from_row(json.dumps(json.loads(asked) | {"edition": 0}), *others)  # type: ignore[arg-type]


def test_going_on_means_so_many_days_more() -> None:
    position = _position()
    wanted = SampleArguments(days=2, append=True)
    assert position.goal(wanted) - position.last == 2 * 86400
    cut = replace(position, last=position.last + 36_000)
    assert cut.goal(wanted) == position.goal(wanted)
    assert cut.goal(replace(wanted, until=position.day, until_time=time(11))) == position.last + 11 * 3600
