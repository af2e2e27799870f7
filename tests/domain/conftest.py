"""Every story of the rules begins empty."""

import pytest

from tests.language.story import Story


@pytest.fixture
def story() -> Story:
    """Nothing runs, the defaults hold with run-scheduler on, it is Monday 00:00 UTC."""
    return Story()
