"""A process is known by its number and its start, so that no stranger is ever killed."""

import os
import subprocess
import sys
import time

import pytest

from gim_manager.engine import processes


@pytest.fixture
def sleeper():
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def test_a_process_started_when_it_started() -> None:
    began = processes.started(os.getpid())
    assert began is not None
    assert 0 <= time.time() - began < 3600 * 12


def test_a_number_that_nobody_has_is_nobody() -> None:
    assert processes.started(2**22 + 1) is None
    assert processes.kill(2**22 + 1, None)


def test_R36_it_is_killed_for_certain(sleeper) -> None:
    since = processes.started(sleeper.pid)
    assert processes.is_alive(sleeper.pid, since)
    assert processes.kill(sleeper.pid, since)
    assert not processes.is_alive(sleeper.pid, since)


def test_R36_another_process_with_the_same_number_is_left_alone(sleeper) -> None:
    since = processes.started(sleeper.pid)
    assert since is not None
    assert processes.kill(sleeper.pid, since - 60)
    assert sleeper.poll() is None
