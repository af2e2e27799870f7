"""Nobody is named: names get pseudonyms, texts are cleaned of them and of addresses."""

import pytest

from gim_manager.domain.pseudonyms import LEFT_OUT, Named, Pseudonyms, option_value


@pytest.fixture
def names() -> Pseudonyms:
    known = Pseudonyms()
    known.learn(Named.PERSON, ["m.keller", "a.novak", None, "", "scheduler", "m.keller"])
    known.learn(Named.COMPUTER, ["etlsrv-02"])
    known.learn(Named.SERVER, ["etlsrv-02:4711:abcdef"])
    return known


def test_a_name_has_the_same_pseudonym_each_time(names: Pseudonyms) -> None:
    assert [names.of(name) for name in ("m.keller", "a.novak", "m.keller")] == ["person-1", "person-2", "person-1"]
    assert names.of("etlsrv-02:4711:abcdef") == "server-1"


def test_the_scheduler_is_nobody_and_of_strangers_nothing_is_told(names: Pseudonyms) -> None:
    assert (names.of("scheduler"), names.of(None), names.of("stranger")) == ("scheduler", None, LEFT_OUT)


def test_whole_names_in_a_text_are_replaced(names: Pseudonyms) -> None:
    told = names.told("m.keller stopped it on etlsrv-02:4711:abcdef, not on etlsrv-02 or by am.keller2")
    assert told == "person-1 stopped it on server-1, not on computer-1 or by am.keller2"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("postgresql://gim:x@db.example.com/mart is gone", "(address) is gone"),
        ("mail to ada@example.com failed", "mail to (mail) failed"),
        ("10.20.30.40 refused", "(address) refused"),
        ("caller +4930123456789 twice", "caller (number) twice"),
        ("cannot write /srv/gim/export/x.zip", "cannot write (path)"),
        ("C:\\Users\\ada\\export is full", "(path) is full"),
        ("7 tables analyzed at 09:08:05 on 2026-10-25", "7 tables analyzed at 09:08:05 on 2026-10-25"),
        ("INTERACTION_FACT: integer out of range", "INTERACTION_FACT: integer out of range"),
    ],
)
def test_what_could_name_somebody_is_masked(names: Pseudonyms, text: str, told: str) -> None:
    assert names.told(text) == told


def test_no_text_stays_none(names: Pseudonyms) -> None:
    assert names.told(None) is None


def test_options_that_can_name_somebody_are_left_out() -> None:
    assert option_value("schedule", "etl-frequency", "20") == "20"
    assert option_value("schedule", "timezone", "Europe/Berlin") == "Europe/Berlin"
    assert option_value("alarms", "webhook-url", "https://hooks.example.com/x") == LEFT_OUT
    assert option_value("gim-export", "output-directory", "/srv/ada") == LEFT_OUT
    assert option_value("of", "another-program", "x") == LEFT_OUT
    assert option_value("schedule", "etl-frequency", None) is None
