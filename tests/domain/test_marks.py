"""Marks: a source that was replaced, and what of a source is late."""

from gim_manager.domain.icon import Provider
from gim_manager.domain.marks import Delay, Heard, delay, is_replaced
from gim_manager.domain.timing import from_epoch

NOW = from_epoch(1_800_000_000)


def heard(provider: Provider, seconds_ago: int | None) -> Heard:
    until = None if seconds_ago is None else 1_800_000_000 - seconds_ago
    return Heard(provider=provider, until=until, tables=(f"g_{provider.name.lower()}",))


def test_X02_a_source_that_counts_below_its_mark_was_replaced() -> None:
    assert is_replaced(mark=10, current=9)
    assert not is_replaced(mark=10, current=10)


def test_X05_a_provider_that_is_silent_beyond_the_threshold_is_late_and_its_tables_are_named() -> None:
    told = [heard(Provider.GCC, 901), heard(Provider.GLS, 900), heard(Provider.GUD, 2000)]
    assert delay(told, now=NOW, threshold=900) == Delay(seconds=2000, tables=("g_gcc", "g_gud"))
    assert delay(told, now=NOW, threshold=2000) is None


def test_X05_the_configuration_may_rest_and_what_never_spoke_is_not_in_use() -> None:
    assert delay([heard(Provider.CFG, 9_999_999), heard(Provider.GLS, None)], now=NOW, threshold=60) is None
