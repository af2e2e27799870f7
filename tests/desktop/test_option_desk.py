"""What is asked while options are changed, when, and what comes of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gim_manager.desktop.bridge import Bridge
from gim_manager.desktop.option_desk import OptionDesk
from gim_manager.desktop.session import Session
from gim_manager.domain.errors import StorageFailed, Unreachable
from gim_manager.presenters import option_plan
from gim_manager.usecases.options import Imported
from tests.language.fake_window import FakeMart

FREQUENCY, MAINTAIN = ("schedule", "etl-frequency"), ("schedule", "maintain-start-time")
TICKS = ("schedule", "aggregate-schedule")


@pytest.fixture
def mart() -> FakeMart:
    return FakeMart()


@pytest.fixture
def desk(mart: FakeMart, bridge: Bridge, qtbot: QtBot) -> Iterator[OptionDesk]:
    session = Session(mart, bridge)
    made = OptionDesk(session)
    with qtbot.waitSignal(made.read, timeout=10_000):
        made.ask()
    yield made
    session.close()


def asked(mart: FakeMart, what: str) -> list[tuple[object, ...]]:
    return [question for question in mart.asked if question[0] == what]


def told(desk: OptionDesk) -> list[str]:
    return [fact.text for fact in desk.plan.facts]


def test_what_is_applied_is_written_with_what_was_seen_and_read_again(
    desk: OptionDesk, mart: FakeMart, qtbot: QtBot
) -> None:
    desk.type(FREQUENCY, "20")
    desk.apply()
    assert desk.obstacle() == "applying …"
    qtbot.waitUntil(lambda: desk.done == "Applied 1 change" and not desk.obstacle(), timeout=10_000)
    qtbot.waitUntil(lambda: not desk.sheet.drafts, timeout=10_000)
    assert asked(mart, "change") == [("change", {FREQUENCY: "20"}, {FREQUENCY: None})]
    assert desk.sheet.in_force(FREQUENCY) == "20"
    desk.type(FREQUENCY, "25")
    assert desk.done == ""


def test_who_types_on_while_it_is_applied_is_overtaken_by_nobody(
    desk: OptionDesk, mart: FakeMart, qtbot: QtBot
) -> None:
    desk.type(FREQUENCY, "20")
    desk.apply()
    desk.type(FREQUENCY, "25")
    qtbot.waitUntil(lambda: desk.sheet.in_force(FREQUENCY) == "20", timeout=10_000)
    assert desk.sheet.text(FREQUENCY) == "25" and desk.found.overtaken == ()


def test_who_was_faster_is_told_and_the_draft_stays(desk: OptionDesk, mart: FakeMart, qtbot: QtBot) -> None:
    mart.faster = replace(mart.read, options=mart.read.options.changed({FREQUENCY: "45"}))
    desk.type(FREQUENCY, "20")
    with qtbot.waitSignal(desk.failed, timeout=10_000) as failed:
        desk.apply()
    assert failed.args is not None and "m.keller set" in failed.args[1]
    qtbot.waitUntil(lambda: desk.found.overtaken == (FREQUENCY,), timeout=10_000)
    assert desk.sheet.text(FREQUENCY) == "20"


def test_a_database_that_does_not_write_leaves_the_drafts(desk: OptionDesk, mart: FakeMart, qtbot: QtBot) -> None:
    def full() -> None:
        raise StorageFailed("prod-infomart", "disk full")

    desk.type(FREQUENCY, "20")
    mart.before = full
    with qtbot.waitSignal(desk.failed, timeout=10_000) as failed:
        desk.apply()
    assert failed.args == ["The options were not changed", "prod-infomart: disk full"]
    assert desk.sheet.drafts and not desk.obstacle()


def test_the_day_is_played_in_another_process_once_the_keys_rest(
    desk: OptionDesk, mart: FakeMart, qtbot: QtBot
) -> None:
    for text in ("6", "60"):
        desk.type(FREQUENCY, text)
        assert desk._settle.isActive() and desk.session.bridge.is_idle
    assert told(desk) == [option_plan.READING]
    qtbot.waitUntil(lambda: told(desk)[0] != option_plan.READING, timeout=30_000)
    assert told(desk)[0].replace("\u00a0", " ") == "cycles 37 → 19"
    assert len(asked(mart, "preview")) == 1
    desk.take(desk.sheet.discarded())
    assert desk.plan.facts == ()


def test_what_the_schedule_does_not_follow_is_not_played(desk: OptionDesk, mart: FakeMart) -> None:
    desk.type(("log", "level"), "debug")
    assert desk.plan.facts == () and not desk._settle.isActive()


def test_R28_options_that_contradict_each_other_are_not_played(desk: OptionDesk) -> None:
    desk.type(("schedule", "etl-end-time"), "04:00")
    assert told(desk)[0].startswith("Nothing would be launched: maintain-start-time 03:00 lies inside")
    desk.type(("schedule", "etl-end-time"), "00:30")
    desk.type(MAINTAIN, "22:30")
    assert told(desk)[-1] == "maintain-start-time is left at 03:00: the new value is wrong"


def test_a_day_that_cannot_be_asked_for_says_why(desk: OptionDesk, mart: FakeMart, qtbot: QtBot) -> None:
    def gone() -> None:
        raise Unreachable("prod-infomart", "server closed the connection")

    mart.before = gone
    desk.type(FREQUENCY, "60")
    qtbot.waitUntil(lambda: "cannot be reached" in told(desk)[0], timeout=10_000)


def test_the_history_of_the_option_in_focus_is_asked_for_once_it_rests(
    desk: OptionDesk, mart: FakeMart, qtbot: QtBot
) -> None:
    desk.look_at(FREQUENCY)
    with qtbot.waitSignal(desk.history_read, timeout=10_000):
        desk.look_at(TICKS)
    assert asked(mart, "history") == [("history", *TICKS)]
    assert desk.history is not None and len(desk.history) == 2
    with qtbot.waitSignal(desk.all_history_read, timeout=10_000) as everything:
        desk.ask_all_history()
    assert everything.args == [mart.read.recent]


def test_an_import_is_tried_before_it_is_made(desk: OptionDesk, mart: FakeMart, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "prod.ini"
    with qtbot.waitSignal(desk.imported, timeout=10_000) as tried:
        desk.import_file(file, dry_run=True)
    assert tried.args == [mart.imported, file, True] and desk.done == ""
    with qtbot.waitSignal(desk.imported, timeout=10_000):
        desk.import_file(file, dry_run=False)
    assert desk.done == "Imported 1 change"
    mart.imported = Imported(errors=("Line 1: wrong.",))
    with qtbot.waitSignal(desk.imported, timeout=10_000) as made:
        desk.import_file(file, dry_run=False)
    assert made.args is not None and made.args[0].errors


def test_an_export_says_where_it_went_or_why_not(
    desk: OptionDesk, mart: FakeMart, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.export_file(tmp_path / "prod.ini")
    qtbot.waitUntil(lambda: desk.done == "Exported to prod.ini", timeout=10_000)

    def full() -> None:
        raise StorageFailed("prod.ini", "disk full")

    mart.before = full
    for act, what in (
        (lambda: desk.export_file(tmp_path / "prod.ini"), "The options were not exported"),
        (lambda: desk.import_file(tmp_path / "prod.ini", dry_run=True), "The file cannot be imported"),
        (desk.ask_all_history, "The history cannot be read"),
    ):
        with qtbot.waitSignal(desk.failed, timeout=10_000) as failed:
            act()
        assert failed.args == [what, "prod.ini: disk full"]


def test_a_lost_connection_keeps_what_was_read(desk: OptionDesk, mart: FakeMart, qtbot: QtBot) -> None:
    def gone() -> None:
        raise Unreachable("prod-infomart", "server closed the connection")

    desk.type(FREQUENCY, "20")
    mart.before = gone
    desk.ask()
    desk.look_at(TICKS)
    with qtbot.waitSignal(desk.history_read, timeout=10_000):
        pass
    assert desk.history is None and desk.sheet.text(FREQUENCY) == "20"
    desk.session.freshness = desk.session.freshness.failed(mart.now(), "gone")
    assert desk.obstacle() == "the connection is lost"
