"""Every rule of the schedule is cited by the name of a test, which says what would be broken."""

import ast

from tests.house.sources import parsed, python_files

RULES = frozenset(f"R{number:02}" for number in range(1, 41))


def _cited() -> frozenset[str]:
    names = (
        node.name
        for path in python_files("tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
    )
    return frozenset(word for name in names if name.startswith("test_") for word in name.split("_"))


def test_every_rule_is_cited_by_a_test() -> None:
    assert not sorted(RULES - _cited())


def test_no_test_cites_a_rule_that_there_is_not() -> None:
    rules = {word for word in _cited() if len(word) == 3 and word[0] == "R" and word[1:].isdigit()}
    assert not sorted(rules - RULES)
