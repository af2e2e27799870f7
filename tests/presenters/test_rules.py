"""Each scheduling rule has a sentence, and no reason bears the tag of a rule that has none."""

import re
from pathlib import Path

from gim_manager.presenters.rules import RULES, sentence

PACKAGE = Path(__file__).resolve().parents[2] / "gim_manager"
TAG = re.compile(r'"(R\d\d)"')


def test_there_is_one_sentence_for_each_rule_in_their_order() -> None:
    assert list(RULES) == [f"R{number:02d}" for number in range(1, 41)]
    for rule, told in RULES.items():
        assert told.endswith(".") and told[0].isupper() and ". " not in told, rule
        assert len(told) <= 120 and rule not in told


def test_every_rule_that_a_reason_can_name_has_one() -> None:
    named = {tag for file in PACKAGE.rglob("*.py") for tag in TAG.findall(file.read_text(encoding="utf-8"))}
    assert named and all(sentence(tag) for tag in named)


def test_what_is_no_rule_of_scheduling_has_none() -> None:
    assert sentence("X05") == sentence("") == ""
