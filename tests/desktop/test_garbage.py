"""Garbage is collected in the window's thread and in no other."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gim_manager.desktop.garbage import Collector


@pytest.fixture(autouse=True)
def nothing_stays_frozen() -> Iterator[None]:
    yield
    gc.unfreeze()


class _InACircle:
    def __init__(self) -> None:
        self.self = self


def test_another_thread_frees_no_circle_and_the_collector_does(qtbot: QtBot) -> None:
    gc.enable()
    parent = QObject()
    collector = Collector(parent)
    gone = weakref.ref(_InACircle())
    kept: list[list[int]] = []
    # Far more than makes the interpreter collect by itself.
    thread = threading.Thread(target=lambda: kept.extend([number] for number in range(100_000)))
    thread.start()
    thread.join()
    assert gone() is not None
    collector.collect()
    assert gone() is None and len(kept) == 100_000


def test_what_is_not_due_is_left(qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    gc.collect()
    gone = weakref.ref(_InACircle())
    collector.collect()
    assert gone() is not None


def test_what_stands_is_passed_over_until_something_else_takes_its_place(qtbot: QtBot) -> None:
    collector = Collector(QObject())
    circle = _InACircle()
    gone = weakref.ref(circle)
    collector.settle()
    del circle
    gc.collect()
    assert gone() is not None
    collector.settle()
    assert gone() is None
