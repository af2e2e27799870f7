"""`rehearse`: one document, or a table of the two nights."""

from tests.cli.conftest import CommandLine


def test_the_two_nights_stand_side_by_side(gim: CommandLine) -> None:
    for name, value in (("run-scheduler", "true"), ("timezone", "Europe/Berlin")):
        gim("options", "set", "schedule", name, value)
    said = gim("rehearse", "--at", "2027-03-01")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Next clock change: Sun 28 Mar 2027, 02:00 → 03:00 (Europe/Berlin)"
    assert lines[2].split() == ["Day", "Sat", "27", "Mar,", "usual", "Sun", "28", "Mar,", "23-hour", "day"]
    document = gim.json("rehearse", "--at", "2027-03-01")
    assert document["change"] == {
        "time": "2027-03-28T03:00:00+02:00", "forward_seconds": 3600.0, "day": "2027-03-28", "day_seconds": 82800.0
    }  # fmt: skip
    usual, that = document["nights"]
    assert usual["gap"]["seconds"] - that["gap"]["seconds"] == 3600
    assert that["maintenance"]["outcome"] == "fits"


def test_a_zone_that_keeps_one_time_has_nothing_to_rehearse(gim: CommandLine) -> None:
    assert gim("rehearse").out == "The clocks of GMT do not change: there is nothing to rehearse.\n"
    document = gim.json("rehearse")
    assert (document["timezone"], document["change"], document["nights"]) == ("GMT", None, [])


def test_what_is_no_date_is_one_sentence(gim: CommandLine) -> None:
    said = gim("rehearse", "--at", "soon")
    assert (said.code, said.out) == (2, "")
    assert said.err == "'soon' is not a date. Write YYYY-MM-DD, such as 2027-03-28.\n"
