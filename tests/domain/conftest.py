"""Every story of the rules begins empty; properties are not timed, so that a busy machine fails none."""

import pytest
from hypothesis import HealthCheck, settings

from tests.language.story import Story

settings.register_profile("domain", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("domain")


@pytest.fixture
def story() -> Story:
    """Nothing runs, the defaults hold with run-scheduler on, it is Monday 00:00 UTC."""
    return Story()
