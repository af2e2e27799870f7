"""The five facts on top of the Health page."""

from dataclasses import replace
from datetime import date, timedelta

from gim_manager.domain.conditions import Condition
from gim_manager.domain.seal import DaySeal
from gim_manager.domain.status import EtlStatus
from gim_manager.presenters import words
from gim_manager.presenters.health_facts import Fact, facts
from tests.language.fake_health import LONG, the_fit
from tests.language.fake_options import the_options
from tests.language.fake_window import BERLIN, NOW, FakeMart, the_status


def told(*, is_local: bool = False, status: EtlStatus | None = None, **changes: object) -> list[Fact]:
    checkup = replace(FakeMart().checkup(), **changes)  # type: ignore[arg-type]
    shown = status or replace(the_status(), partitions_ahead_days=14)
    return list(facts(checkup, shown, BERLIN, NOW, is_local=is_local))


def spoken(found: list[Fact]) -> list[str]:
    return [words.plain(fact.spoken) for fact in found]


def test_a_morning_with_warnings() -> None:
    assert spoken(told()) == [
        "Configuration: 4 warnings, 0 errors · checked 10:47:12",
        "Schema: 0002-0007, current with this program",
        "Clock against the database: 0.2 s, limit 5 s",
        "Partitions ahead: 14 days, to Sun 8 Nov",
        "Final to: Sat 24 Oct, sealed 00:21:30",
    ]


def test_what_is_wrong_has_another_glyph_and_colour() -> None:
    configuration, schema, clock, _, _ = told(
        concerns=LONG, condition=Condition.MIGRATION, clock_apart=timedelta(seconds=-9)
    )
    assert (configuration.value, configuration.icon, configuration.token) == ("2 errors", "failed", "failed")
    assert (schema.below, schema.is_strong) == ("older than this program", True)
    assert (words.plain(clock.value), clock.icon) == ("9.0 s", "warning")
    assert told(condition=Condition.UNINITIALIZED)[1].below == "not initialized"
    assert told(concerns=())[0] == Fact(title="Configuration", value="in order", below="checked 10:47:12")


def test_on_sqlite_maintenance_stands_in_place_of_partitions() -> None:
    assert spoken(told(is_local=True))[3] == "Maintenance: fits, 60 of 60 runs in time"
    long = told(is_local=True, fit=the_fit(the_options().options, minutes=600))[3]
    assert (long.value, long.token) == ("does not fit", "stopping")
    assert spoken(told(is_local=True, fit=None))[3] == "Maintenance: not known yet, too few runs"


def test_what_there_is_not_yet_is_a_dash() -> None:
    nothing = replace(the_status(), seal=None, transform_max_time=None, partitions_ahead_days=None)
    assert [fact.value for fact in told(status=nothing)[3:]] == [words.DASH, words.DASH]
    unbuilt = replace(the_status(), seal=None, aggregated_to=None)
    assert told(status=unbuilt)[4].below == "not aggregated yet"


def test_without_a_day_to_seal_it_is_told_how_far_the_data_have_come() -> None:
    assert spoken(told(status=replace(the_status(), seal=None)))[4] == "Data complete to: 10:24, aggregated to 10:15"
    open_day = DaySeal(day=date(2026, 10, 24), missing=("No cycle that began after its end is complete.",))
    last = told(status=replace(the_status(), seal=open_day))[4]
    assert last.spoken == "Not final: Sat 24 Oct, No cycle that began after its end is complete."
    assert (last.icon, last.is_strong) == ("", False)
