"""The Jobs page: filters ask the database, answers fill the list."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gim_manager.desktop.pages.job_page import JobPage
from gim_manager.desktop.run_table import LEAST_ROWS
from gim_manager.domain.listing import RunColumn
from gim_manager.presenters.job_list import STATUSES
from tests.desktop.conftest import Opened
from tests.language.fake_window import FakeMart


def _page(opened: Opened, mart: FakeMart) -> JobPage:
    return opened(mart).open_workplace.jobs


def _ids(page: JobPage) -> tuple[int, ...]:
    return page.model.rows.ids()


def test_a_search_is_asked_for_when_the_keys_rest(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = _page(opened, mart)
    qtbot.keyClicks(page.search, "3 sources")
    qtbot.waitUntil(lambda: _ids(page) == (48207,), timeout=10_000)
    qtbot.waitUntil(lambda: page.count.text() == "1 of 21 runs", timeout=10_000)
    assert len([asked for asked in mart.asked if asked[0] == "page"]) < 7


def test_filters_and_sorting_are_the_databases_work(opened: Opened, qtbot: QtBot) -> None:
    mart = FakeMart()
    page = _page(opened, mart)
    page.status.setCurrentIndex([name for name, _ in STATUSES].index("Failed"))
    qtbot.waitUntil(lambda: _ids(page) == (48206, 48203), timeout=10_000)
    header = page.table.header
    place = header.sectionViewportPosition(6) + 10
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(place, 10))
    qtbot.waitUntil(lambda: page._session.filters.order is RunColumn.ROWS, timeout=10_000)
    qtbot.waitUntil(lambda: _ids(page) == (48203, 48206), timeout=10_000)


def test_an_empty_answer_offers_the_way_back(opened: Opened, qtbot: QtBot) -> None:
    page = _page(opened, FakeMart())
    # What stands in the list goes up with it when it scrolls.
    page.table.scrollToBottom()
    page.search.setText("nobody")
    qtbot.waitUntil(page.empty.isVisible, timeout=10_000)
    assert "No run matches." in page.empty.text()
    assert page.table.viewport().rect().contains(page.empty.geometry())
    page.empty.linkActivated.emit("clear")
    qtbot.waitUntil(lambda: len(_ids(page)) == 21, timeout=10_000)
    assert page.search.text() == ""
    assert not page.empty.isVisible()


def test_an_empty_info_mart_offers_run_job(opened: Opened, qtbot: QtBot) -> None:
    page = _page(opened, FakeMart(()))
    assert "No job has run yet." in page.empty.text()
    with qtbot.waitSignal(page.run_wanted):
        page.empty.linkActivated.emit("run")


def test_the_selected_run_is_shown_below(opened: Opened, qtbot: QtBot) -> None:
    page = _page(opened, FakeMart())
    page.table.select_run(48213)
    qtbot.waitUntil(lambda: "Dimensions" in page.details.step_list.accessibleDescription(), timeout=10_000)


def test_a_run_that_is_filtered_out_is_found_by_clearing_the_filters(opened: Opened, qtbot: QtBot) -> None:
    page = _page(opened, FakeMart())
    page.search.setText("48207")
    qtbot.waitUntil(lambda: _ids(page) == (48207,), timeout=10_000)
    page.jump_to(48191)
    qtbot.waitUntil(lambda: [run.id for run in page.table.selected_runs()] == [48191], timeout=10_000)


def test_in_the_smallest_window_what_is_told_of_a_run_gives_way_to_the_runs(opened: Opened) -> None:
    page = _page(opened, FakeMart())
    page.window().resize(640, 440)
    table = page.table
    assert page.window().height() == 440
    assert table.viewport().height() >= LEAST_ROWS * table.verticalHeader().defaultSectionSize()
