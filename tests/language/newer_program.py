"""The program as it may be one day: it knows two more steps of the Info Mart's half, and its servers say so."""

import sys

import pytest

from gim_manager.__main__ import main
from gim_manager.engine import heart, threshold, workers
from gim_manager.usecases import runs
from tests.language.planted import steps_are_planted

WORDS = (sys.executable, "-m", "tests.language.newer_program")
VERSION = "99.0.0"

if __name__ == "__main__":
    steps_are_planted(pytest.MonkeyPatch())
    for module in (heart, threshold, runs):
        vars(module)["__version__"] = VERSION
    workers.worker_command = lambda **_how: (*WORDS, "worker")
    sys.exit(main())
