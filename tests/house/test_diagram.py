"""The picture of the states in the README is the transition table of the code."""

import re

from gim_manager.domain.run import TRANSITIONS
from tests.house.sources import CHECKOUT


def test_the_readme_draws_every_transition_and_no_other() -> None:
    drawn = re.findall(r"^ +(\w+) --> (\w+)$", (CHECKOUT / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(drawn) == sorted((str(old), str(new)) for old, following in TRANSITIONS.items() for new in following)
