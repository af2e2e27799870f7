"""Counters survive being written down."""

from gim_manager.sample.counters import Counters
from gim_manager.sample.records import COLUMNS


def test_counters_survive_being_written_down() -> None:
    counters = Counters(gcc=7)
    counters.keys["g_call"] = 9
    again = Counters(**counters.as_values())  # type: ignore[arg-type]
    assert again == counters
    assert again.keys.keys() == COLUMNS.keys()
