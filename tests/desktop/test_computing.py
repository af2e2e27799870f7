"""What computes for the window does so in a process, which ends when nobody waits for it."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from gim_manager.desktop.computing import Abandoned, Call, Computer
from gim_manager.engine.processes import is_alive
from tests.language.endless import endless
from tests.language.waiting import until


@pytest.fixture
def computer() -> Iterator[Computer]:
    made = Computer()
    yield made
    made.close()


def ask(computer: Computer, question: Callable[..., object], *args: object) -> object:
    return computer.answer(Call(question, *args))


def test_an_answer_comes_from_one_process_that_is_kept(computer: Computer) -> None:
    first = ask(computer, os.getpid)
    assert first != os.getpid()
    assert ask(computer, os.getpid) == first
    assert ask(computer, divmod, 7, 2) == (3, 1)


def test_what_goes_wrong_there_is_told_here_with_its_story(computer: Computer) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        ask(computer, divmod, 7, 0)
    assert ask(computer, divmod, 7, 2) == (3, 1)


def test_a_question_that_nobody_waits_for_ends_with_its_process(computer: Computer) -> None:
    ended: list[type[BaseException]] = []
    with endless() as (question, has_begun):

        def wait() -> None:
            try:
                computer.answer(question)
            except Abandoned as abandoned:
                ended.append(type(abandoned))

        asking = threading.Thread(target=wait)
        asking.start()
        has_begun()
        computer.drop(question)
        asking.join(10)
    assert ended == [Abandoned]
    assert ask(computer, divmod, 7, 2) == (3, 1), "the next question starts another"


def test_a_question_that_was_dropped_before_its_turn_is_never_begun(computer: Computer) -> None:
    question = Call(os._exit, 3)
    first = ask(computer, os.getpid)
    computer.drop(question)
    with pytest.raises(Abandoned):
        computer.answer(question)
    assert ask(computer, os.getpid) == first, "nor does it end what another asks"


def test_a_process_that_died_is_told_and_replaced(computer: Computer) -> None:
    with pytest.raises(Abandoned):
        ask(computer, os._exit, 3)
    assert ask(computer, divmod, 7, 2) == (3, 1)


def test_nothing_is_left_behind() -> None:
    made = Computer()
    ask(made, os.getpid)
    made.close()
    made.close()
    assert not [child for child in active_children() if child.name == "computing"]


KILLED = """
import os, signal
from gim_manager.desktop.computing import Call, Computer

if __name__ == "__main__":
    computer = Computer()
    print(computer.answer(Call(os.getpid)), flush=True)
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
"""


def test_it_ends_with_a_window_that_was_killed(tmp_path: Path) -> None:
    """The process holds the same standard output: that ends as both go, a moment before the second is gone."""
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=60, env=path, check=False
    )
    assert done.returncode != 0
    until(lambda: not is_alive(int(done.stdout), None), what="the computing process to be gone")
    assert "Traceback" not in done.stderr
