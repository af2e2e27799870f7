"""What the window remembers, and what it does with a damaged memory."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QByteArray

from gim_manager.desktop.language import Choice
from gim_manager.desktop.memory import LOOKED_AT, MOST_LOOKED_AT, Memory
from gim_manager.desktop.theme import Appearance
from gim_manager.domain.listing import RunColumn
from gim_manager.host.paths import profile
from gim_manager.host.settings import Json, Settings
from gim_manager.presenters.job_list import Filters


def test_everything_comes_back(memory: Memory) -> None:
    memory.keep_state("columns", QByteArray(b"\x00\x01state"))
    memory.keep_flag("panel", False)
    memory.keep_appearance(Appearance.DARK)
    memory.keep_language(Choice.GERMAN)
    memory.keep_last_url("sqlite:///mart.sqlite")
    memory.keep_filters(Filters(text="secret", status=2, period=1, order=RunColumn.ROWS, descending=False))
    assert memory.state("columns") == QByteArray(b"\x00\x01state")
    assert memory.flag("panel", True) is False
    assert memory.appearance is Appearance.DARK
    assert memory.language is Choice.GERMAN
    assert memory.last_url == "sqlite:///mart.sqlite"
    assert memory.filters() == Filters(status=2, period=1, order=RunColumn.ROWS, descending=False)


def test_the_last_connection_is_remembered_by_name_while_it_is_saved(memory: Memory) -> None:
    found = [memory.last_connection]
    memory.settings.save_connection("work", "postgresql://db/mart")
    memory.keep_last_connection("work")
    found.append(memory.last_connection)
    memory.settings.forget_connection("work")
    assert [*found, memory.last_connection] == [None, "work", None]


def test_an_empty_memory_has_the_usual_answers(memory: Memory) -> None:
    assert memory.state("columns") is None
    assert memory.flag("panel", True) is True
    assert memory.appearance is Appearance.SYSTEM
    assert memory.filters() == Filters()


def test_a_damaged_memory_counts_as_empty(tmp_path: Path) -> None:
    settings = Settings(profile(tmp_path))
    settings.set("window.filters", {"status": 99, "job": "x", "order": "nothing"})
    settings.set("window.appearance", "purple")
    memory = Memory(settings)
    assert memory.filters() == Filters()
    assert memory.appearance is Appearance.SYSTEM


def test_when_somebody_looked_is_remembered_of_the_last_info_marts(memory: Memory) -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    for number in range(MOST_LOOKED_AT + 1):
        memory.keep_looked_at(f"sqlite:///{number}", noon + timedelta(hours=number))
    assert memory.looked_at("sqlite:///0") is None
    assert memory.looked_at("sqlite:///1") == noon + timedelta(hours=1)
    states: tuple[Json, ...] = ("soon", 7, {"sqlite:///1": "soon"}, {"sqlite:///1": "2026-11-23"})
    for damaged in states:
        memory.settings.set(LOOKED_AT, damaged)
        assert memory.looked_at("sqlite:///1") is None
