"""What is not as it must be around a server is a warning, and keeps from starting only the job that needs it."""

from datetime import timedelta

import pytest

from gim_manager.domain import surroundings
from gim_manager.domain.conditions import Level
from gim_manager.domain.icon import Role
from gim_manager.domain.options import Options
from gim_manager.domain.source import Source
from tests.language.build import EXPORT, EXTRACT, TRANSFORM

HOUR = timedelta(hours=1)


def a_source(name: str, *roles: Role) -> Source:
    return Source(key=1, name=name, url="sqlite:///x", roles=frozenset(roles or Role))


ALL = a_source("idb")
VOICE = a_source("voice", Role.ICON_CORE)
MAIL = a_source("mail", Role.ICON_MM)


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ([], ["There is no data source. Add one with: gim-manager sources add"]),
        ([ALL], []),
        ([a_source("cfg", Role.ICON_CFG), MAIL], []),
        ([VOICE], ["No data source has the role ICON_CFG: give it to exactly one."]),
        ([ALL, a_source("second")], ["2 data sources have the role ICON_CFG: give it to exactly one."]),
        (
            [a_source("cfg", Role.ICON_CFG, Role.ICON_OCS)],
            ["No data source has the role ICON_CORE or ICON_MM, so that there are no interactions: give it to one."],
        ),
    ],
)
def test_X01_wrong_roles_keep_the_extraction_from_starting(known: list[Source], says: list[str]) -> None:
    found = tuple(surroundings.sources(known, {}))
    assert [finding.message for finding in found] == says
    assert all(finding.level is Level.WARNING and finding.stops(EXTRACT) for finding in found)
    assert not any(finding.stops(TRANSFORM) for finding in found)


def test_sources_whose_password_nobody_can_read_are_not_known() -> None:
    (found,) = surroundings.sources([], {}, "The file of the password is gone.")
    assert found.message == "The file of the password is gone." and found.stops(EXTRACT)


@pytest.mark.parametrize(("away", "stops"), [(["voice"], False), (["mail"], False), (["idb", "voice", "mail"], True)])
def test_X04_one_source_of_several_is_skipped_and_none_is_no_extraction(away: list[str], stops: bool) -> None:
    found = tuple(surroundings.sources([ALL, VOICE, MAIL], dict.fromkeys(away, "It is away.")))
    assert [finding.message for finding in found] == [f"The data source {name}: It is away." for name in away]
    assert {finding.stops(EXTRACT) for finding in found} == {stops}


def test_a_folder_without_room_for_exports_concerns_the_export_alone() -> None:
    (found,) = surroundings.output_directory("/srv/out", "desk", "there is no such disk")
    assert (found.section, found.option, found.level) == ("gim-export", "output-directory", Level.WARNING)
    assert found.stops(EXPORT) and not found.stops(EXTRACT)
    assert "/srv/out on desk: there is no such disk" in found.message
    assert not tuple(surroundings.output_directory("/srv/out", "desk", None))


@pytest.mark.parametrize(
    ("apart", "says"),
    [
        (5.0, None),
        (-5.0, None),
        (5.9, "desk is 5 seconds ahead of the clock"),
        (-61.0, "is 61 seconds behind the clock"),
    ],
)
def test_R35_clocks_that_differ_by_more_than_five_seconds_are_a_warning(apart: float, says: str | None) -> None:
    found = tuple(surroundings.clock(timedelta(seconds=apart), "desk"))
    assert len(found) == (says is not None)
    assert all(says in finding.message and not finding.stops(EXTRACT) for finding in found if says)


@pytest.mark.parametrize(
    ("zone", "offsets", "says"),
    [
        (None, [timedelta()], None),
        (None, [HOUR, 2 * HOUR], "desk keeps GMT+1:00 and GMT+2:00"),
        (None, [timedelta(), HOUR], "keeps GMT+0:00 and GMT+1:00"),
        (None, [-3.5 * HOUR], "keeps GMT-3:30"),
        ("GMT", [HOUR], None),
        ("Europe/Berlin", [HOUR], None),
    ],
)
def test_R28_the_untouched_zone_is_a_warning_where_the_computer_keeps_another(
    zone: str | None, offsets: list[timedelta], says: str | None
) -> None:
    given = Options.defaults().changed({("schedule", "timezone"): zone} if zone else {})
    found = tuple(surroundings.zone(given, offsets, "desk"))
    assert len(found) == (says is not None)
    for finding in found:
        assert says and says in finding.message
        assert (finding.section, finding.option, finding.stops(EXTRACT)) == ("schedule", "timezone", False)
