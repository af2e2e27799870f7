"""A real worker that knows two more steps of the schema."""

import sys

import pytest

from gim_manager.engine import worker
from tests.language.planted import steps_are_planted

if __name__ == "__main__":
    steps_are_planted(pytest.MonkeyPatch())
    sys.exit(worker.main())
