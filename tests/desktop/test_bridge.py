"""Questions are answered in threads, and the event loop never waits for them."""

import os
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import ASKING_THREADS, Bridge
from tests.language.endless import endless


def test_an_answer_comes_back_in_the_loops_thread(bridge: Bridge, qtbot: QtBot) -> None:
    seen: list[tuple[str, bool, bool]] = []

    def question() -> tuple[str, threading.Thread]:
        return "answer", threading.current_thread()

    async def task() -> None:
        answer, asked_in = await bridge.ask(question)
        here = threading.current_thread() is threading.main_thread()
        seen.append((answer, asked_in is threading.main_thread(), here))

    bridge.start("one", task())
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen == [("answer", False, True)]


def test_what_a_question_raises_is_raised_where_it_was_asked(bridge: Bridge, qtbot: QtBot) -> None:
    seen: list[str] = []

    def question() -> None:
        raise ValueError("no")

    async def task() -> None:
        with pytest.raises(ValueError, match="no"):
            await bridge.ask(question)
        seen.append("raised")

    bridge.start("one", task())
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)


def test_a_question_that_hangs_does_not_stop_the_loop_nor_the_other_questions(bridge: Bridge, qtbot: QtBot) -> None:
    gate = threading.Event()
    ticks: list[int] = []
    answers: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()

    async def hang() -> None:
        await bridge.ask(gate.wait)

    async def ask() -> None:
        answers.append(await bridge.ask(lambda: 7))

    for number in range(ASKING_THREADS - 1):
        bridge.start(f"hangs {number}", hang())
    bridge.start("asks", ask())
    qtbot.waitUntil(lambda: bool(answers) and len(ticks) > 20, timeout=10_000)
    timer.stop()
    gate.set()


def test_a_task_of_the_same_name_drops_the_first_with_its_answer(bridge: Bridge, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[int] = []

    def ask(number: int, question: Callable[[], object]) -> None:
        async def task() -> None:
            await bridge.ask(question)
            seen.append(number)

        bridge.start("list", task())

    ask(1, gate.wait)
    ask(2, lambda: None)
    qtbot.waitUntil(lambda: seen == [2], timeout=10_000)
    gate.set()
    qtbot.wait(30)
    assert seen == [2]


def test_watching_keeps_to_one_thread(bridge: Bridge, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    async def task() -> None:
        for _ in range(5):
            threads.append(await bridge.watch(threading.current_thread))

    bridge.start(".watch", task())
    qtbot.waitUntil(lambda: len(threads) == 5, timeout=10_000)
    assert len(set(threads)) == 1


def test_closed_it_starts_nothing_and_hears_nothing(bridge: Bridge, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[int] = []

    async def task() -> None:
        await bridge.ask(gate.wait)
        seen.append(1)

    bridge.start("one", task())
    assert not bridge.is_idle
    bridge.close()
    bridge.start("two", task())
    gate.set()
    widget = QWidget()
    qtbot.addWidget(widget)
    qtbot.wait(30)
    assert not seen
    assert bridge.is_idle


def test_what_computes_does_so_in_another_process(bridge: Bridge, qtbot: QtBot) -> None:
    found: list[int] = []

    async def task() -> None:
        found.append(await bridge.compute(os.getpid))

    bridge.start("compute", task())
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    assert found != [os.getpid()]


@pytest.mark.parametrize("begun", [True, False])
def test_a_dropped_task_ends_what_computes_for_it(bridge: Bridge, qtbot: QtBot, begun: bool) -> None:
    found: list[object] = []

    async def compute(question: Callable[..., object], *args: object) -> None:
        found.append(await bridge.compute(question, *args))

    with endless() as (never, has_begun):
        bridge.start("compute", compute(never.parts[0], *never.parts[1]))
        QApplication.processEvents()
        if begun:
            has_begun()
        bridge.start("compute", compute(divmod, 7, 2))
        qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    assert found == [(3, 1)]


def test_an_act_at_the_very_end_is_waited_for_and_no_longer_than_that(bridge: Bridge) -> None:
    done: list[str] = []
    bridge.settle(lambda: done.append("closed"), 30)
    assert done == ["closed"]
    gate = threading.Event()
    bridge.settle(lambda: gate.wait(30), 0.01)
    gate.set()


def test_a_question_apart_that_hangs_holds_up_no_other_and_can_be_dropped(bridge: Bridge, qtbot: QtBot) -> None:
    gate = threading.Event()
    answers: list[int] = []

    async def hang() -> None:
        await bridge.ask_apart(gate.wait)

    async def ask() -> None:
        answers.append(await bridge.ask(lambda: 7))

    for number in range(ASKING_THREADS + 1):
        bridge.start(f"hang {number}", hang())
    bridge.start("ask", ask())
    qtbot.waitUntil(lambda: answers == [7], timeout=10_000)
    assert bridge.is_under_way("hang 0")
    bridge.drop("hang 0")
    assert not bridge.is_under_way("hang 0")
    gate.set()


def test_what_nobody_waits_for_is_done_all_the_same(bridge: Bridge) -> None:
    done: list[str] = []
    assert bridge.leave(lambda: done.append("done")).wait(10)
    assert done == ["done"]
