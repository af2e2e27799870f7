"""Who steps back is served after the others, and takes nobody along."""

import os
import subprocess
import sys

import pytest

_STEP = "import os; from gim_manager.host import priority; priority.step_back(); print(os.nice(0))"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has classes, not numbers")
def test_a_process_steps_back_alone() -> None:
    before = os.nice(0)
    done = subprocess.run([sys.executable, "-c", _STEP], capture_output=True, text=True, check=True)
    assert int(done.stdout) > before == os.nice(0)
