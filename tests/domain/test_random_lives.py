"""Played through random days, the rules never break their own laws, whatever happens in whatever order."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.life import Life

lives = settings(max_examples=int(os.environ.get("LIVES", "12")))
"""LIVES=2000 for a thorough look by hand."""


@lives
@given(st.integers(0, 2**32))
def test_R01_R09_R10_R21_R27_R33_no_law_is_ever_broken(seed: int) -> None:
    Life(seed).live(hours=30)
