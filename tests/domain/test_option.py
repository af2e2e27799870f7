"""Each kind of option takes what is right, keeps it in one spelling, and says of the rest what would be right."""

import pytest

from gim_manager.domain.errors import BadOption
from gim_manager.domain.option import Kind, Option


def an_option(kind: Kind, **more: object) -> Option:
    given = {"section": "s", "name": "n", "default": "", "effect": "immediately", "meaning": "", **more}
    return Option(kind=kind, **given)  # type: ignore[arg-type]


NUMBER = an_option(Kind.NUMBER, low=60, high=3600, unit="seconds")
CHOICE = an_option(Kind.CHOICE, choices=("resume", "exception"))
ORDER = an_option(Kind.ORDER, choices=("ACW", "BUSY", "READY"))
STEPS = an_option(Kind.STEPS, low=1, high=100)


@pytest.mark.parametrize(
    ("option", "text", "kept"),
    [
        (an_option(Kind.FLAG), "true", "true"),
        (an_option(Kind.FLAG), " Yes ", "true"),
        (an_option(Kind.FLAG), "OFF", "false"),
        (NUMBER, "060", "60"),
        (NUMBER, "+900", "900"),
        (an_option(Kind.TIME), "6:30", "06:30"),
        (an_option(Kind.DURATION), "24:00", "24:00"),
        (an_option(Kind.ZONE), "Europe/Berlin", "Europe/Berlin"),
        (an_option(Kind.CRON), "0/10  *", "0/10 *"),
        (an_option(Kind.TEXT), " utf8 ", "utf8"),
        (an_option(Kind.PATH), "C:\\Export\\Überblick", "C:\\Export\\Überblick"),
        (CHOICE, "Resume", "resume"),
        (an_option(Kind.DATE), "", ""),
        (an_option(Kind.DATE), "2020-02-29", "2020-02-29"),
        (an_option(Kind.DATE), "2020-02-29 06:30:00", "2020-02-29 06:30:00"),
        (ORDER, "ready, acw,BUSY", "READY,ACW,BUSY"),
        (STEPS, "5, 10,15", "5,10,15"),
    ],
)
def test_a_right_value_is_kept_in_one_spelling(option: Option, text: str, kept: str) -> None:
    assert option.checked(text) == kept
    assert option.checked(kept) == kept


@pytest.mark.parametrize(
    ("option", "text", "says"),
    [
        (an_option(Kind.FLAG), "maybe", "true or false"),
        (an_option(Kind.FLAG), "", "true or false"),
        (NUMBER, "59", "from 60 to 3600 seconds"),
        (NUMBER, "3601", "from 60 to 3600 seconds"),
        (NUMBER, "1e3", "a whole number"),
        (NUMBER, "1_000", "a whole number"),
        (NUMBER, "٩٠", "a whole number"),
        (an_option(Kind.TIME), "24:00", "00:00 to 23:59"),
        (an_option(Kind.DURATION), "24:01", "00:00 to 24:00"),
        (an_option(Kind.ZONE), "Mars/Olympus", "There is no time zone named 'Mars/Olympus'"),
        (an_option(Kind.CRON), "0 1 *", "has 3 fields"),
        (an_option(Kind.TEXT), "two\nlines", "one line"),
        (an_option(Kind.PATH), "nul\0byte", "a folder"),
        (CHOICE, "ignore", "one of resume, exception"),
        (an_option(Kind.DATE), "2021-02-29", "YYYY-MM-DD"),
        (an_option(Kind.DATE), "1969-12-31", "from 1970 on"),
        (an_option(Kind.DATE), "yesterday", "YYYY-MM-DD"),
        (ORDER, "ACW,BUSY", "in any order"),
        (ORDER, "ACW,BUSY,BUSY", "in any order"),
        (STEPS, "5,5", "growing"),
        (STEPS, "0,5", "growing"),
        (STEPS, "5;10", "growing"),
    ],
)
def test_a_wrong_value_is_refused_with_what_would_be_right(option: Option, text: str, says: str) -> None:
    with pytest.raises(BadOption) as refused:
        option.checked(text)
    assert "[s] n" in str(refused.value)
    assert says in str(refused.value)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_says_its_valid_values_in_words(kind: Kind) -> None:
    words = an_option(kind, choices=("one", "two"), low=0, form="a form").valid
    assert words and words == words.strip() and not words.endswith(".")
