"""The Timeline page: what is chosen on it, what is drawn beside it, and the ways on."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages.details import WHY
from gim_manager.domain.run import Status
from gim_manager.presenters.time_span import Unit, seconds_of, span_of
from tests.desktop.conftest import PATIENCE_MS, OpenedPage
from tests.language.fake_timeline import BERLIN, clock
from tests.language.fake_window import NOW, FakeMart, wall

LEFT = Qt.MouseButton.LeftButton


def test_it_opens_on_today(timeline: OpenedPage) -> None:
    page = timeline(FakeMart())
    assert page.bar.title.text() == "Sun 25 Oct 2026"
    assert page.bar.units[Unit.DAY].isChecked()
    assert page.bar.note.text() == ""
    assert not page.empty.isVisible()


def test_a_click_on_a_bar_shows_why_selects_the_run_and_leads_to_it(timeline: OpenedPage, qtbot: QtBot) -> None:
    page = timeline(FakeMart())
    workplace = page.window().open_workplace  # type: ignore[attr-defined]
    mark = page.desk.picture.find(48206)
    assert mark is not None
    qtbot.mouseClick(page.canvas.viewport(), LEFT, pos=page.canvas.place_of(mark))
    qtbot.waitUntil(lambda: page.below.currentWidget() is page.details, timeout=PATIENCE_MS)
    assert page.details.tabs.currentIndex() == WHY
    assert [run.id for run in workplace.jobs.table.selected_runs()] == [48206]
    qtbot.mouseClick(page.to_list, LEFT)
    assert workplace.jobs.isVisible()
    assert [run.id for run in workplace.jobs.table.selected_runs()] == [48206]


def test_a_run_that_the_list_has_not_fetched_is_selected_nowhere(timeline: OpenedPage) -> None:
    page = timeline(FakeMart())
    workplace = page.window().open_workplace  # type: ignore[attr-defined]
    workplace.jobs.table.select_run(48206)
    page.canvas.choose(page.desk.picture.find(48100))
    assert workplace.jobs.table.selected_runs() == []


def test_the_chosen_run_goes_on_below(timeline: OpenedPage, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = timeline(mart)
    page.canvas.choose(page.desk.picture.find(48213))
    qtbot.waitUntil(lambda: page.below.currentWidget() is page.details, timeout=PATIENCE_MS)
    running = next(run for run in mart.list if run.id == 48213)
    mart.put(replace(running, status=Status.COMPLETE, end_time=wall("10:47:05"), progress=None))
    qtbot.waitUntil(lambda: "Ended well" in page.details.why_view.accessibleDescription(), timeout=PATIENCE_MS)


def test_a_click_on_an_empty_spot_says_why_nothing_runs_then(timeline: OpenedPage, qtbot: QtBot) -> None:
    page = timeline(FakeMart())
    lane = page.desk.picture.lanes[1]
    page.canvas.choose(page.desk.picture.hit(lane.key, seconds_of(clock("03:30")), 1))
    assert page.answer.subject.text() == "looking into it …"
    qtbot.waitUntil(lambda: "R02" in page.answer.why_view.accessibleDescription(), timeout=PATIENCE_MS)
    assert page.answer.subject.text() == "Sun 25 Oct 2026"
    assert page.answer.why_view.accessibleDescription().startswith("Job_TransformGIM at 03:30:00")


def test_what_is_expected_or_was_not_made_says_by_which_rule(timeline: OpenedPage) -> None:
    page = timeline(FakeMart())
    extract, stats = page.desk.picture.lanes[0], page.desk.picture.lanes[5]
    page.canvas.choose(page.desk.picture.hit(stats.key, seconds_of(clock("05:00")), 1))
    assert "R23" in page.answer.why_view.accessibleDescription()
    page.canvas.choose(page.desk.picture.hit(extract.key, seconds_of(wall("12:03:00")), 1))
    assert "R03" in page.answer.why_view.accessibleDescription()


def test_a_changed_option_says_who_changed_it_and_leads_to_its_page(timeline: OpenedPage, qtbot: QtBot) -> None:
    page = timeline(FakeMart())
    workplace = page.window().open_workplace  # type: ignore[attr-defined]
    for _ in range(2):
        qtbot.keyClick(page.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert "m.keller set [schedule] etl-frequency from 20 to 30" in page.answer.why_view.accessibleDescription()
    qtbot.mouseClick(page.answer.to_option, LEFT)
    assert workplace.options.isVisible()


def test_unsaved_options_are_drawn_beside_todays_while_there_are_any(timeline: OpenedPage, qtbot: QtBot) -> None:
    page = timeline(FakeMart())
    desk = page.window().open_workplace.options.desk  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: desk.is_read, timeout=PATIENCE_MS)
    assert not page.bar.draft.isEnabled()
    desk.type(("schedule", "etl-frequency"), "20")
    assert page.bar.draft.isEnabled()
    page.bar.draft.setChecked(True)
    qtbot.waitUntil(lambda: any(len(lane.draft) for lane in page.desk.picture.lanes), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "With unsaved options" in page.legend.accessibleDescription(), timeout=PATIENCE_MS)
    desk.take(desk.sheet.discarded())
    assert not page.bar.draft.isChecked()
    qtbot.waitUntil(lambda: not any(len(lane.draft) for lane in page.desk.picture.lanes), timeout=PATIENCE_MS)


def test_buttons_step_and_change_how_much_is_seen(timeline: OpenedPage, qtbot: QtBot) -> None:
    page = timeline(FakeMart())
    qtbot.mouseClick(page.bar.back, LEFT)
    assert page.bar.title.text() == "Sat 24 Oct 2026"
    qtbot.mouseClick(page.bar.units[Unit.MONTH], LEFT)
    assert page.bar.title.text() == "Oct 2026"
    qtbot.mouseClick(page.bar.units[Unit.MONTH], LEFT)
    assert page.bar.units[Unit.MONTH].isChecked()
    qtbot.mouseClick(page.bar.units[Unit.HOUR], LEFT)
    qtbot.mouseClick(page.bar.now, LEFT)
    assert page.bar.title.text() == "Sun 25 Oct 2026 10:00 – 11:00"


def test_an_empty_time_offers_the_way_on(timeline: OpenedPage, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = timeline(mart)
    page.canvas.show_span(span_of(Unit.DAY, seconds_of(clock("12:00", 1)) - 60 * 86400, BERLIN))
    qtbot.waitUntil(page.empty.isVisible, timeout=PATIENCE_MS)
    assert "Nothing ran in this time." in page.empty.text()
    page.empty.linkActivated.emit("now")
    assert page.canvas.scene.span.holds(seconds_of(NOW))
    with qtbot.waitSignal(page.start_wanted):
        page.empty.linkActivated.emit("run")


def test_a_picture_is_saved_by_the_ending_of_its_file(timeline: OpenedPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = timeline(FakeMart())
    for name in ("day.png", "day.svg"):
        page.save(tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists, timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.failed, timeout=PATIENCE_MS) as failed:
        page.save(tmp_path / "missing" / "day.png")
    assert failed.args is not None
    assert failed.args[0] == "The picture was not saved"


def test_the_dialog_proposes_a_name_and_both_kinds(timeline: OpenedPage, qtbot: QtBot) -> None:
    page = timeline(FakeMart())
    qtbot.mouseClick(page.bar.save, LEFT)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.nameFilters() == ["PNG picture (*.png)", "SVG drawing (*.svg)"]
    dialog.filterSelected.emit("SVG drawing (*.svg)")
    assert dialog.defaultSuffix() == "svg"
    dialog.reject()
